using System.Net;
using BlogKit.Internal;
using BlogKit.OpenWeb;
using BlogKit.Storage;
using BlogKit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Mentions that come and go, between a blog and another site on this machine.</summary>
public sealed class WebmentionTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private Elsewhere _elsewhere = null!;
    private Site _site = null!;
    private Browser _browser = null!;
    private Uri _target = null!;

    public async Task InitializeAsync()
    {
        _elsewhere = await Elsewhere.StartAsync();
        _site = await StartAsync(o =>
        {
            o.ReceiveWebmentions = true;
            o.SendWebmentions = true;
        });
        _browser = _site.Browse();
        _target = new Uri(_site.Address, Path);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task Posts_say_where_mentions_are_taken()
    {
        var page = await _browser.GetAsync(Path);

        page.Response.Headers.GetValues("Link").Should().Contain("</blog/webmention>; rel=\"webmention\"");
        page.Attribute("link[rel=webmention]", "href").Should().Be("/blog/webmention");
        (await _browser.GetAsync("/blog")).Html.QuerySelector("link[rel=webmention]").Should().BeNull();
    }

    [Fact]
    public async Task A_mention_is_verified_held_and_shown_once_approved()
    {
        var source = _elsewhere.Page("/note", Note("I *like* [it](http://spam.example)"));

        (await SendAsync(source, _target)).Should().Be(HttpStatusCode.Accepted);
        var comment = await FindAsync(CommentStatus.Pending);

        comment.Kind.Should().Be(CommentKind.Webmention);
        comment.By.Name.Should().Be("Zoë");
        comment.By.Url.Should().Be(source);
        comment.PlainText.Should().Be("I *like* [it](http://spam.example)", because: "plain text makes no markup");
        comment.Html.Should().NotContain("<a").And.NotContain("<em");
        comment.Decision.Explanation.Should().Contain("mentions wait for a moderator");
        (await _browser.GetAsync(Path)).Text.Should().NotContain("Zoë");
        await _site.Moderation.ApproveAsync(comment.BlogId, comment.Id, Actor.System);
        (await _browser.GetAsync(Path)).Text.Should().Contain("Zoë").And.Contain(source.AbsoluteUri);
    }

    [Fact]
    public async Task The_same_mention_again_is_the_same_comment_with_what_it_says_now()
    {
        var source = _elsewhere.Page("/note", Note("First words"));
        await SendAsync(source, _target);
        var first = await FindAsync(CommentStatus.Pending);
        await _site.Moderation.ApproveAsync(first.BlogId, first.Id, Actor.System);

        _elsewhere.Page("/note", Note("Other words"));
        await SendAsync(source, _target);

        var second = await FindAsync(CommentStatus.Pending);
        second.Id.Should().Be(first.Id);
        second.PlainText.Should().Be("Other words");
        second.Revision.Should().Be(2, because: "an approval belongs to the text that was approved");
    }

    [Theory]
    [InlineData(410)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task A_source_that_is_gone_or_no_longer_links_takes_its_mention_back(int status)
    {
        var source = _elsewhere.Page("/note", Note("Words"));
        await SendAsync(source, _target);
        var comment = await FindAsync(CommentStatus.Pending);

        _elsewhere.Page("/note", "<p>Nothing here.", status: status);
        await SendAsync(source, _target);

        (await FindAsync(CommentStatus.Deleted)).Id.Should().Be(comment.Id);
        _elsewhere.Page("/note", Note("Back again"));
        await SendAsync(source, _target);
        (await FindAsync(CommentStatus.Pending)).PlainText.Should().Be("Back again");
    }

    [Fact]
    public async Task What_a_moderator_removed_stays_removed()
    {
        var source = _elsewhere.Page("/note", Note("Words"));
        await SendAsync(source, _target);
        var comment = await FindAsync(CommentStatus.Pending);
        await _site.Moderation.MarkSpamAsync(comment.BlogId, comment.Id, Actor.System);

        _elsewhere.Page("/note", Note("Other words"));
        var result = await _site.Comments.SubmitMentionAsync(new NewMention(_site.Post.BlogId, _site.Post.Id, source, "Other words"));

        result.Value.Comment.Status.Should().Be(CommentStatus.Spam);
    }

    [Fact]
    public async Task Nobody_borrows_an_authors_name_from_elsewhere()
    {
        var result = await _site.Comments.SubmitMentionAsync(
            new NewMention(_site.Post.BlogId, _site.Post.Id, new Uri("https://other.example/1"), "x") { Name = "Ada Keeper" });

        result.Value.Comment.By.Name.Should().Be("other.example");
    }

    [Theory]
    [InlineData(null, "T", HttpStatusCode.BadRequest)]
    [InlineData("S", null, HttpStatusCode.BadRequest)]
    [InlineData("not a url", "T", HttpStatusCode.BadRequest)]
    [InlineData("ftp://other.example/", "T", HttpStatusCode.BadRequest)]
    [InlineData("javascript:alert(1)", "T", HttpStatusCode.BadRequest)]
    [InlineData("http://user:secret@other.example/", "T", HttpStatusCode.BadRequest)]
    [InlineData("http://other.example:8080/", "T", HttpStatusCode.BadRequest)]
    [InlineData("T", "T", HttpStatusCode.BadRequest)]
    [InlineData("S", "https://elsewhere.example/post", HttpStatusCode.BadRequest)]
    [InlineData("S", "T/no/such", HttpStatusCode.BadRequest)]
    [InlineData("S", "T-not", HttpStatusCode.BadRequest)]
    [InlineData("S", "S", HttpStatusCode.BadRequest)]
    public async Task A_mention_that_cannot_be_one_is_refused_and_nothing_is_fetched(
        string? source, string? target, HttpStatusCode expected)
    {
        string? Fill(string? text) => text?.Replace(
            "S", _elsewhere.Address + "note", StringComparison.Ordinal).Replace("T", _target.AbsoluteUri, StringComparison.Ordinal);
        var fields = new Dictionary<string, string>();
        if (Fill(source) is { } from)
        {
            fields["source"] = from;
        }

        if (Fill(target) is { } to)
        {
            fields["target"] = to;
        }

        var page = await _browser.PostAsync("/blog/webmention", new FormUrlEncodedContent(fields));

        page.Status.Should().Be(expected);
        page.Text.Should().MatchRegex("source|target");
        _elsewhere.Asked.Should().Be(0);
    }

    [Fact]
    public async Task Odd_requests_are_refused()
    {
        (await _browser.PostAsync("/blog/webmention", new StringContent("{}"))).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _browser.PostAsync("/blog/webmention", new FormUrlEncodedContent([new("source", new string('a', 40_000))]))).Status
            .Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _browser.PostAsync("/blog/webmention", new FormUrlEncodedContent(
            [new("source", "http://a.example/"), new("source", "http://b.example/"), new("target", _target.AbsoluteUri)])))
            .Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.PostAsync(
            "/blog/webmention", new StringContent("source=%FF%FE&target=%00", null, "application/x-www-form-urlencoded"))).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await _browser.GetAsync("/blog/webmention")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_it_is_off_nothing_takes_mentions()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();

        (await browser.PostAsync("/blog/webmention", new FormUrlEncodedContent([]))).Status
            .Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
        (await browser.GetAsync(Path)).Response.Headers.Contains("Link").Should().BeFalse();
    }

    /// <summary>Once; as often as <c>BLOGKIT_TIMES</c> says when somebody hunts a race.</summary>
    public static TheoryData<int> Times => [.. Enumerable.Range(1, TestSetting.Number("BLOGKIT_TIMES", 1))];

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Pages_that_a_published_post_links_to_are_told(int time)
    {
        _ = time;
        await GiveAddressAsync();
        _elsewhere.Page("/liked", "<link rel=webmention href=/wm>");
        _elsewhere.Page("/other", "", headers: ("Link", "</wm?k=1>; rel=webmention"));
        _elsewhere.Page("/deaf", "<p>no endpoint");

        var post = await _site.PublishAsync(new NewPost(
            _site.Blog.Id,
            "Links",
            $"[a]({_elsewhere.Address}liked) [b]({_elsewhere.Address}other) [c]({_elsewhere.Address}deaf) [d](/blog)"));
        Announce(post);

        await Elsewhere.UntilAsync(() => Task.FromResult(_elsewhere.Received.Count >= 2));
        _elsewhere.Received.Select(r => r.Form["target"])
            .Should().BeEquivalentTo(_elsewhere.Address + "liked", _elsewhere.Address + "other");
        _elsewhere.Received.Select(r => r.Form["source"]).Should().OnlyContain(s => s == "https://bees.example/blog/links");
    }

    [Fact]
    public async Task A_post_that_is_announced_again_and_again_is_told_once()
    {
        await GiveAddressAsync();
        _elsewhere.Page("/liked", "<link rel=webmention href=/wm>");
        _elsewhere.Page("/last", "<link rel=webmention href=/wm>");
        var post = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Links", $"[a]({_elsewhere.Address}liked)"));
        for (var i = 0; i < 20; i++)
        {
            Announce(post);
            await Task.Yield();
        }

        var last = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Last", $"[a]({_elsewhere.Address}last)"));
        Announce(last);
        await Elsewhere.UntilAsync(() => Task.FromResult(_elsewhere.Received.Any(r => r.Form["target"] == _elsewhere.Address + "last")));
        await Elsewhere.UntilAsync(() => Task.FromResult(_elsewhere.Received.Any(r => r.Form["target"] == _elsewhere.Address + "liked")));

        _elsewhere.Received.Count(r => r.Form["target"] == _elsewhere.Address + "liked").Should().Be(1);
    }

    [Fact]
    public async Task A_link_that_was_taken_out_is_told_too()
    {
        await GiveAddressAsync();
        _elsewhere.Page("/liked", "<link rel=webmention href=/wm>");
        var post = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Links", $"[a]({_elsewhere.Address}liked)"));
        Announce(post);
        await Elsewhere.UntilAsync(() => Task.FromResult(!_elsewhere.Received.IsEmpty));

        var changed = (await _site.Posts.UpdateAsync(post with { Markdown = "No more." }, Actor.System)).Value;
        Announce(changed);

        await Elsewhere.UntilAsync(() => Task.FromResult(_elsewhere.Received.Count >= 2));
        _elsewhere.Received.Should().OnlyContain(r => r.Form["target"] == _elsewhere.Address + "liked");
    }

    [Fact]
    public async Task Hubs_are_told_of_public_posts_and_told_again_when_they_were_away()
    {
        var calls = 0;
        var hub = _elsewhere.Page("/hub", context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref calls) == 1 ? 503 : 204;
            return Task.CompletedTask;
        });
        await using var site = await StartAsync(o => o.WebSubHubs.Add(hub));
        await site.Get<BlogService>().UpdateAsync(site.Blog with { BaseUrl = new Uri("https://bees.example/blog") }, Actor.System);
        var draft = (await site.Posts.CreateAsync(
            new NewPost(site.Blog.Id, "Draft", "x") { AuthorIds = [site.Author.Id] }, Actor.System)).Value;

        site.Get<BlogChanges>().Announce(new BlogChange(site.Blog.Id, BlogChangeKind.Post) { PostId = draft.Id });
        site.Get<BlogChanges>().Announce(new BlogChange(site.Blog.Id, BlogChangeKind.Post) { PostId = site.Post.Id });

        await Elsewhere.UntilAsync(() => Task.FromResult(_elsewhere.Received.Count >= 4));
        _elsewhere.Received.Select(r => r.Form["hub.url"]).Distinct().Should().BeEquivalentTo(
            "https://bees.example/blog/feed.xml", "https://bees.example/blog/feed.atom", "https://bees.example/blog/feed.json");
        _elsewhere.Received.Should().OnlyContain(r => r.Form["hub.mode"] == "publish");
    }

    [Fact]
    public async Task A_full_queue_says_when_to_come_again()
    {
        await using var site = await StartAsync(o =>
        {
            o.ReceiveWebmentions = true;
            o.QueueLength = 1;
        });
        using var browser = site.Browse();
        var gate = new TaskCompletionSource();
        for (var i = 0; i < 8; i++)
        {
            _elsewhere.Page($"/wait{i}", _ => gate.Task);
        }

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            statuses.Add((await browser.PostAsync(
                "/blog/webmention", Form(new Uri(_elsewhere.Address, $"/wait{i}"), new Uri(site.Address, Path)))).Status);
        }

        gate.SetResult();
        statuses.Should().Contain(HttpStatusCode.ServiceUnavailable).And.Contain(HttpStatusCode.Accepted);
    }

    private static FormUrlEncodedContent Form(Uri source, Uri target) =>
        new([new("source", source.AbsoluteUri), new("target", target.AbsoluteUri)]);

    private static Task<Site> StartAsync(Action<OpenWebOptions> options) => Site.StartAsync(
        builder: kit => kit.Services.AddSingleton<WebGuard, Elsewhere.Guard>(),
        openWeb: o =>
        {
            o.RetryAfter = TimeSpan.FromMilliseconds(20);
            options(o);
        });

    private string Note(string text) =>
        $"""<div class="h-entry"><span class="p-author h-card">Zoë</span><p class="e-content">{text}</p><a class="u-in-reply-to" href="{_target}">this</a></div>""";

    private async Task<HttpStatusCode> SendAsync(Uri source, Uri target) =>
        (await _browser.PostAsync("/blog/webmention", Form(source, target))).Status;

    private async Task<Comment> FindAsync(CommentStatus status)
    {
        Comment? found = null;
        await Elsewhere.UntilAsync(async () =>
        {
            var page = await _site.Get<ICommentStore>().ListAsync(
                new CommentQuery { BlogId = _site.Blog.Id, Status = status, Size = 10 }, default);
            found = page.Items.FirstOrDefault(static i => i.Comment.Kind is CommentKind.Webmention)?.Comment;
            return found is not null;
        });
        return found!;
    }

    private async Task GiveAddressAsync() =>
        await _site.Get<BlogService>().UpdateAsync(_site.Blog with { BaseUrl = new Uri("https://bees.example/blog") }, Actor.System);

    private void Announce(Post post) =>
        _site.Get<BlogChanges>().Announce(new BlogChange(post.BlogId, BlogChangeKind.Post) { PostId = post.Id });
}
