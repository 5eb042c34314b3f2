using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

public sealed class ReportAndAppealTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private static readonly (string, string?)[] Good = [("name", "Max"), ("email", "canary.max@example.org"), ("body", "Hello *there*.")];
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(HoldMode.FirstComment);
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_guest_reports_a_comment_with_a_reason()
    {
        var comment = await _site.CommentAsync("Eva", "Buy my pills");
        var more = await _browser.GetAsync((await _browser.GetAsync(Path)).Attribute(".bk-actions a[href$='/more']", "href")!);
        var form = await _browser.GetAsync(more.Attribute("a.bk-flag", "href")!);

        form.First("h1").Should().Be("Report the comment by Eva");
        form.All(".bk-message label").Should().Equal(
            "Advertising or a fraud",
            "Insults, threats or hatred",
            "Not about the post",
            "Tells what somebody would keep private",
            "Something else, which I describe",
            "In your words");
        var answer = await SendAsync(form, ("kind", "spam"), ("note", "Pills again"));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.First("h1").Should().Be("Thank you");
        answer.Attribute(".bk-message > p > a", "href").Should().Be(Path + "#comments");
        _browser.Cookies.GetAllCookies().Should().ContainSingle(c => c.Name == "bk.guest");
        var flag = (await _site.Get<FlagService>().ListAllAsync(comment.BlogId, comment.Id, Actor.System)).Value
            .Should().ContainSingle().Subject;
        (flag.Kind, flag.Note).Should().Be((FlagKind.Spam, "Pills again"));
    }

    [Theory]
    [InlineData(null, "because", "Choose what is wrong with it.")]
    [InlineData("nonsense", "because", "Choose what is wrong with it.")]
    [InlineData("0", "because", "Choose what is wrong with it.")]
    [InlineData("other", "", "Say in your own words what is wrong with it.")]
    public async Task A_report_that_says_nothing_is_told_so_and_keeps_what_was_typed(string? kind, string note, string error)
    {
        var comment = await _site.CommentAsync("Eva", "Text");
        var form = await _browser.GetAsync($"/blog/comments/{comment.Id}/flag");

        var answer = await SendAsync(form, ("kind", kind), ("note", note));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.First("[role=alert]").Should().Be(error);
        answer.First("#bk-note").Should().Be(note);
        (await _site.Get<FlagService>().ListAllAsync(comment.BlogId, comment.Id, Actor.System)).Value.Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_that_is_too_long_foreign_or_about_nothing_is_refused()
    {
        var comment = await _site.CommentAsync("Eva", "Text");
        var path = $"/blog/comments/{comment.Id}/flag";
        var form = await _browser.GetAsync(path);
        using var foreign = new FormUrlEncodedContent([new("kind", "spam")]);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        (await SendAsync(form, ("kind", "spam"), ("note", new string('x', 501)))).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await _browser.PostAsync(path, foreign, Browser.ForeignOrigin)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.PostAsync(path, json)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _browser.GetAsync($"/blog/comments/{new CommentId(Guid.NewGuid())}/flag")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync("/blog/comments/x/flag")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _site.Get<FlagService>().ListAllAsync(comment.BlogId, comment.Id, Actor.System)).Value.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_reports_are_off_there_is_no_way_to_one()
    {
        await using var site = await Site.StartAsync(options: static o => o.Moderation.Flags.Enabled = false);
        using var browser = site.Browse();
        var comment = await site.CommentAsync("Eva", "Text");

        (await browser.GetAsync($"/blog/comments/{comment.Id}/more")).Html.QuerySelector(".bk-flag").Should().BeNull();
        (await browser.GetAsync(Path)).Text.Should().NotContain("bk-flag");
        (await browser.GetAsync($"/blog/comments/{comment.Id}/flag")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_writer_of_a_held_comment_learns_why_and_answers_once()
    {
        var held = await _browser.FollowAsync(await _browser.CommentAsync(Path, Good));
        var edit = held.Attribute(".bk-is-held .bk-actions a", "href")!;
        var page = await _browser.GetAsync(edit);

        page.First(".bk-notice").Should().StartWith("Your comment waits for a moderator.");
        page.First(".bk-form-note").Should().MatchRegex("^You can change it for \\d+ more (minute|second|hour)s?\\.$");
        var answer = await _browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>(".bk-appeal")!, ("text", "I only said hello."));
        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        var after = await _browser.FollowAsync(answer);
        after.First("blockquote").Should().Be("I only said hello.");
        after.Html.QuerySelector(".bk-appeal").Should().BeNull();
        (await _browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>(".bk-appeal")!, ("text", "Again."))).Status
            .Should().Be(HttpStatusCode.Conflict);
        using var other = _site.Browse();
        (await other.GetAsync(edit)).Status.Should().Be(HttpStatusCode.NotFound);
        (await other.SendAsync(page.Html.QuerySelector<IHtmlFormElement>(".bk-appeal")!, ("text", "Not mine."))).Status
            .Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_answer_without_words_is_told_so()
    {
        var held = await _browser.FollowAsync(await _browser.CommentAsync(Path, Good));
        var page = await _browser.GetAsync(held.Attribute(".bk-is-held .bk-actions a", "href")!);

        var empty = await _browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>(".bk-appeal")!, ("text", " "));
        var form = page.Html.QuerySelector<IHtmlFormElement>(".bk-appeal")!;
        using var content = Browser.Content(form, ("text", "Please"));
        var foreign = await _browser.PostAsync(form.GetAttribute("action")!, content, Browser.ForeignOrigin);

        empty.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        empty.First("#bk-appeal-error").Should().Be("To the moderators is required.");
        foreign.Status.Should().Be(HttpStatusCode.BadRequest);
        foreign.First("#bk-refused").Should().Be("Please");
    }

    [Fact]
    public async Task When_the_time_is_over_the_text_is_there_to_read_and_no_form()
    {
        await using var site = await Site.StartAsync(HoldMode.FirstComment, options: static o => o.Comments.EditWindow = TimeSpan.Zero);
        using var browser = site.Browse();
        var held = await browser.FollowAsync(await browser.CommentAsync(Path, Good));

        var page = await browser.GetAsync(held.Attribute(".bk-is-held .bk-actions a", "href")!);

        page.First("#bk-body[readonly]").Should().Be("Hello *there*.");
        page.Html.QuerySelectorAll("form[action$='/edit'], form[action$='/withdraw']").Should().BeEmpty();
        page.Html.QuerySelector(".bk-appeal").Should().NotBeNull();
    }

    private Task<WebPage> SendAsync(WebPage page, params (string, string?)[] fields)
    {
        var form = page.Html.QuerySelector<IHtmlFormElement>(".bk-message form")!;
        foreach (var radio in form.QuerySelectorAll("input[type=radio]").ToArray())
        {
            radio.Remove();
        }

        return _browser.SendAsync(form, fields);
    }
}
