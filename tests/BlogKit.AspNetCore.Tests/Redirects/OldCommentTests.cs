using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Storage;
using Microsoft.AspNetCore.Builder;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Old links to comments, which end in the number that the comment had, find the comment of today.</summary>
public sealed class OldCommentTests : IAsyncLifetime
{
    private const string Source = "wordpress:old.example";
    private const string Old = "/blog/open-for-talk-and-more/old-comments/";

    private readonly TemporaryDatabase _database = new();
    private Site _site = null!;
    private Browser _reader = null!;
    private Comment _comment = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(database: _database.Path, map: static app =>
        {
            app.MapBlogKit("/blog");
            app.MapBlogKit("/second", static o => o.BlogKey = "second");
        });
        _reader = _site.Browse();
        _comment = await _site.CommentAsync("Ben", "Hello there.");
        await OriginAsync(OriginKind.Post, "12", _site.Post.Id.Value);
        await OriginAsync(OriginKind.Comment, "4711", _comment.Id.Value);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task An_old_number_leads_to_the_comment()
    {
        var answer = await _reader.GetAsync(Old + "4711");

        (answer.Status, answer.Location).Should().Be(
            (HttpStatusCode.Found, $"/blog/{_site.Post.Slug}?comment={_comment.Id}#comment-{_comment.Id}"));
    }

    [Fact]
    public async Task A_number_that_no_comment_had_is_not_found_and_the_way_back_to_the_post_is_told()
    {
        var answer = await _reader.GetAsync(Old + "4712");

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Html.QuerySelectorAll($"main a[href='/blog/{_site.Post.Slug}']").Should().ContainSingle();
    }

    [Fact]
    public async Task A_hidden_comment_is_answered_like_one_that_was_never_there()
    {
        (await _site.Moderation.TrashAsync(_site.Blog.Id, _comment.Id, Actor.System)).Succeeded.Should().BeTrue();

        var (hidden, never) = (await _reader.GetAsync(Old + "4711"), await _reader.GetAsync(Old + "4712"));

        (hidden.Status, WithoutNumber(hidden)).Should().Be((HttpStatusCode.NotFound, WithoutNumber(never)));
        hidden.Response.Headers.Where(static h => h.Key != "Date").Should().BeEquivalentTo(
            never.Response.Headers.Where(static h => h.Key != "Date"));
    }

