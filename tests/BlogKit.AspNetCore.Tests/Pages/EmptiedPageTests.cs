using System.Net;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A page whose content is gone leads back to where something is.</summary>
public sealed class EmptiedPageTests
{
    private const string Path = "/blog/open-for-talk-and-more";

    [Theory]
    [InlineData("oldest", true)]
    [InlineData("oldest", false)]
    [InlineData("newest", true)]
    [InlineData("newest", false)]
    [InlineData("best", false)]
    public async Task A_page_of_a_thread(string sort, bool alsoAtItsPlace)
    {
        await using var site = await Site.StartAsync(options: static o => o.Threads.RootsPerPage = 3);
        var comments = new List<Comment>();
        for (var i = 0; i < 5; i++)
        {
            comments.Add(await site.CommentAsync($"Name {i}", $"Thought {i}."));
        }

        using var reader = site.Browse();
        var next = (await reader.GetAsync($"{Path}?sort={sort}")).Attribute("a[rel~=next]", "href")!;
        var order = sort is "newest" ? comments.AsEnumerable().Reverse().ToArray() : [.. comments];
        foreach (var gone in order[(alsoAtItsPlace ? 2 : 3)..])
        {
            (await site.Moderation.TrashAsync(gone.BlogId, gone.Id, Actor.System)).EnsureSucceeded();
        }

        var emptied = await reader.GetAsync(next);
        var page = await reader.FollowAsync(emptied);

        emptied.Status.Should().Be(HttpStatusCode.Found);
        page.Status.Should().Be(HttpStatusCode.OK);
        foreach (var shown in order[..2])
        {
            page.Html.GetElementById($"comment-{shown.Id}").Should().NotBeNull();
        }
    }

