using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

public sealed class VoteAndReactionTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private const string Feedback = "/blog/comments/feedback";
    private Site _site = null!;
    private Browser _browser = null!;
    private Comment _comment = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
        _comment = await _site.CommentAsync("Max", "A point");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_vote_works_without_JavaScript_makes_the_guest_known_and_is_marked_as_theirs()
    {
        var before = await _browser.GetAsync(Path);
        _browser.Cookies.GetAllCookies().Should().NotContain(c => c.Name == "bk.guest");

        var answer = await PressAsync(before, "#comment-" + _comment.Id + " [name=up]");

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        answer.Location.Should().Be($"/blog/comments/{_comment.Id}?done=voted");
        _browser.Cookies.GetAllCookies().Should().ContainSingle(c => c.Name == "bk.guest");
        var after = await _browser.GetAsync(Path);
        after.First("[name=clear][aria-pressed=true]").Should().Be("Agree 1");
        using var other = _site.Browse();
        var seenByOther = await other.GetAsync(Path);
        seenByOther.First("[name=up]").Should().Be("Agree 1");
        seenByOther.Html.QuerySelector("[aria-pressed]").Should().BeNull();
    }

    [Fact]
    public async Task The_same_button_takes_the_vote_back()
    {
        await PressAsync(await _browser.GetAsync(Path), "[name=up]");

        await PressAsync(await _browser.GetAsync(Path), "[name=clear]");

        var page = await _browser.GetAsync(Path);
        page.First("[name=up]").Should().Be("Agree");
        page.Html.QuerySelector("[aria-pressed]").Should().BeNull();
    }

    [Fact]
    public async Task Everything_else_is_a_link_away_without_JavaScript()
    {
        var more = await _browser.GetAsync((await _browser.GetAsync(Path)).Attribute(".bk-actions a[href$='/more']", "href")!);

        more.First("h1").Should().Be("Comment by Max");
        more.Html.QuerySelectorAll(".bk-actions button").Select(LabelOf)
            .Should().Equal("Agree", "Disagree", "Like", "Love", "Funny", "Insightful", "Sad");
        more.Html.QuerySelector(".bk-message .bk-actions").Should().NotBeNull();
        (await PressAsync(more, ".bk-actions button[aria-label=Love]")).Status.Should().Be(HttpStatusCode.SeeOther);
        await PressAsync(more, "[name=down]");
        var page = await _browser.GetAsync(Path);
        page.Html.QuerySelectorAll(".bk-actions button").Select(LabelOf).Should().Equal("Agree", "Disagree 1", "Love 1");
        page.Html.QuerySelectorAll(".bk-actions button[aria-pressed=true]").Should().HaveCount(2);
        await PressAsync(page, ".bk-actions button[aria-label='Love 1']");
        (await _browser.GetAsync(Path)).Html.QuerySelector(".bk-actions button[aria-label^=Love]").Should().BeNull();
    }

    [Fact]
    public async Task A_script_gets_the_buttons_alone_and_errors_in_words()
    {
        var page = await _browser.GetAsync(Path);

        var buttons = await PressAsync(page, "[name=up]", asScript: true);
        var nonsense = await SendAsync(page, true, ("react", "nothing:" + ShortId(page)));
        var gone = await SendAsync(page, true, ("up", new CommentId(Guid.NewGuid()).ToString()));

        buttons.Status.Should().Be(HttpStatusCode.OK);
        buttons.Text.Should().StartWith("<p class=\"bk-actions\"><button form=\"bkf\" name=\"clear\"").And.EndWith("</p>");
        buttons.First("[name=clear]").Should().Be("Agree 1");
        nonsense.Status.Should().Be(HttpStatusCode.BadRequest);
        nonsense.First(".bk-error").Should().Be("Reaction is not one of this blog's.");
        gone.Status.Should().Be(HttpStatusCode.NotFound);
        gone.First(".bk-error").Should().Be("The comment is no longer here.");
    }

    [Fact]
    public async Task Nobody_votes_for_their_own_comment()
    {
        await _browser.CommentAsync(Path, ("name", "Eva"), ("email", "eva@example.org"), ("body", "Mine"));
        var page = await _browser.GetAsync(Path);

        page.Html.QuerySelector(".bk-own .bk-actions")!.QuerySelectorAll("button, a[href$='/more']").Should().BeEmpty();
        var id = page.Html.QuerySelector(".bk-own")!.ParentElement!.Id!["comment-".Length..];
        (await SendAsync(page, false, ("up", id))).Status.Should().Be(HttpStatusCode.Forbidden);
        var script = await SendAsync(page, true, ("up", id));
        script.Status.Should().Be(HttpStatusCode.Forbidden);
        script.First(".bk-error").Should().Be("This is your own comment.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("up=nonsense")]
    [InlineData("up=")]
    [InlineData("react=ID")]
    [InlineData("react=%3AID")]
    [InlineData("up=ID&down=ID")]
    [InlineData("up=ID&up=ID")]
    public async Task What_no_button_says_is_refused_and_changes_nothing(string body)
    {
        using var content = new StringContent(
            body.Replace("ID", _comment.Id.ToString(), StringComparison.Ordinal),
            System.Text.Encoding.ASCII,
            "application/x-www-form-urlencoded");

        var answer = await _browser.PostAsync(Feedback, content);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.GetAsync(Path)).First("[name=up]").Should().Be("Agree");
        _browser.Cookies.GetAllCookies().Should().NotContain(c => c.Name == "bk.guest");
    }

    [Fact]
    public async Task What_is_no_form_of_this_site_is_refused_and_changes_nothing()
    {
        var page = await _browser.GetAsync(Path);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var large = new FormUrlEncodedContent([new("up", new string('x', 100_000))]);
        using var foreign = new FormUrlEncodedContent([new("up", ShortId(page))]);

        (await _browser.PostAsync(Feedback, json)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _browser.PostAsync(Feedback, large)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _browser.PostAsync(Feedback, foreign, Browser.ForeignOrigin)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.GetAsync(Path)).First("[name=up]").Should().Be("Agree");
    }

    [Fact]
    public async Task A_comment_that_is_not_to_be_read_cannot_be_voted_for()
    {
        var page = await _browser.GetAsync(Path);
        await _site.Posts.UpdateAsync(
            _site.Post with { Comments = new PostCommentSettings { Mode = CommentMode.Hidden } }, Actor.Author(_site.Author));

        (await SendAsync(page, false, ("up", ShortId(page)))).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync($"/blog/comments/{_comment.Id}/more")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync("/blog/comments/nonsense/more")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_short_identity_leads_to_the_same_comment_and_has_one_spelling()
    {
        var page = await _browser.GetAsync(Path);
        var id = ShortId(page);

        id.Should().HaveLength(22);
        (await _browser.GetAsync($"/blog/comments/{id}")).Location.Should().EndWith($"#comment-{_comment.Id}");
        (await _browser.GetAsync($"/blog/comments/{id[..21]}_")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static string LabelOf(IElement button) => button.GetAttribute("aria-label") ?? button.TextContent;

    private static string ShortId(WebPage page) => page.Attribute("[name=up]", "value")!;

    private async Task<WebPage> PressAsync(WebPage page, string selector, bool asScript = false)
    {
        var button = page.Html.QuerySelector(selector)!;
        button.GetAttribute("form").Should().Be("bkf");
        return await SendAsync(page, asScript, (button.GetAttribute("name")!, button.GetAttribute("value")!));
    }

    private async Task<WebPage> SendAsync(WebPage page, bool asScript, (string Name, string Value) button)
    {
        var form = page.Html.QuerySelector<IHtmlFormElement>("#bkf")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
        fields[button.Name] = button.Value;
        using var content = new FormUrlEncodedContent(fields);
        return await _browser.PostAsync(form.GetAttribute("action")!, content, asScript: asScript);
    }
}