    [Fact]
    public async Task A_comment_behind_a_password_is_not_found_until_the_post_is_opened()
    {
        var locked = await _site.PublishAsync(
            new NewPost(_site.Blog.Id, "Locked", "x") { Visibility = PostVisibility.Password, Password = "open sesame" });
        var comment = await _site.CommentAsync("Cleo", "Among friends.", post: locked, actor: Actor.Author(_site.Author));
        await OriginAsync(OriginKind.Post, "13", locked.Id.Value);
        await OriginAsync(OriginKind.Comment, "99", comment.Id.Value);

        (await _reader.GetAsync("/blog/locked/old-comments/99")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _reader.GetAsync(Old + "99")).Status.Should().Be(HttpStatusCode.NotFound, "another post's address says no more");

        var form = (await _reader.GetAsync("/blog/locked")).Html.QuerySelector<IHtmlFormElement>("form.bk-password")!;
        await _reader.SendAsync(form, ("password", "open sesame"));
        (await _reader.GetAsync("/blog/locked/old-comments/99")).Status.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_comment_of_another_blog_is_not_found()
    {
        var second = (await _site.Get<BlogService>().CreateAsync(new NewBlog("second", "The Second"), Actor.System)).Value;
        var author = (await _site.Get<AuthorService>().CreateAsync(new NewAuthor(second.Id, "Eve"), Actor.System)).Value;
        var post = (await _site.Posts.CreateAsync(
            new NewPost(second.Id, "Over here", "x") { AuthorIds = [author.Id] }, Actor.System)).Value;
        post = (await _site.Posts.PublishAsync(second.Id, post.Id, Actor.System, post.Version)).Value;
        await OriginAsync(OriginKind.Post, "12", post.Id.Value, blog: second.Id);

        (await _reader.GetAsync("/second/over-here")).Status.Should().Be(HttpStatusCode.OK);
        (await _reader.GetAsync("/second/over-here/old-comments/4711")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_comment_that_was_moved_is_found_at_the_post_it_is_on_today()
    {
        var other = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Elsewhere", "x"));
        (await _site.Moderation.MoveAsync(_site.Blog.Id, _comment.Id, other.Id, null, Actor.System)).Succeeded.Should().BeTrue();

        (await _reader.GetAsync(Old + "4711")).Location.Should().Be($"/blog/elsewhere?comment={_comment.Id}#comment-{_comment.Id}");
    }

    [Fact]
    public async Task A_post_that_came_from_nowhere_has_no_old_comments()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Written here", "x"));

        (await _reader.GetAsync("/blog/written-here/old-comments/4711")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_number_of_two_sources_is_the_one_of_the_earlier_import_as_long_as_that_is_shown()
    {
        var later = await _site.CommentAsync("Dora", "I came later.");
        await OriginAsync(OriginKind.Post, "1", _site.Post.Id.Value, "a-later:old.example");
        await OriginAsync(OriginKind.Comment, "4711", later.Id.Value, "a-later:old.example");
        (await _reader.GetAsync(Old + "4711")).Location.Should().EndWith($"#comment-{_comment.Id}");

        await _site.Moderation.TrashAsync(_site.Blog.Id, _comment.Id, Actor.System);

        (await _reader.GetAsync(Old + "4711")).Location.Should().EndWith($"#comment-{later.Id}");
    }

    [Theory]
    [InlineData("04711")]
    [InlineData("4711%20")]
    [InlineData("+4711")]
    [InlineData("-1")]
    [InlineData("%2E%2E%2F4711")]
    [InlineData("%0A")]
    [InlineData("%FF%FE")]
    [InlineData("'%20or%201=1")]
    [InlineData("%F0%9F%90%9D")]
    public async Task An_odd_number_is_not_found(string number) =>
        (await _reader.GetAsync(Old + number)).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task An_identity_that_is_no_number_leads_to_the_comment_too()
    {
        await OriginAsync(OriginKind.Comment, "dsq é/1", _comment.Id.Value);

        (await _reader.GetAsync(Old + "dsq%20%C3%A9")).Status.Should().Be(HttpStatusCode.NotFound);
        await OriginAsync(OriginKind.Comment, "dsq é", _comment.Id.Value);
        (await _reader.GetAsync(Old + "dsq%20%C3%A9")).Status.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_longest_identity_is_found_and_a_longer_one_is_not_looked_for()
    {
        var longest = new string('7', Origin.MaximumIdLength);
        await OriginAsync(OriginKind.Comment, longest, _comment.Id.Value);
        (await _reader.GetAsync(Old + longest)).Status.Should().Be(HttpStatusCode.Found);
        var tooLong = HttpStatusCode.OK;

        var commands = await CommandCount.OfAsync(_site, async () => tooLong = (await _reader.GetAsync(Old + longest + "7")).Status);

        tooLong.Should().Be(HttpStatusCode.NotFound);
        commands.Should().NotContain(static c => c.StartsWith("origin.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_up_a_number_takes_a_stated_number_of_commands()
    {
        await _reader.GetAsync(Old + "4711");

        var found = await CommandCount.OfAsync(_site, () => _reader.GetAsync(Old + "4711"));
        var never = await CommandCount.OfAsync(_site, () => _reader.GetAsync(Old + "4712"));

        found.Should().HaveCountLessThanOrEqualTo(6, string.Join(", ", found));
        never.Should().HaveCountLessThanOrEqualTo(5, string.Join(", ", never));
    }

    [Fact]
    public async Task However_many_sources_a_post_has_only_three_are_asked()
    {
        for (var i = 0; i < 8; i++)
        {
            await OriginAsync(OriginKind.Post, "1", _site.Post.Id.Value, $"source-{i}:old.example");
        }

        await _reader.GetAsync(Old + "4712");
        var commands = await CommandCount.OfAsync(_site, () => _reader.GetAsync(Old + "4712"));

        commands.Should().HaveCountLessThanOrEqualTo(7, string.Join(", ", commands));
    }

    [Fact]
    public async Task One_too_many_is_told_so_whether_the_comment_is_there_or_not()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Search = 1);
        using var reader = site.From("198.51.100.7");
        await reader.GetAsync(Old + "1");

        var answer = await reader.GetAsync(Old + "2");

        answer.Status.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Response.Headers.RetryAfter.Should().NotBeNull();
    }

    [Fact]
    public async Task The_page_of_a_post_tells_its_script_where_to_ask() =>
        (await _reader.GetAsync("/blog/open-for-talk-and-more")).Attribute("section.bk-comments", "data-old").Should().Be(Old);

    // A page that is not there offers a search for the words of its address.
    private static string WithoutNumber(WebPage page) =>
        page.Text.Replace("4711", "N", StringComparison.Ordinal).Replace("4712", "N", StringComparison.Ordinal);

    private async Task OriginAsync(OriginKind kind, string originalId, Guid itemId, string source = Source, BlogId? blog = null)
    {
        var (store, blogId) = (_site.Get<IOriginStore>(), blog ?? _site.Blog.Id);
        var run = await store.BeginImportAsync(
            new NewImport { BlogId = blogId, Source = source, StartedBy = ActorKey.System, StartedAt = DateTimeOffset.UnixEpoch }, default);
        var saved = await store.SaveOriginsAsync(
            blogId,
            [
                new Origin
                {
                    BlogId = blogId,
                    Source = source,
                    Kind = kind,
                    OriginalId = originalId,
                    ItemId = itemId,
                    ContentHash = "x",
                    ItemVersion = 1,
                    ImportNumber = run!.Number,
                    LastImportNumber = run.Number,
                    ImportedAt = DateTimeOffset.UnixEpoch,
                },
            ],
            default);
        saved.Should().Be(SaveOutcome.Saved);
    }
}
