using System.Text;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Media;

public sealed class MediaServiceTests : IAsyncDisposable
{
    private static readonly BlogId s_blog = new(Guid.Parse("018f0000-0000-7000-8000-000000000001"));
    private static readonly MediaLimits s_files = new() { TakesFiles = true, MaximumFileLength = 10_000 };
    private static readonly Actor s_editor = Actor.User("ed", "Ed", roles: BlogRoles.Editor);
    private static readonly Actor s_author = Actor.User("ada", "Ada", roles: BlogRoles.Author);

    private readonly ServiceProvider _services;
    private readonly MediaService _media;

    public MediaServiceTests()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBlogKit().UseInMemory().UseMediaStore<InMemoryMediaStore>();
        _services = services.BuildServiceProvider();
        _media = _services.GetRequiredService<MediaService>();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Only_pictures_are_taken_unless_the_limits_say_more()
    {
        (await AddAsync("some text", s_author, null)).Outcome.Should().Be(MediaOutcome.WrongKind);
        (await AddAsync("some text", s_author, s_files)).Outcome.Should().Be(MediaOutcome.Added);
        (await AddAsync("some text", s_author, s_files)).Outcome.Should().Be(MediaOutcome.AlreadyThere);
    }

    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n and no more")]
    [InlineData("GIF89a")]
    [InlineData("\u00FF\u00D8\u00FF and where it was taken")]
    [InlineData("")]
    public async Task What_begins_as_a_picture_and_is_none_is_refused_where_files_are_taken_too(string content) =>
        (await AddAsync(content, s_author, s_files)).Outcome.Should().Be(MediaOutcome.WrongKind);

    [Theory]
    [InlineData(10_000, MediaOutcome.Added)]
    [InlineData(10_001, MediaOutcome.TooLarge)]
    [InlineData(500_000, MediaOutcome.TooLarge)]
    public async Task What_is_too_large_is_refused_and_keeps_nothing(int length, MediaOutcome outcome)
    {
        var result = await AddAsync(new string('x', length), s_author, s_files);

        result.Outcome.Should().Be(outcome);
        (await _media.ListAsync(s_blog, s_author)).Value.Items.Should().HaveCount(result.IsStored ? 1 : 0);
    }

    [Fact]
    public async Task Readers_and_authors_of_another_blog_add_list_and_delete_nothing()
    {
        var name = (await AddAsync("x", s_author, s_files)).File!.Name;
        foreach (var actor in (Actor[])[Actor.Anonymous, Actor.User("reader", "Reader"), Actor.User("mod", "Mod", roles: BlogRoles.Moderator)])
        {
            (await AddAsync("y", actor, s_files)).Outcome.Should().Be(MediaOutcome.NotAllowed);
            (await _media.ListAsync(s_blog, actor)).Error!.Code.Should().Be(ErrorCodes.NotAllowed);
            (await _media.DeleteAsync(s_blog, name, actor)).Error!.Code.Should().Be(ErrorCodes.NotAllowed);
        }
    }

    [Fact]
    public async Task Authors_delete_what_they_added_and_editors_everything()
    {
        var other = Actor.User("bob", "Bob", roles: BlogRoles.Author);
        var first = (await AddAsync("first", s_author, s_files)).File!.Name;
        var second = (await AddAsync("second", s_author, s_files)).File!.Name;

        // To add what is there does not make it theirs.
        await AddAsync("first", other, s_files);

        (await _media.DeleteAsync(s_blog, first, other)).Error!.Code.Should().Be(ErrorCodes.NotAllowed);
        (await _media.DeleteAsync(s_blog, first, s_author)).Succeeded.Should().BeTrue();
        (await _media.DeleteAsync(s_blog, second, s_editor)).Succeeded.Should().BeTrue();
        (await _media.DeleteAsync(s_blog, second, s_editor)).Error!.Code.Should().Be(ErrorCodes.MediaNotFound);
    }

    [Fact]
    public async Task Pages_lead_on_and_back()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddAsync($"file {i}", s_author, s_files);
        }

        var first = (await _media.ListAsync(s_blog, s_author, size: 2)).Value;
        var second = (await _media.ListAsync(s_blog, s_author, size: 2, cursor: first.Next)).Value;
        var back = (await _media.ListAsync(s_blog, s_author, size: 2, cursor: second.Previous)).Value;

        first.Previous.Should().BeNull();
        second.Items.Should().HaveCount(2).And.NotIntersectWith(first.Items);
        back.Items.Should().Equal(first.Items);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("m.f.0.x.png")]
    [InlineData("m.x.0.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png")]
    [InlineData("m.f.ffffffffffffffff.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor) =>
        (await _media.ListAsync(s_blog, s_author, cursor: cursor)).Error!.Code.Should().Be(ErrorCodes.InvalidCursor);

    [Fact]
    public void Without_a_store_the_message_says_what_is_missing()
    {
        using var services = new ServiceCollection().AddLogging().AddBlogKit().UseInMemory().Services.BuildServiceProvider();

        var asking = () => services.GetRequiredService<MediaService>();

        asking.Should().Throw<InvalidOperationException>().WithMessage("*UseMediaFolder*");
    }

    private async Task<MediaResult> AddAsync(string content, Actor actor, MediaLimits? limits)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(content));
        return await _media.AddAsync(s_blog, stream, "a.txt", actor, limits);
    }
}
