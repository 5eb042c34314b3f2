using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

public sealed class RefusedFormTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_comment_form_is_answered_where_it_stands_and_the_title_says_so_first()
    {
        var form = await _browser.GetAsync(Path);
        form.Html.Title.Should().StartWith("Open for Talk");
        form.Html.QuerySelector("#respond")!.HasAttribute("tabindex").Should().BeFalse();

        var page = await _browser.CommentAsync(Path, ("name", "Max"), ("email", "nobody"), ("body", "Hello"));

        form.Attribute("#respond form", "action").Should().EndWith("/comments#respond");
        page.Attribute("#respond", "tabindex").Should().Be("-1", "browsers give what the fragment names the focus, if it can have it");
        page.Attribute("#respond", "aria-labelledby").Should().StartWith("bk-errors ", "and say what is wrong first");
        page.First("#respond #bk-errors").Should().Contain("E-mail is not an e-mail address");
        page.All("#respond > *")[1].Should().Contain("E-mail", "nothing stands between the heading and what is wrong");
        ShouldRefuse(page);
    }

    [Fact]
    public async Task A_script_is_told_what_is_wrong_and_where_a_comment_is_without_a_page()
    {
        var refused = await SendAsync(("name", ""), ("email", "nobody"), ("body", "Hello"));
        var taken = await SendAsync(("name", "Max"), ("email", "max@example.org"), ("body", "Hello"));

        refused.Status.Should().Be(HttpStatusCode.OK, "browsers log every other answer to a script as an error");
        refused.Text.Should().NotContain("<html");
        refused.First("#bk-errors").Should().Contain("Name is required.");
        refused.First("#bk-name-error").Should().Be("Name is required.");
        refused.First("#bk-email-error").Should().StartWith("E-mail is not");
        refused.Html.QuerySelector(".bk-sent").Should().BeNull();
        taken.Attribute("a.bk-sent", "href").Should().MatchRegex("^/blog/comments/[0-9a-f]{32}$");
        taken.Html.QuerySelector(".bk-errors").Should().BeNull();
    }

    [Fact]
    public async Task A_report_an_appeal_a_change_and_a_password_are_refused_alike()
    {
        var comment = await _site.CommentAsync("Max", "Root");
        var flag = $"/blog/comments/{comment.Id}/flag";
        ShouldRefuse(await _browser.PostAsync(flag, new FormUrlEncodedContent([new("note", "x")])));

        var own = await _browser.CommentAsync(Path, ("name", "Eva"), ("email", "eva@example.org"), ("url", ""), ("body", "Mine"));
        var edit = await _browser.GetAsync(own.Location + "/edit");
        using var empty = Browser.Content(edit.Html.QuerySelector<IHtmlFormElement>("form[action$='/edit']")!, ("body", " "));
        ShouldRefuse(await _browser.PostAsync(own.Location + "/edit", empty));

        using var foreign = new FormUrlEncodedContent([new("body", "x")]);
        ShouldRefuse(await _browser.PostAsync(Path + "/comments", foreign, Browser.ForeignOrigin));
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        ShouldRefuse(await _browser.PostAsync(Path + "/comments", json));
    }

    [Fact]
    public async Task A_page_that_is_not_there_refuses_no_form()
    {
        var page = await _browser.GetAsync("/blog/nowhere");

        page.Html.Title.Should().NotStartWith("Error");
        page.Html.QuerySelector("[autofocus]").Should().BeNull();
    }

    /// <summary>The page says first in its title that it refuses, and what is wrong has the focus.</summary>
    internal static void ShouldRefuse(WebPage page)
    {
        ((int)page.Status).Should().BeGreaterThanOrEqualTo(400);
        page.Html.Title.Should().StartWith("Error: ", page.Text);
        page.Html.QuerySelectorAll("[autofocus]")
            .Should().ContainSingle(page.Text).Which.Matches(".bk-errors[role=alert][tabindex='-1']").Should().BeTrue(page.Text);
    }

    private async Task<WebPage> SendAsync(params (string Name, string? Value)[] changes)
    {
        var page = await _browser.GetAsync(Path);
        using var content = Browser.Content(page.Html.QuerySelector<IHtmlFormElement>("#respond form")!, changes);
        return await _browser.PostAsync(Path + "/comments", content, asScript: true);
    }
}
