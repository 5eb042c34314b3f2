using System.Net;

namespace BlogKit.AspNetCore.Tests;

public sealed class DiscussionTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(options: static o => o.Threads.RepliesPerRoot = 5);
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_heading_counts_in_the_singular_and_the_plural_and_is_absent_without_comments()
    {
        (await _browser.GetAsync(Path)).Html.QuerySelector(".bk-thoughts").Should().BeNull();
        var first = await _site.CommentAsync("Max", "One");
        (await _browser.GetAsync(Path)).First(".bk-thoughts").Should().Be("1 thought on “Open for Talk (and More)”");
        await _site.CommentAsync("Eva", "Two", first.Id);
        (await _browser.GetAsync(Path)).First(".bk-thoughts").Should().Be("2 thoughts on “Open for Talk (and More)”");
    }

    [Fact]
    public async Task Roots_are_numbered_and_replies_nest_to_the_display_depth_then_say_whom_they_answer()
    {
        await _site.CommentAsync("Zoe", "First");
        var above = await _site.CommentAsync("Max", "Second");
        for (var depth = 2; depth <= 6; depth++)
        {
            above = await _site.CommentAsync($"Deep {depth}", $"Level {depth}", above.Id);
        }

        var page = await _browser.GetAsync(Path);

        page.Attribute("ol.bk-roots", "start").Should().Be("1");
        page.Html.QuerySelectorAll("ol.bk-roots > li")
            .Should().HaveCount(2).And.OnlyContain(li => !li.HasAttribute("value"), "a list counts by itself");
        page.Html.QuerySelectorAll("ul.bk-level-5 > li").Should().HaveCount(2);
        page.Html.QuerySelector("ul.bk-level-6").Should().BeNull();
        page.First(".bk-answers").Should().Be("in reply to Deep 5");
    }

    [Fact]
    public async Task A_hidden_comment_with_replies_becomes_a_tombstone_without_text_or_name()
    {
        var root = await _site.CommentAsync("Max Mustermann", "Something unfortunate");
        await _site.CommentAsync("Eva", "An answer", root.Id);
        await _site.Moderation.TrashAsync(root.BlogId, root.Id, Actor.System);

        var page = await _browser.GetAsync(Path);

        page.First(".bk-tombstone").Should().Be("This comment is no longer here.");
        page.Text.Should().NotContain("Something unfortunate").And.NotContain("Max Mustermann");
        page.First(".bk-thoughts").Should().StartWith("1 thought");
        var follow = await _browser.GetAsync($"/blog/comments/{root.Id}");
        follow.Status.Should().Be(HttpStatusCode.Found);
        (await _browser.FollowAsync(follow)).Html.GetElementById($"comment-{root.Id}").Should().NotBeNull();
    }

    [Fact]
    public async Task The_author_is_marked_by_identity_and_never_by_name()
    {
        await _site.CommentAsync("x", "From the author", actor: Actor.Author(_site.Author));
        await _site.CommentAsync("x", "From a user of that name", actor: Actor.User("someone", "Ada Keeper"));

        var page = await _browser.GetAsync(Path);

        page.All(".bk-comment .p-author").Should().Equal("Ada Keeper", "Ada Keeper");
        page.Html.QuerySelectorAll(".bk-badge").Should().ContainSingle()
            .Which.Closest("article")!.TextContent.Should().Contain("From the author");
    }

    [Fact]
    public async Task Commenters_links_are_not_recommended()
    {
        (await _site.Comments.SubmitAsync(
            new NewComment(_site.Post.BlogId, _site.Post.Id, "See https://example.org/x")
            {
                Name = "Max",
                Email = "max@example.org",
                Url = "https://example.org/\"onx=1",
            },
            Actor.Anonymous)).EnsureSucceeded();

        var page = await _browser.GetAsync(Path);

        page.Html.QuerySelectorAll(".bk-comment .p-author a, .bk-comment .bk-text a").Should().HaveCount(2)
            .And.OnlyContain(a => a.GetAttribute("rel") == "nofollow ugc noopener");
    }

    [Fact]
    public async Task A_pinned_comment_stands_above_without_repeating_its_identity()
    {
        var comment = await _site.CommentAsync("Max", "Good point");
        await _site.CommentAsync("Eva", "Other");
        await _site.Moderation.PinAsync(comment.BlogId, comment.Id, Actor.System);

        var page = await _browser.GetAsync(Path);

        page.First(".bk-pinned .bk-text").Should().Be("Good point");
        page.Html.QuerySelectorAll("[id]").Select(e => e.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task More_roots_and_more_replies_are_a_link_away_and_permalinks_find_the_page()
    {
        await using var site = await Site.StartAsync(options: static o =>
        {
            o.Threads.RootsPerPage = 3;
            o.Threads.RepliesPerRoot = 2;
        });
        using var browser = site.Browse();
        var roots = new List<Comment>();
        for (var i = 1; i <= 7; i++)
        {
            roots.Add(await site.CommentAsync($"Root {i}", $"Text {i}"));
        }

        var replies = new List<Comment>();
        for (var i = 1; i <= 5; i++)
        {
            replies.Add(await site.CommentAsync($"Reply {i}", $"Answer {i}", roots[4].Id));
        }

        var first = await browser.GetAsync(Path);
        first.Html.QuerySelectorAll("ol.bk-roots > li").Should().HaveCount(3);
        var second = await browser.GetAsync(first.Attribute("a[rel~=next]", "href")!);
        second.Attribute("ol.bk-roots", "start").Should().Be("4");
        second.First(".bk-more a").Should().Be("Show 3 more replies");
        var more = await browser.GetAsync(second.Attribute(".bk-more a", "href")!);
        more.All(".bk-comment .bk-text").Should().Equal("Answer 3", "Answer 4");
        (await browser.GetAsync(more.Attribute(".bk-more a", "href")!)).All(".bk-comment .bk-text").Should().Equal("Answer 5");

        foreach (var comment in roots.Concat(replies))
        {
            var redirect = await browser.GetAsync($"/blog/comments/{comment.Id}");
            redirect.Status.Should().Be(HttpStatusCode.Found);
            redirect.Location.Should().EndWith($"#comment-{comment.Id}").And.StartWith("/blog/");
            (await browser.FollowAsync(redirect)).Html.GetElementById($"comment-{comment.Id}")
                .Should().NotBeNull(because: comment.PlainText);
        }
    }

    [Fact]
    public async Task Roots_can_be_sorted()
    {
        await _site.CommentAsync("Max", "One");
        await _site.CommentAsync("Eva", "Two");

        var page = await _browser.GetAsync(Path);
        page.All(".bk-sort a").Should().Equal("Newest first", "Best first");

        (await _browser.GetAsync(page.Attribute(".bk-sort a", "href")!)).All(".bk-comment .bk-text").Should().Equal("Two", "One");
    }

    [Fact]
    public async Task A_reply_link_works_without_JavaScript()
    {
        var comment = await _site.CommentAsync("Max", "One");
        var page = await _browser.GetAsync((await _browser.GetAsync(Path)).Attribute(".bk-actions a[href*=replyTo]", "href")!);

        page.First("#bk-respond-title").Should().StartWith("Leave a Reply to Max");
        page.Attribute("#bk-respond-title a", "href").Should().Be(Path + "#respond");
        page.Attribute("input[name=parentId]", "value").Should().Be(comment.Id.ToString());
        page.Attribute("meta[name=robots]", "content").Should().Be("noindex");
        (await _browser.GetAsync($"{Path}?replyTo={default(CommentId)}")).First("#bk-respond-title").Should().Be("Leave a Reply");
    }

    [Theory]
    [InlineData(CommentMode.Closed, null, "Comments are closed.")]
    [InlineData(null, 1, "Comments are closed: the discussion is as long as it may become.")]
    public async Task A_closed_discussion_stays_readable_and_says_why(CommentMode? mode, int? count, string why)
    {
        await _site.CommentAsync("Max", "One");
        await _site.Posts.UpdateAsync(
            _site.Post with { Comments = new PostCommentSettings { Mode = mode, CloseAfterCount = count } }, Actor.Author(_site.Author));

        var page = await _browser.GetAsync(Path);

        page.First(".bk-closed").Should().Be(why);
        page.First(".bk-comment .bk-text").Should().Be("One");
        page.Html.QuerySelector("#respond form, .bk-actions a[href*=replyTo], .bk-jump").Should().BeNull();
    }

    [Fact]
    public async Task A_hidden_discussion_is_in_no_answer()
    {
        var comment = await _site.CommentAsync("Max", "Unspoken words");
        await _site.Posts.UpdateAsync(
            _site.Post with { Comments = new PostCommentSettings { Mode = CommentMode.Hidden } }, Actor.Author(_site.Author));

        foreach (var path in new[]
        {
            Path,
            $"/blog/comments/{comment.Id}",
            $"/blog/replies/{comment.Id}",
            "/api" + "/blog/posts/open-for-talk-and-more/comments",
        })
        {
            (await _browser.GetAsync(path)).Text.Should().NotContain("Unspoken", because: path);
        }
    }
}
