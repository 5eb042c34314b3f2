using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Users whose account has no name to show are asked for one with their first comment.</summary>
public sealed class AskedNameTests : IAsyncLifetime
{
    private const string Post = "/blog/open-for-talk-and-more";
    private const string Field = "input[name=displayName]";
    private Site _site = null!;
    private Browser _user = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _user = _site.Browse("42|zoe.canary@mail.example");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_form_asks_once_and_says_afterwards_who_comments()
    {
        var first = await _user.GetAsync(Post);
        first.Html.QuerySelector("#respond label[for=bk-displayName]")!.TextContent.Should().Be("Name to show");
        first.First("#bk-displayName-note").Should().Contain("you appear as “Member”");

        await _user.CommentAsync(first, ("body", "A thought."), ("displayName", "Zoe Keeper"));

        var second = await _user.GetAsync(Post);
        second.Html.QuerySelector(Field).Should().BeNull();
        second.First("#respond .bk-form-note").Should().Contain("You comment as Zoe Keeper.");
        second.All(".p-author").Should().Contain(static n => n!.Contains("Zoe Keeper"));
        await _user.CommentAsync(second, ("body", "Another one."));
        (await _user.GetAsync(Post)).All(".p-author").Count(static n => n!.Contains("Zoe Keeper")).Should().Be(2);
    }

    [Fact]
    public async Task Nobody_else_is_asked()
    {
        using var named = _site.Browse("43|Yan");
        using var author = _site.Browse(ApiSite.Owner);
        using var guest = _site.Browse();

        foreach (var browser in (Browser[])[named, author, guest])
        {
            (await browser.GetAsync(Post)).Html.QuerySelector(Field).Should().BeNull();
            (await browser.GetAsync("/blog/comments/name")).Status.Should().Be(HttpStatusCode.NotFound);
        }

        (await named.GetAsync(Post)).Html.QuerySelector("#respond a[href*='/comments/name']").Should().BeNull("the application names them");
    }

    [Fact]
    public async Task Who_gives_no_name_appears_neutrally_and_is_asked_again()
    {
        await _user.CommentAsync(Post, ("body", "A thought."));

        var page = await _user.GetAsync(Post);
        page.All(".p-author").Should().Contain(static n => n!.Contains("Member"));
        page.Html.QuerySelector(Field).Should().NotBeNull();
    }

    [Theory]
    [InlineData("zoe.canary@mail.example", "Name to show is an e-mail address or a part of one")]
    [InlineData("ada KEEPER", "Name to show belongs to an author of this blog. Choose another.")]
    public async Task A_refused_name_stands_in_its_field_with_what_is_wrong(string name, string message)
    {
        var page = await _user.CommentAsync(Post, ("body", "A thought."), ("displayName", name));

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        RefusedFormTests.ShouldRefuse(page);
        page.Attribute(Field, "value").Should().Be(name);
        page.Attribute(Field, "aria-describedby").Should().Be("bk-displayName-error");
        page.First("#bk-displayName-error").Should().StartWith(message);
        page.First("#respond textarea").Should().Contain("A thought.");
        page.Html.QuerySelector("#bk-errors a[href$='#bk-displayName']").Should().NotBeNull();
    }

    [Fact]
    public async Task A_script_is_told_at_the_field()
    {
        var form = (await _user.GetAsync(Post)).Html.QuerySelector<IHtmlFormElement>("#respond form")!;

        var page = await _user.PostAsync(
            form.GetAttribute("action")!, Browser.Content(form, ("body", "A thought."), ("displayName", "zoe@mail")), asScript: true);

        page.First("#bk-displayName-error").Should().StartWith("Name to show is an e-mail address");
    }

    [Fact]
    public async Task A_preview_keeps_what_was_typed_and_keeps_no_name()
    {
        var form = (await _user.GetAsync(Post)).Html.QuerySelector<IHtmlFormElement>("#respond form")!;

        var page = await _user.PostAsync(Post + "/preview", Browser.Content(form, ("body", "A thought."), ("displayName", "Zoe")));

        page.Attribute(Field, "value").Should().Be("Zoe");
        (await _user.GetAsync(Post)).Html.QuerySelector(Field).Should().NotBeNull();
    }