    [Fact]
    public async Task A_thread_without_anything_left()
    {
        await using var site = await Site.StartAsync(options: static o => o.Threads.RootsPerPage = 1);
        var one = await site.CommentAsync("Max", "One.");
        var two = await site.CommentAsync("Max", "Two.");
        using var reader = site.Browse();
        var next = (await reader.GetAsync(Path)).Attribute("a[rel~=next]", "href")!;
        (await site.Moderation.TrashAsync(one.BlogId, one.Id, Actor.System)).EnsureSucceeded();
        (await site.Moderation.TrashAsync(two.BlogId, two.Id, Actor.System)).EnsureSucceeded();

        var page = await reader.GetAsync(next);
        for (var i = 0; i < 3 && page.Location is not null; i++)
        {
            page = await reader.FollowAsync(page);
        }

        page.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_of_a_list()
    {
        await using var site = await Site.StartAsync(options: static o => o.Posts.PageSize = 2);
        await site.PublishAsync(new NewPost(site.Blog.Id, "Second", "Text."));
        await site.PublishAsync(new NewPost(site.Blog.Id, "Third", "Text."));
        using var reader = site.Browse();
        var next = (await reader.GetAsync("/blog")).Attribute("a[rel~=next]", "href")!;
        var oldest = (await site.Posts.GetAsync(site.Post.BlogId, site.Post.Id, Actor.System)).Value;
        (await site.Posts.ReturnToDraftAsync(oldest.BlogId, oldest.Id, Actor.System, oldest.Version)).EnsureSucceeded();

        var page = await reader.FollowAsync(await reader.GetAsync(next));

        page.Text.Should().Contain("Second").And.Contain("Third");
    }

    [Fact]
    public async Task A_page_of_a_list_that_is_gone()
    {
        await using var site = await Site.StartAsync(options: static o => o.Posts.PageSize = 1);
        await site.PublishAsync(new NewPost(site.Blog.Id, "Tagged", "Text.") { Tags = ["bees"] });
        await site.PublishAsync(new NewPost(site.Blog.Id, "Tagged too", "Text.") { Tags = ["bees"] });
        using var reader = site.Browse();
        var next = (await reader.GetAsync("/blog/tag/bees")).Attribute("a[rel~=next]", "href")!;
        foreach (var post in (await site.Posts.ListAsync(
            new PostListQuery(site.Blog.Id) { Tag = Slug.Parse("bees", null), Size = 5 })).Value.Items)
        {
            var whole = (await site.Posts.GetAsync(post.BlogId, post.Id, Actor.System)).Value;
            (await site.Posts.ReturnToDraftAsync(whole.BlogId, whole.Id, Actor.System, whole.Version)).EnsureSucceeded();
        }

        var page = await reader.GetAsync(next);
        for (var i = 0; i < 3 && page.Location is not null; i++)
        {
            page = await reader.FollowAsync(page);
        }

        page.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public async Task A_page_of_a_search(int gone)
    {
        await using var site = await Site.StartAsync();
        var found = new List<Post>();
        for (var i = 0; i < 45; i++)
        {
            found.Add(await site.PublishAsync(new NewPost(site.Blog.Id, $"Propolis {i}", "Text.")));
        }

        using var reader = site.Browse();
        var second = (await reader.GetAsync("/blog/search?q=propolis")).Attribute("a[rel=next]", "href")!;
        var last = (await reader.GetAsync(second)).Attribute("a[rel=next]", "href")!;
        foreach (var post in found.Take(gone))
        {
            (await site.Posts.ReturnToDraftAsync(post.BlogId, post.Id, Actor.System, post.Version)).EnsureSucceeded();
        }

        await LeadsOnAsync(reader, last, "Propolis");
    }

    [Fact]
    public async Task A_page_of_the_desks_posts()
    {
        await using var site = await Site.StartAsync(desk: true);
        using var author = site.Browse(ApiSite.Owner);
        var drafts = new List<Post>();
        for (var i = 0; i < 60; i++)
        {
            drafts.Add((await site.Posts.CreateAsync(
                new NewPost(site.Blog.Id, $"Draft {i}", "Text.") { AuthorIds = [site.Author.Id] }, Actor.System)).Value);
        }

        var next = (await author.GetAsync("/blog/desk/posts?status=draft")).Attribute("a[rel=next]", "href")!;
        foreach (var draft in drafts.Take(40))
        {
            (await site.Posts.DeleteAsync(draft.BlogId, draft.Id, Actor.System, draft.Version)).EnsureSucceeded();
        }

        await LeadsOnAsync(author, next, "Draft 5");
    }

    [Fact]
    public async Task A_page_of_the_queue_and_of_the_log()
    {
        await using var site = await Site.StartAsync(desk: true);
        using var moderator = site.Browse(ApiSite.Owner);
        var post = await site.PublishAsync(new NewPost(site.Blog.Id, "Talked about", "Text."));
        var comments = new List<Comment>();
        for (var i = 0; i < 120; i++)
        {
            comments.Add(await site.CommentAsync($"Name {i}", $"Thought {i}.", post: post));
        }

        var queue = (await moderator.GetAsync("/blog/desk/comments?status=all")).Attribute("a[rel=next]", "href")!;
        var log = (await moderator.GetAsync("/blog/desk/log")).Attribute("a[rel=next]", "href")!;
        var left = await site.CommentAsync("Max", "Elsewhere.");
        var whole = (await site.Posts.GetAsync(post.BlogId, post.Id, Actor.System)).Value;
        whole = (await site.Posts.ArchiveAsync(whole.BlogId, whole.Id, Actor.System, whole.Version)).Value;
        (await site.Posts.DeleteAsync(whole.BlogId, whole.Id, Actor.System, whole.Version)).EnsureSucceeded();

        await LeadsOnAsync(moderator, queue, "Elsewhere.");
        await LeadsOnAsync(moderator, log, left.Id.ToString());
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("points")]
    public async Task The_queue_leads_to_its_last_page(string order)
    {
        await using var site = await Site.StartAsync(desk: true, web: static o => o.Desk.PageSize = 10);
        using var moderator = site.Browse(ApiSite.Owner);
        var comments = new List<Comment>();
        for (var i = 0; i < 35; i++)
        {
            comments.Add(await site.CommentAsync($"Name {i}", $"Thought {i}."));
        }

        var pages = new List<WebPage> { await moderator.GetAsync($"/blog/desk/comments?status=all&order={order}") };
        while (pages[^1].Attribute("a[rel=next]", "href") is { } next)
        {
            pages.Add(await moderator.GetAsync(next));
        }

        var inOrder = order is "oldest" ? comments.AsEnumerable() : comments.AsEnumerable().Reverse();
        foreach (var gone in inOrder.Skip(25))
        {
            (await site.Moderation.PurgeAsync(gone.BlogId, gone.Id, Actor.System)).EnsureSucceeded();
        }

        var fourth = pages[2].Attribute("a[rel=next]", "href")!;
        var emptied = await moderator.GetAsync(fourth);
        var last = await moderator.FollowAsync(emptied);

        emptied.Status.Should().Be(HttpStatusCode.Found);
        last.Attribute("a[rel=next]", "href").Should().BeNull();
        inOrder.Skip(15).Take(10).Select(static c => c.PlainText)
            .Should().OnlyContain(text => last.Text.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?action=Submitted")]
    public async Task The_log_leads_to_its_last_page(string filter)
    {
        await using var site = await Site.StartAsync(desk: true);
        using var moderator = site.Browse(ApiSite.Owner);
        var gone = await site.PublishAsync(new NewPost(site.Blog.Id, "Talked about", "Text."));
        for (var i = 0; i < 60; i++)
        {
            await site.CommentAsync($"Name {i}", $"Thought {i}.", post: gone);
        }

        var left = new List<Comment>();
        for (var i = 0; i < 70; i++)
        {
            left.Add(await site.CommentAsync($"Name {i}", $"Thought {i}."));
        }

        var second = (await moderator.GetAsync("/blog/desk/log" + filter)).Attribute("a[rel=next]", "href")!;
        var third = (await moderator.GetAsync(second)).Attribute("a[rel=next]", "href")!;
        var whole = (await site.Posts.GetAsync(gone.BlogId, gone.Id, Actor.System)).Value;
        whole = (await site.Posts.ArchiveAsync(whole.BlogId, whole.Id, Actor.System, whole.Version)).Value;
        (await site.Posts.DeleteAsync(whole.BlogId, whole.Id, Actor.System, whole.Version)).EnsureSucceeded();

        var last = await moderator.FollowAsync(await moderator.GetAsync(third));

        last.Attribute("a[rel=next]", "href").Should().BeNull();
        last.Text.Should().Contain(left[0].Id.ToString()).And.Contain(left[49].Id.ToString()).And.NotContain(left[50].Id.ToString());
    }

    private static async Task LeadsOnAsync(Browser browser, string path, string expected)
    {
        var page = await browser.GetAsync(path);
        page.Status.Should().Be(HttpStatusCode.Found, because: path);
        for (var i = 0; i < 2 && page.Location is not null; i++)
        {
            page = await browser.FollowAsync(page);
        }

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Text.Should().Contain(expected);
    }
}
