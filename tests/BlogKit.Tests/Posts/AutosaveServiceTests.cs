namespace BlogKit.Tests.Posts;

public sealed class AutosaveServiceTests : IAsyncLifetime
{
    private TestBlog _blog = null!;
    private Post _post = null!;

    private AutosaveService Autosaves => _blog.Get<AutosaveService>();

    public async Task InitializeAsync()
    {
        _blog = await TestBlog.StartAsync(o => o.Posts.MaximumAutosaveFieldsLength = 1_000);
        _post = await _blog.DraftAsync();
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task What_was_typed_is_found_by_who_typed_it_alone()
    {
        var other = Actor.Author(await _blog.AuthorAsync("Other Editor", BlogRoles.Editor));

        var kept = (await SaveAsync("Half", "A half")).Value;

        kept.SavedAt.Should().Be(_blog.Now);
        (await Autosaves.FindAsync(_blog.Blog.Id, _post.Id, _blog.EditorActor)).Should().Be(kept);
        (await Autosaves.FindAsync(_blog.Blog.Id, null, _blog.EditorActor)).Should().BeNull();
        (await Autosaves.FindAsync(_blog.Blog.Id, _post.Id, other)).Should().BeNull();
        (await Autosaves.FindAsync(_blog.Blog.Id, _post.Id, Actor.Anonymous)).Should().BeNull();
    }

    [Fact]
    public async Task It_is_forgotten_when_it_is_discarded()
    {
        await SaveAsync("Half", "A half");

        (await Autosaves.DiscardAsync(_blog.Blog.Id, _post.Id, _blog.EditorActor)).Should().BeTrue();

        (await Autosaves.DiscardAsync(_blog.Blog.Id, _post.Id, _blog.EditorActor)).Should().BeFalse();
        (await Autosaves.FindAsync(_blog.Blog.Id, _post.Id, _blog.EditorActor)).Should().BeNull();
    }

    [Fact]
    public async Task It_is_kept_as_long_as_the_options_say()
    {
        await SaveAsync("Half", "A half");

        _blog.Clock.Advance(TimeSpan.FromDays(30));
        (await Autosaves.FindAsync(_blog.Blog.Id, _post.Id, _blog.EditorActor)).Should().NotBeNull();
        _blog.Clock.Advance(TimeSpan.FromTicks(1));

        (await Autosaves.FindAsync(_blog.Blog.Id, _post.Id, _blog.EditorActor)).Should().BeNull();
        (await Autosaves.DeleteExpiredAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Keeping_something_new_sweeps_what_is_too_old()
    {
        await SaveAsync("Half", "A half");
        _blog.Clock.Advance(TimeSpan.FromDays(31));

        (await Autosaves.SaveAsync(new NewAutosave(_blog.Blog.Id, null, "", "New"), _blog.EditorActor)).EnsureSucceeded();

        (await Autosaves.DeleteExpiredAsync()).Should().Be(0);
    }

    [Theory]
    [InlineData(nameof(NewAutosave.Title), 301, 0, 0)]
    [InlineData(nameof(NewAutosave.Markdown), 0, 1_000_001, 0)]
    [InlineData(nameof(NewAutosave.Fields), 0, 0, 1_001)]
    public async Task What_is_too_long_is_refused(string field, int title, int text, int fields)
    {
        var result = await Autosaves.SaveAsync(
            new NewAutosave(_blog.Blog.Id, _post.Id, new string('x', title), new string('x', text)) { Fields = new string('x', fields) },
            _blog.EditorActor);

        result.Error!.Code.Should().Be(ErrorCodes.TooLong);
        result.Error.Field.Should().Be(field);
    }

    [Fact]
    public async Task Whoever_may_not_edit_the_post_keeps_nothing()
    {
        var author = Actor.Author(await _blog.AuthorAsync("Other Author"));
        var reader = Actor.User("reader", "Rita");
        var input = new NewAutosave(_blog.Blog.Id, _post.Id, "x", "x");

        (await Autosaves.SaveAsync(input, author)).Error!.Code.Should().Be(ErrorCodes.PostNotFound);
        (await Autosaves.SaveAsync(input, reader)).Error!.Code.Should().Be(ErrorCodes.NotAllowed);
        (await Autosaves.SaveAsync(input with { PostId = null }, reader)).Error!.Code.Should().Be(ErrorCodes.NotAllowed);
        (await Autosaves.SaveAsync(input with { PostId = new PostId(Guid.CreateVersion7()) }, _blog.EditorActor)).Error!.Code
            .Should().Be(ErrorCodes.PostNotFound);
    }

    private Task<Result<PostAutosave>> SaveAsync(string title, string text) =>
        Autosaves.SaveAsync(new NewAutosave(_blog.Blog.Id, _post.Id, title, text) { BaseVersion = _post.Version }, _blog.EditorActor);
}