    [Fact]
    public async Task The_name_is_changed_and_forgotten_on_a_page_of_its_own()
    {
        await _user.CommentAsync(Post, ("body", "A thought."), ("displayName", "Zoe"));
        var link = (await _user.GetAsync(Post)).Html.QuerySelector("#respond a[href*='/comments/name']")!.GetAttribute("href")!;

        var page = await _user.GetAsync(link);
        page.Attribute(Field, "value").Should().Be("Zoe");
        var refused = await _user.SendAsync(
            page.Html.QuerySelector<IHtmlFormElement>("form[action$='/comments/name']")!, ("displayName", "zoe@mail"));
        RefusedFormTests.ShouldRefuse(refused);
        refused.Attribute(Field, "value").Should().Be("zoe@mail");
        var changed = await _user.SendAsync(
            refused.Html.QuerySelector<IHtmlFormElement>("form[action$='/comments/name']")!, ("displayName", "Zora"));

        (changed.Status, changed.Location).Should().Be((HttpStatusCode.SeeOther, Post + "#respond"));
        (await _user.GetAsync(Post)).First("#respond .bk-form-note").Should().Contain("Zora");

        await _user.SendAsync(
            (await _user.GetAsync(link)).Html.QuerySelector<IHtmlFormElement>("form[action$='/comments/name']")!, ("forget", "yes"));
        (await _user.GetAsync(Post)).Html.QuerySelector(Field).Should().NotBeNull();
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task The_page_leads_back_to_this_site_only(string back)
    {
        var page = await _user.GetAsync("/blog/comments/name?returnTo=" + Uri.EscapeDataString(back));

        page.Text.Should().NotContain("elsewhere");
        var sent = await _user.SendAsync(
            page.Html.QuerySelector<IHtmlFormElement>("form[action$='/comments/name']")!, ("displayName", "Zoe"), ("returnTo", back));
        sent.Location.Should().Be("/blog#respond");
    }

    [Fact]
    public async Task Another_sites_form_changes_no_name()
    {
        var page = await _user.GetAsync("/blog/comments/name");
        using var content = Browser.Content(
            page.Html.QuerySelector<IHtmlFormElement>("form[action$='/comments/name']")!,
            ("displayName", "Zoe"),
            ("__RequestVerificationToken", null));

        (await _user.PostAsync("/blog/comments/name", content, Browser.ForeignOrigin)).Status.Should().Be(HttpStatusCode.BadRequest);

        (await _site.Get<DisplayNameService>().FindAsync(_site.Blog.Id, "42")).Should().BeNull();
    }

    [Fact]
    public async Task A_frame_asks_too()
    {
        var frame = await _user.GetAsync("/blog/embed/open-for-talk-and-more");
        frame.Html.QuerySelector(Field).Should().NotBeNull();

        await _user.CommentAsync(frame, ("body", "From a frame."), ("displayName", "Zoe"));

        var again = await _user.GetAsync("/blog/embed/open-for-talk-and-more");
        again.First("#respond .bk-form-note").Should().Contain("Zoe");
        again.Html.QuerySelector("a[href*='/comments/name']").Should().BeNull("that page cannot stand in a frame of another site");
    }

    [Fact]
    public async Task The_API_takes_a_name_and_goes_on_without_one()
    {
        const string path = "/api/blog/posts/open-for-talk-and-more/comments";
        var refused = await (await _user.Client.SendAsync(
            "POST", path, """{"body":"Text.","displayName":"zoe@mail.example"}""")).ProblemAsync(422);
        await (await _user.Client.SendAsync("POST", path, """{"body":"No name."}""")).JsonAsync(201);
        await (await _user.Client.SendAsync("POST", path, """{"body":"With a name.","displayName":"Zoe"}""")).JsonAsync(201);
        await (await _user.Client.SendAsync("POST", path, """{"body":"Later."}""")).JsonAsync(201);

        refused.ToString().Should().Contain("name-is-address").And.Contain("displayName");
        (await _user.GetAsync(Post)).All(".bk-comment .p-author")
            .Should().Equal(["Member", "Zoe", "Zoe"], static (shown, name) => shown!.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_asks_in_the_blogs_language()
    {
        (await _site.Get<BlogService>().UpdateAsync(_site.Blog with { Language = "pl" }, Actor.System)).EnsureSucceeded();

        var page = await _user.CommentAsync(Post, ("body", "A thought."), ("displayName", "zoe@mail"));

        page.First("#bk-displayName-error").Should().StartWith("Pole „Nazwa wyświetlana” zawiera adres e-mail");
    }

    [Fact]
    public async Task A_chosen_name_is_shown_and_the_address_of_the_account_nowhere()
    {
        await _user.CommentAsync(Post, ("body", "What I think."), ("displayName", "Zoe"));
        using var stranger = _site.Browse();

        foreach (var path in (string[])[
            Post,
            "/blog",
            Post + "/feed.xml",
            Post + "/feed.json",
            "/blog/comments/feed.xml",
            "/blog/search?q=think",
            "/blog/embed/open-for-talk-and-more",
        ])
        {
            (await stranger.GetAsync(path)).Text.Should().NotContain("zoe.canary").And.NotContain("mail.example", because: path);
        }

        (await stranger.GetAsync(Post)).All(".p-author").Should().Contain(static n => n!.Contains("Zoe"));
        (await _user.GetAsync("/blog/comments/name")).Text.Should().NotContain("canary");
    }

    [Fact]
    public async Task The_API_tells_changes_and_forgets_an_own_name()
    {
        const string path = "/api/blog/display-name";
        (await (await _user.Client.GetAsync(path)).JsonAsync()).GetProperty("displayName").ValueKind
            .Should().Be(System.Text.Json.JsonValueKind.Null);

        (await (await _user.Client.SendAsync(
            "PUT", path, """{"displayName":" Zoe "}""")).JsonAsync()).GetProperty("displayName").GetString()
            .Should().Be("Zoe");
        (await (await _user.Client.GetAsync(path)).JsonAsync()).GetProperty("displayName").GetString().Should().Be("Zoe");
        (await (await _user.Client.SendAsync("PUT", path, """{"displayName":"zoe@mail"}""")).ProblemAsync(422)).ToString()
            .Should().Contain("name-is-address").And.Contain("\"displayName\"");
        (await (await _user.Client.SendAsync("PUT", path, """{"displayName":"ada keeper"}""")).ProblemAsync(422)).ToString()
            .Should().Contain("name-is-authors");
        (await (await _user.Client.SendAsync("PUT", path, "{}")).ProblemAsync(422)).ToString().Should().Contain("required");
        (await (await _user.Client.GetAsync(path)).JsonAsync()).GetProperty("displayName").GetString()
            .Should().Be("Zoe", "what is refused changes nothing");

        (await _user.Client.SendAsync("DELETE", path)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await _user.GetAsync(Post)).Html.QuerySelector(Field).Should().NotBeNull("whoever is nameless is asked");
    }

    [Fact]
    public async Task The_API_lets_nobody_choose_whom_the_application_names()
    {
        const string path = "/api/blog/display-name";
        using var named = _site.Browse("43|Yan");
        using var guest = _site.Browse();

        foreach (var browser in (Browser[])[named, guest])
        {
            await (await browser.Client.SendAsync("PUT", path, """{"displayName":"Zoe"}""")).ProblemAsync(403);
        }

        await (await guest.Client.SendAsync("DELETE", path)).ProblemAsync(403);
        (await (await named.Client.GetAsync(path)).JsonAsync()).GetProperty("displayName").ValueKind
            .Should().Be(System.Text.Json.JsonValueKind.Null);
    }
}
