using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

public sealed class PageCacheTests : IDisposable
{
    private const string PostPath = "/blog/open-for-talk-and-more";
    private readonly TemporaryDatabase _database = new();

    [Theory]
    [InlineData("/blog")]
    [InlineData(PostPath)]
    [InlineData("/blog/author/ada-keeper")]
    public async Task A_page_seen_before_costs_no_command(string path)
    {
        await using var site = await StartAsync();
        using var first = site.Browse();
        using var second = site.Browse();
        await first.GetAsync(path);

        WebPage? page = null;
        var commands = await CommandCount.OfAsync(site, async () => page = await second.GetAsync(path));

        page!.Response.StatusCode.Should().Be(HttpStatusCode.OK);
        commands.Should().BeEmpty();
    }

    [Fact]
    public async Task A_comment_is_on_the_next_page_that_anybody_gets()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        await reader.GetAsync(PostPath);

        await site.CommentAsync("Max", "The word is marjoram.");

        (await reader.GetAsync(PostPath)).Text.Should().Contain("marjoram");
        (await reader.GetAsync("/blog")).Text.Should().Contain("1 comment");
    }

    [Fact]
    public async Task A_comment_under_one_post_leaves_the_pages_of_others_kept()
    {
        await using var site = await StartAsync();
        var other = await site.PublishAsync(new NewPost(site.Blog.Id, "Another", "Text."));
        using var reader = site.Browse();
        await reader.GetAsync(PostPath);

        await site.CommentAsync("Max", "Elsewhere.", post: other);

        (await CommandCount.OfAsync(site, () => reader.GetAsync(PostPath))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_changed_post_is_shown_changed()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        await reader.GetAsync(PostPath);
        await reader.GetAsync("/blog");

        (await site.Posts.UpdateAsync(site.Post with { Title = "Another title" }, Actor.Author(site.Author))).EnsureSucceeded();

        (await reader.GetAsync(PostPath)).Text.Should().Contain("Another title");
        (await reader.GetAsync("/blog")).Text.Should().Contain("Another title");
    }

    [Fact]
    public async Task A_comment_taken_down_is_gone_at_once()
    {
        await using var site = await StartAsync();
        var comment = await site.CommentAsync("Max", "Not for long.");
        using var reader = site.Browse();
        await reader.GetAsync(PostPath);

        (await site.Moderation.TrashAsync(comment.BlogId, comment.Id, Actor.System)).EnsureSucceeded();

        (await reader.GetAsync(PostPath)).Text.Should().NotContain("Not for long.");
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        var tag = (await reader.GetAsync(PostPath)).Response.Headers.ETag!;

        using var request = new HttpRequestMessage(HttpMethod.Get, PostPath) { Headers = { IfNoneMatch = { tag } } };
        using var answer = await reader.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.NotModified);
        answer.Headers.ETag.Should().Be(tag);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_validator_changes_with_the_page()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        var before = (await reader.GetAsync(PostPath)).Response.Headers.ETag!;

        await site.CommentAsync("Max", "Something new.");

        (await reader.GetAsync(PostPath)).Response.Headers.ETag.Should().NotBe(before);
    }

    [Fact]
    public async Task Whoever_takes_Brotli_gets_the_same_page_smaller()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        var plain = await reader.GetAsync(PostPath);

        using var request = new HttpRequestMessage(HttpMethod.Get, PostPath)
        {
            Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("br") } },
        };
        using var answer = await reader.Client.SendAsync(request);
        await using var unpacked = new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);

        answer.Content.Headers.ContentEncoding.Should().Equal("br");
        answer.Headers.Vary.Should().Contain(["Accept-Encoding", "Cookie"]);
        answer.Headers.ETag.Should().NotBe(plain.Response.Headers.ETag);
        (await text.ReadToEndAsync()).Should().Be(plain.Text);
    }

    [Fact]
    public async Task A_shared_page_sets_no_cookie_and_holds_no_token()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();

        var page = await reader.GetAsync(PostPath);

        page.Response.Headers.Contains("Set-Cookie").Should().BeFalse();
        page.Text.Should().NotContain("__RequestVerificationToken");
    }

    [Theory]
    [InlineData(PostPath + "?own=1")]
    [InlineData("/blog/nothing-here")]
    [InlineData("/blog/search?q=x")]
    public async Task Reading_a_page_that_is_not_shared_sets_no_cookie_either(string path)
    {
        await using var site = await Site.StartAsync(web: static o => o.PageCache.OwnParameters.Add("own"), database: _database.Path);
        using var reader = site.Browse();

        var page = await reader.GetAsync(path);

        page.Response.Headers.Contains("Set-Cookie").Should().BeFalse();
        page.Text.Should().NotContain("__RequestVerificationToken");
    }

    [Fact]
    public async Task Whoever_has_a_cookie_gets_a_proof_with_a_page_of_their_own()
    {
        await using var site = await Site.StartAsync(web: static o => o.PageCache.OwnParameters.Add("own"), database: _database.Path);
        using var reader = site.Browse();
        await reader.CommentAsync(PostPath, ("name", "Max"), ("email", "max@example.org"), ("body", "So that I am known."));

        (await reader.GetAsync(PostPath + "?own=1")).Text.Should().Contain("__RequestVerificationToken");
    }

    [Fact]
    public async Task A_comment_sent_from_a_shared_page_is_taken()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();

        var answer = await reader.CommentAsync(PostPath, ("name", "Max"), ("email", "max@example.org"), ("body", "From a kept page."));

        answer.Response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await reader.GetAsync(PostPath)).Text.Should().Contain("From a kept page.");
    }

    [Fact]
    public async Task A_form_of_a_shared_page_sent_twice_at_once_is_one_comment()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        var page = await reader.GetAsync(PostPath);
        (string, string?)[] typed = [("name", "Max"), ("email", "max@example.org"), ("body", "Only once.")];

        var answers = await Task.WhenAll(reader.CommentAsync(page, typed), reader.CommentAsync(page, typed));

        answers.Select(static a => a.Response.StatusCode).Should().OnlyContain(static s => s == HttpStatusCode.SeeOther);
        (await site.Get<ThreadService>().CountAsync(site.Blog.Id, site.Post.Id)).Approved.Should().Be(1);
    }

    [Fact]
    public async Task Who_has_commented_gets_a_page_of_their_own()
    {
        await using var site = await StartAsync(HoldMode.All);
        using var writer = site.Browse();
        using var reader = site.Browse();
        await writer.FollowAsync(await writer.CommentAsync(PostPath, ("name", "Max"), ("email", "max@example.org"), ("body", "It waits.")));

        var own = await writer.GetAsync(PostPath);
        var shared = await reader.GetAsync(PostPath);

        own.Text.Should().Contain("It waits.");
        own.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        shared.Text.Should().NotContain("It waits.");
    }

    [Fact]
    public async Task A_signed_in_reader_is_not_shown_the_shared_page()
    {
        await using var site = await StartAsync();
        using var guest = site.Browse();
        using var user = site.Browse("key|Uma User");
        await guest.GetAsync(PostPath);

        (await user.GetAsync(PostPath)).Text.Should().Contain("Uma User");
        (await guest.GetAsync(PostPath)).Text.Should().NotContain("Uma User");
    }

    [Fact]
    public async Task A_protected_post_is_never_kept()
    {
        await using var site = await StartAsync();
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Secret", "The hidden text.") { Visibility = PostVisibility.Password, Password = "honey" });
        using var reader = site.Browse();
        using var stranger = site.Browse();
        var asked = await reader.GetAsync("/blog/secret");
        await reader.FollowAsync(
            await reader.SendAsync((IHtmlFormElement)asked.Html.QuerySelector("form.bk-password")!, ("password", "honey")));

        (await stranger.GetAsync("/blog/secret")).Text.Should().NotContain("The hidden text.");
        asked.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task An_address_with_an_unknown_parameter_is_answered_and_not_kept()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        await reader.GetAsync("/blog?utm_source=x");

        var commands = await CommandCount.OfAsync(site, () => reader.GetAsync("/blog?utm_source=x"));

        commands.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Nothing_but_a_whole_page_is_kept()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        (await reader.GetAsync("/blog/later")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);

        await site.PublishAsync(new NewPost(site.Blog.Id, "Later", "Now."));

        (await reader.GetAsync("/blog/later")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Switched_off_nothing_is_kept()
    {
        await using var site = await Site.StartAsync(web: static o => o.PageCache.Enabled = false, database: null);
        using var reader = site.Browse();

        (await reader.GetAsync("/blog")).Response.Headers.ETag.Should().BeNull();
    }

    [Fact]
    public async Task A_lifetime_of_nothing_is_refused_at_the_start()
    {
        var start = async () => await Site.StartAsync(web: static o => o.PageCache.Lifetime = TimeSpan.Zero);

        await start.Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*PageCache.Lifetime*");
    }

    public void Dispose() => _database.Dispose();

    // Commands are counted by a store that has some.
    private Task<Site> StartAsync(HoldMode hold = HoldMode.None) => Site.StartAsync(hold, database: _database.Path);
}
