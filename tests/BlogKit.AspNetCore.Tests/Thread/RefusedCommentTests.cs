using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A comment that was not taken is given back without the thread, whatever the reason.</summary>
public sealed class RefusedCommentTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private static readonly (string, string?)[] s_good = [("name", "Max"), ("email", "max@example.org"), ("body", "Hello *there*.")];
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_bad_field_comes_back_with_the_comment_it_answers_and_the_way_to_the_thread()
    {
        var root = await _site.CommentAsync("Ada", "A *point* of hers");
        await _site.CommentAsync("Eva", "Another");

        var page = await _browser.CommentAsync($"{Path}?replyTo={root.Id}", [.. s_good, ("email", "nobody")]);

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        RefusedFormTests.ShouldRefuse(page);
        page.First("#respond blockquote.bk-answered em").Should().Be("point");
        page.First("#respond h2").Should().Contain("Ada");
        page.Attribute("#respond input[name=parentId]", "value").Should().Be(root.Id.ToString());
        page.Attribute(".bk-list-head a", "href").Should().Be(Path);
        page.Html.QuerySelector(".bk-comment").Should().BeNull();
        page.Text.Should().NotContain("Another");
    }

    [Fact]
    public async Task What_was_mended_there_is_taken()
    {
        var root = await _site.CommentAsync("Ada", "A point");
        var page = await _browser.CommentAsync($"{Path}?replyTo={root.Id}", [.. s_good, ("email", "nobody")]);

        var taken = await _browser.SendAsync(
            page.Html.QuerySelector<IHtmlFormElement>("#respond form")!, ("email", "max@example.org"));

        taken.Status.Should().Be(HttpStatusCode.SeeOther);
        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Approved.Should().Be(2);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/blog/embed/open-for-talk-and-more")]
    public async Task A_thread_that_closed_meanwhile_gives_the_text_back_without_a_form(string path)
    {
        await _site.CommentAsync("Ada", "A point");
        var form = await _browser.GetAsync(path);
        await CloseAsync();

        var page = await _browser.CommentAsync(form, s_good);

        page.Status.Should().Be(HttpStatusCode.Forbidden);
        page.First("#respond .bk-closed[role=alert]").Should().Be("Comments are closed.");
        page.First("#bk-refused").Should().Be("Hello *there*.");
        page.Html.QuerySelector("#respond form").Should().BeNull();
        page.Html.QuerySelector(".bk-comment").Should().BeNull();
    }

    [Theory]
    [InlineData("/comments")]
    [InlineData("/preview")]
    public async Task A_hidden_discussion_shows_nobody_what_a_refused_comment_answers(string door)
    {
        var root = await _site.CommentAsync("Ada", "A point of hers");
        await SetModeAsync(CommentMode.Hidden);
        using var form = new FormUrlEncodedContent([new("body", ""), new("parentId", root.Id.ToString())]);

        var page = await _browser.PostAsync(Path + door, form);

        ((int)page.Status).Should().BeGreaterThanOrEqualTo(400);
        page.Text.Should().NotContain("A point of hers").And.NotContain("Ada");
    }

    [Fact]
    public async Task A_bad_field_under_a_closed_thread_is_not_asked_to_be_mended()
    {
        var form = await _browser.GetAsync(Path);
        await CloseAsync();

        var page = await _browser.CommentAsync(form, [.. s_good, ("email", "nobody")]);

        RefusedFormTests.ShouldRefuse(page);
        page.First("#respond .bk-closed").Should().Be("Comments are closed.");
        page.Html.QuerySelector("#respond form").Should().BeNull();
    }

    [Fact]
    public async Task The_script_finds_its_words_there()
    {
        var page = await _browser.CommentAsync(Path, [.. s_good, ("email", "nobody")]);

        page.Attribute("section.bk-comments", "data-failed").Should().NotBeNullOrEmpty();
        page.Attribute("section.bk-comments", "data-refused").Should().Contain("{0}");
    }

    [Fact]
    public async Task A_thread_that_closed_says_so_in_the_language_of_the_page()
    {
        (await _site.Get<BlogService>().UpdateAsync(_site.Blog with { Language = "pl" }, Actor.System)).EnsureSucceeded();
        var form = await _browser.GetAsync(Path);
        await CloseAsync();

        (await _browser.CommentAsync(form, s_good)).First(".bk-closed").Should().Be("Komentowanie zakończone.");
    }

    [Fact]
    public async Task A_form_on_a_page_of_the_application_leads_back_to_that_page()
    {
        var page = await _browser.CommentAsync(Path, [.. s_good, ("email", "nobody"), ("returnTo", "/about")]);

        page.Attribute(".bk-list-head a", "href").Should().Be("/about");
    }

    private Task CloseAsync() => SetModeAsync(CommentMode.Closed);

    private async Task SetModeAsync(CommentMode mode) => await _site.Posts.UpdateAsync(
        _site.Post with { Comments = new PostCommentSettings { Mode = mode } }, Actor.Author(_site.Author));
}
