namespace BlogKit.AspNetCore.Tests;

/// <summary>Text runs in its own direction, whatever the language of the blog is.</summary>
public sealed class TextDirectionTests : IAsyncLifetime
{
    private const string Title = "هل هذا صحيح؟ نعم!";
    private Site _site = null!;
    private Browser _browser = null!;
    private Post _post = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
        var post = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, Title, "- أولا\n- ثانيا")
            {
                AuthorIds = _site.Post.AuthorIds,
                Slug = Slug.Parse("rtl", null),
                Tags = ["نحل"],
            },
            Actor.System)).Value;
        _post = (await _site.Posts.PublishAsync(post.BlogId, post.Id, Actor.System, post.Version)).Value;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/blog/rtl", "h1.p-name", "dir")]
    [InlineData("/blog/rtl", ".bk-text.e-content", "dir")]
    [InlineData("/blog/rtl", "#bk-body", "dir")]
    [InlineData("/blog", ".bk-teaser h2", "dir")]
    [InlineData("/blog", ".bk-excerpt", "dir")]
    public async Task A_title_and_a_text_run_by_their_first_letter(string path, string selector, string attribute) =>
        (await _browser.GetAsync(path)).Attribute(selector, attribute).Should().Be("auto");

    [Fact]
    public async Task A_name_and_a_title_in_a_sentence_leave_it_its_direction()
    {
        var root = await _site.CommentAsync("Priya N.", "One", null, _post);
        var page = await _browser.GetAsync("/blog/rtl?replyTo=" + root.Id);

        page.First(".bk-thoughts bdi").Should().Be(Title);
        page.First(".bk-comment cite bdi").Should().Be("Priya N.");
        page.First("#bk-respond-title bdi").Should().Be("Priya N.");
        page.First(".bk-byline a[rel=author] bdi").Should().NotBeNullOrEmpty();
        page.First("a[rel=tag] bdi").Should().Be("نحل");
        page.Text.Should().NotContain("\u2068").And.NotContain("\u2069");
        (await _browser.GetAsync($"/blog/comments/{root.Id}/more")).First("h1 bdi").Should().Be("Priya N.");
        (await _browser.GetAsync($"/blog/comments/{root.Id}/flag")).First("h1 bdi").Should().Be("Priya N.");
    }

    [Fact]
    public async Task A_name_cannot_end_its_own_place_in_a_sentence()
    {
        var sent = await _site.Comments.SubmitAsync(
            new NewComment(_post.BlogId, _post.Id, "One") { Name = "A\u2069B", Email = "a@example.org" }, Actor.Anonymous);

        sent.Errors.Should().ContainSingle().Which.Code.Should().Be(ErrorCodes.InvalidName);
    }
}
