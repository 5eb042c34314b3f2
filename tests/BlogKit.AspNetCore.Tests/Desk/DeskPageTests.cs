using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

public sealed class DeskPageTests
{
    private const string Bans = "/blog/desk/bans";
    private const string Log = "/blog/desk/log";
    private const string Policies = "/blog/desk/policies";

    [Theory]
    [InlineData("/blog/desk/comments")]
    [InlineData("/blog/desk/bans")]
    [InlineData("/blog/desk/log")]
    [InlineData("/blog/desk/policies")]
    [InlineData("/blog/desk/posts")]
    [InlineData("/blog/desk/posts/new")]
    [InlineData("/blog/desk/media")]
    public async Task A_page_of_the_desk_logs_no_warning(string path)
    {
        using var log = new FakeLoggerProvider();
        await using var site = await Site.StartAsync(
            HoldMode.All, desk: true, log: log);
        using var browser = site.Browse(Site.AuthorUser + "|Ada Keeper");

        var page = await browser.GetAsync(path);

        page.Status.Should().Be(HttpStatusCode.OK);
        log.At(LogLevel.Warning).Should().BeEmpty();
    }

    [Fact]
    public async Task A_case_has_everything_around_the_comment()
    {
        await using var desk = await DeskSite.StartAsync();
        var root = await desk.HeldAsync("Max", "The root");
        await desk.Site.Moderation.ApproveAsync(root.BlogId, root.Id, Actor.System);
        var sibling = await desk.HeldAsync("Ida", "Another answer", root.Id);
        await desk.Site.Moderation.ApproveAsync(sibling.BlogId, sibling.Id, Actor.System);
        var held = await desk.HeldAsync("Eva", "The first text", root.Id);
        await desk.HeldAsync("Eva", "Something else of Eva");
        held = (await desk.Site.Comments.EditAsync(held.BlogId, held.Id, "The second text", Actor.System, held.Version)).Value;

        var page = await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.First("h1").Should().Be("Comment by Eva");
        page.First(".bk-case-comment .bk-text").Should().Be("The second text");
        page.All(".bk-case-other .bk-text").Should().Equal("The root", "Another answer");
        page.First(".bk-source").Should().Be("The first text");
        page.First(".bk-others").Should().Contain("Something else of Eva");
        page.Text.Should().Contain("203.0.113.77").And.Contain("eva@example.org").And.Contain("CanaryAgent/1");
        page.All("#ban input[name=key]").Should().NotBeEmpty();
        page.All(".bk-case-log li strong").Should().Equal("Edited", "Submitted");
        page.Attribute(".bk-case-nav a[rel=prev], .bk-case-nav a[rel=next]", "href").Should().StartWith(DeskSite.Queue);
    }

    [Fact]
    public async Task Deciding_in_a_case_leads_to_the_next_one()
    {
        await using var desk = await DeskSite.StartAsync();
        var one = await desk.HeldAsync("Max", "One");
        var two = await desk.HeldAsync("Eva", "Two");
        var page = await desk.Browser.GetAsync($"{DeskSite.Queue}/{one.Id}?order=oldest");

        var sent = await desk.Browser.SendAsync(Decide(page), ("do", "spam"), ("reason", "Same as yesterday"));
        var next = await desk.Browser.FollowAsync(sent);

        sent.Location.Should().StartWith($"{DeskSite.Queue}/{two.Id}?order=oldest");
        next.First(".bk-desk-notice p").Should().Be("Marked as spam.");
        (await desk.Browser.GetAsync(Log)).First(".bk-log .bk-why").Should().Be("Same as yesterday");
    }

    [Fact]
    public async Task A_line_of_the_log_says_whose_comment_it_is_about_and_under_which_post()
    {
        await using var desk = await DeskSite.StartAsync();
        var one = await desk.HeldAsync("Max Muster", "Bees sleep *at night*, " + new string('z', 400));
        var gone = await desk.HeldAsync("Eva Example", "Erased words.");
        (await desk.Site.Moderation.TrashAsync(gone.BlogId, gone.Id, Actor.System)).EnsureSucceeded();
        (await desk.Site.Moderation.PurgeAsync(gone.BlogId, gone.Id, Actor.System)).EnsureSucceeded();

        var log = await desk.Browser.GetAsync(Log);

        var line = log.Html.QuerySelectorAll(".bk-log > li").Single(l => l.TextContent.Contains("Max Muster"));
        line.QuerySelector(".bk-card-title a")!.GetAttribute("href").Should().EndWith(one.Id.ToString());
        line.QuerySelector(".bk-log-post a")!.TextContent.Should().Be(desk.Site.Post.Title);
        line.QuerySelector(".bk-log-post a")!.GetAttribute("href").Should().Be("/blog/" + desk.Site.Post.Slug);
        line.QuerySelector(".bk-log-said")!.TextContent.Should().StartWith("Bees sleep at night").And.EndWith("…");
        log.Text.Should().Contain("the comment").And.NotContain("Eva Example").And.NotContain("Erased words.");
    }

    [Fact]
    public async Task The_text_is_changed_and_what_was_typed_is_not_lost()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "The old text");
        var page = await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}");
        var form = page.Html.QuerySelector<IHtmlFormElement>("form[action$='/edit']")!;

        var refused = await desk.Browser.SendAsync(form, ("markdown", new string('x', 100_000)));
        var saved = await desk.Browser.SendAsync(form, ("markdown", "The *new* text"));
        var stale = await desk.Browser.SendAsync(form, ("markdown", "Yet another text"));

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        saved.Status.Should().Be(HttpStatusCode.SeeOther);
        (await desk.FindAsync(held.Id)).Markdown.Should().Be("The *new* text");
        stale.Status.Should().Be(HttpStatusCode.Conflict);
        stale.First("textarea[name=markdown]").Should().Be("Yet another text");
    }

    [Fact]
    public async Task A_root_is_pinned_and_unpinned()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A root");
        var page = await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}");

        var sent = await desk.Browser.SendAsync(
            page.Html.QuerySelectorAll("form").OfType<IHtmlFormElement>().First(static f => f.QuerySelector("[value=pin]") is not null),
            ("do", "pin"));

        sent.Location.Should().StartWith($"{DeskSite.Queue}/{held.Id}");
        (await desk.FindAsync(held.Id)).IsPinned.Should().BeTrue();
        (await desk.Browser.FollowAsync(sent)).First("button[value=unpin]").Should().Be("Unpin");
    }

    [Fact]
    public async Task Todays_policies_are_asked_without_changing_anything()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A comment");
        var page = await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}");

        var judged = await desk.Browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>("form[action$='/judge']")!);

        judged.Status.Should().Be(HttpStatusCode.OK);
        judged.First("[aria-labelledby=s-again] strong").Should().Be("Hold");
        (await desk.FindAsync(held.Id)).Version.Should().Be(held.Version);
    }

    [Fact]
    public async Task Erasing_asks_first()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A comment");

        var asked = await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}/purge");
        asked.First("h1").Should().Be("Erase this comment for ever?");
        (await desk.FindAsync(held.Id)).PurgedAt.Should().BeNull();

        var form = asked.Html.QuerySelector<IHtmlFormElement>("form[action$='/purge']")!;
        (await desk.Browser.SendAsync(form, ("version", "99"))).Status.Should().Be(HttpStatusCode.Conflict);
        var done = await desk.Browser.SendAsync(form);

        done.Status.Should().Be(HttpStatusCode.SeeOther);
        (await desk.Browser.FollowAsync(done)).First(".bk-desk-notice p").Should().Be("Erased for ever.");
        var left = await desk.Site.Comments.GetAsync(held.BlogId, held.Id, Actor.System);
        (left.Succeeded ? left.Value.Markdown : "").Should().BeEmpty();
        ((int)(await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}")).Status).Should().BeOneOf(200, 404);
    }

    [Fact]
    public async Task A_writer_is_banned_from_the_case_with_what_waits_and_the_ban_is_lifted()
    {
        await using var desk = await DeskSite.StartAsync(static o => o.Moderation.GetPolicy<BanPolicyOptions>().Enabled = true);
        var held = await desk.HeldAsync("Max", "One");
        var other = await desk.HeldAsync("Max", "Two");
        var page = await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}");

        var sent = await desk.Browser.SendAsync(
            page.Html.QuerySelector<IHtmlFormElement>("#ban form")!,
            ("key", "email:max@example.org"),
            ("days", "7"),
            ("reason", "A campaign"),
            ("waiting", "yes"));
        var after = await desk.Browser.FollowAsync(sent);

        after.First(".bk-desk-notice p").Should().Be("Banned, and 2 comments marked as spam.");
        (await desk.StatusOfAsync(other.Id)).Should().Be(CommentStatus.Spam);
        var bans = await desk.Browser.GetAsync(Bans);
        bans.First(".bk-card-title").Should().Be("email:max@example.org");
        bans.First(".bk-card").Should().Contain("A campaign").And.Contain("Ada Keeper");

        var lifted = await desk.Browser.SendAsync(bans.Html.QuerySelector<IHtmlFormElement>("form[action$='/lift']")!);
        (await desk.Browser.FollowAsync(lifted)).First(".bk-empty").Should().Be("Nobody is banned.");
        (await desk.Browser.GetAsync(Bans + "?all=yes")).First(".bk-card").Should().Contain("Lifted");
        (await desk.Browser.SendAsync(bans.Html.QuerySelector<IHtmlFormElement>("form[action$='/lift']")!)).Status
            .Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_keys_of_the_writer_can_be_banned_from_a_case()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "One");
        var form = (await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}")).Html.QuerySelector<IHtmlFormElement>("#ban form")!;

        (await desk.Browser.SendAsync(form, ("key", "email:eva@example.org"), ("days", "7"))).Status
            .Should().Be(HttpStatusCode.UnprocessableEntity);
        (await desk.Browser.SendAsync(form, ("key", null), ("days", "7"))).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await desk.Browser.SendAsync(form, ("days", "many"))).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        RefusedFormTests.ShouldRefuse(await desk.Browser.SendAsync(form, ("days", "many")));

        (await desk.Site.Get<BanService>().ListAsync(desk.Site.Blog.Id, Actor.System)).Value.Should().BeEmpty();
    }

    [Theory]
    [InlineData("someone@example.org", "email:someone@example.org")]
    [InlineData("203.0.113.9", "address:203.0.113.9/32")]
    [InlineData("203.0.113.9/24", "address:203.0.113.0/24")]
    [InlineData("user:17", "user:17")]
    public async Task Somebody_is_banned_by_hand(string typed, string key)
    {
        await using var desk = await DeskSite.StartAsync();
        var form = (await desk.Browser.GetAsync(Bans)).Html.QuerySelector<IHtmlFormElement>("form[action$='/bans']")!;

        var sent = await desk.Browser.SendAsync(form, ("key", typed), ("days", "0"));

        sent.Status.Should().Be(HttpStatusCode.SeeOther);
        (await desk.Browser.FollowAsync(sent)).First(".bk-card-title").Should().Be(key);
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("nobody", "0")]
    [InlineData("203.0.113.9/8", "0")]
    [InlineData("someone@example.org", "-1")]
    [InlineData("someone@example.org", "99999999999")]
    public async Task A_ban_that_says_nothing_is_refused_and_stays_typed(string typed, string days)
    {
        await using var desk = await DeskSite.StartAsync();
        var form = (await desk.Browser.GetAsync(Bans)).Html.QuerySelector<IHtmlFormElement>("form[action$='/bans']")!;

        var refused = await desk.Browser.SendAsync(form, ("key", typed), ("days", days));

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.First("[role=alert]").Should().NotBeEmpty();
        refused.Attribute("#b-key", "value").Should().Be(typed);
        (await desk.Site.Get<BanService>().ListAsync(desk.Site.Blog.Id, Actor.System)).Value.Should().BeEmpty();
    }

    [Fact]
    public async Task The_log_tells_who_did_what_and_undoes_an_operation()
    {
        await using var desk = await DeskSite.StartAsync();
        var one = await desk.HeldAsync("Max", "One");
        var two = await desk.HeldAsync("Eva", "Two");
        var done = (await desk.Site.Get<BulkModerationService>().ApplyAsync(
            new BulkRequest(desk.Site.Blog.Id, BulkAction.Spam, [new(one.Id), new(two.Id)]) { Reason = "One campaign" },
            Actor.Author(desk.Site.Author))).Value;

        var log = await desk.Browser.GetAsync(Log + "?action=MarkedSpam");
        var operation = await desk.Browser.GetAsync($"/blog/desk/operations/{done.OperationId:N}");

        log.All(".bk-log .bk-card").Should().HaveCount(2);
        log.First(".bk-card-facts").Should().Contain("Ada Keeper").And.Contain("Waiting → Spam");
        operation.All(".bk-log .bk-card").Should().HaveCount(2);

        var undone = await desk.Browser.SendAsync(operation.Html.QuerySelector<IHtmlFormElement>("form[action$='/undo']")!);
        undone.Location.Should().StartWith(Log);
        (await desk.Browser.FollowAsync(undone)).First(".bk-desk-notice p").Should().Be("2 comments are what they were.");
        (await desk.StatusOfAsync(one.Id)).Should().Be(CommentStatus.Pending);
    }

    [Theory]
    [InlineData(Log + "?action=7", HttpStatusCode.BadRequest)]
    [InlineData(Log + "?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData(Log + "?from=2026-02-02&until=2026-01-01", HttpStatusCode.BadRequest)]
    [InlineData(Log + "?cursor=x", HttpStatusCode.BadRequest)]
    [InlineData(Log + "?until=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("/blog/desk/operations/x", HttpStatusCode.NotFound)]
    [InlineData("/blog/desk/operations/0198c0de0000700080000000000000ff", HttpStatusCode.NotFound)]
    [InlineData("/blog/desk/comments/x", HttpStatusCode.NotFound)]
    [InlineData("/blog/desk/comments/0198c0de0000700080000000000000ff", HttpStatusCode.NotFound)]
    [InlineData("/blog/desk/comments/0198c0de0000700080000000000000ff/purge", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_or_cannot_be_read_says_so(string path, HttpStatusCode status)
    {
        await using var desk = await DeskSite.StartAsync();

        (await desk.Browser.GetAsync(path)).Status.Should().Be(status);
    }

    [Fact]
    public async Task Policies_are_described_and_presets_compared()
    {
        await using var desk = await DeskSite.StartAsync(static o => o.Moderation.UsePreset(ModerationPreset.Standard));

        var page = await desk.Browser.GetAsync(Policies);

        page.First("#s-live").Should().Be("Deciding now: Standard");
        page.All(".bk-chips code").Should().Contain("links").And.Contain("offensive");
        page.All(".bk-table thead th").Should().Equal("Setting", "Now", "Relaxed", "Standard", "Strict", "HoldAll");
        page.All(".bk-table tbody th").Should().Contain("Links:HoldAbove").And.Contain("Hold");
        page.First("pre").Should().Contain("\"Preset\": \"Strict\"");
    }

    [Fact]
    public async Task A_preset_is_tried_on_the_history_before_anything_is_switched()
    {
        await using var desk = await DeskSite.StartAsync();
        var shown = await desk.HeldAsync(
            "Max", "See https://one.example/a and https://two.example/b and https://three.example/c for more.");
        await desk.Site.Moderation.ApproveAsync(shown.BlogId, shown.Id, Actor.System);
        var form = (await desk.Browser.GetAsync(Policies)).Html.QuerySelector<IHtmlFormElement>("form[action*='/backtest']")!;

        var report = await desk.Browser.SendAsync(form, ("preset", "HoldAll"), ("days", "30"));

        report.Status.Should().Be(HttpStatusCode.OK);
        report.Text.Should().Contain("What HoldAll would change").And.Contain("1 comment was judged.");
        report.All("#backtest h4").Should().Contain("1 comment: now “Shown”, would be “Hold”");
        report.First("#backtest .bk-card-title a").Should().Be("Max");
        report.First("pre").Should().Contain("\"Preset\": \"HoldAll\"");
        (await desk.FindAsync(shown.Id)).Status.Should().Be(CommentStatus.Approved);

        (await desk.Browser.SendAsync(form, ("preset", "None"), ("days", "30"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form, ("preset", "Strict"), ("days", "-3"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form, ("preset", "Strict"), ("days", "7000000"))).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Sets_that_are_only_tried_are_reported_on()
    {
        await using var desk = await DeskSite.StartAsync(static o =>
        {
            var lenient = new PolicySetOptions();
            lenient.UsePreset(ModerationPreset.None);
            o.Moderation.Shadow["lenient"] = lenient;
        });
        await desk.HeldAsync("Max", "A comment");

        var page = await desk.Browser.GetAsync(Policies);

        page.First("[aria-labelledby=s-shadow] h3").Should().Be("lenient");
        page.First("[aria-labelledby=s-shadow] p").Should().Be("1 judged by both: 0 alike, 0 stricter, 1 milder.");
    }

    [Theory]
    [InlineData("actor=%00")]
    [InlineData("actor=TOO-LONG")]
    [InlineData("from=yesterday")]
    [InlineData("action=explode")]
    public async Task The_log_names_a_refused_parameter_as_it_was_sent(string query)
    {
        await using var desk = await DeskSite.StartAsync();

        var page = await desk.Browser.GetAsync(
            "/blog/desk/log?" + query.Replace("TOO-LONG", new string('k', 501), StringComparison.Ordinal));

        page.Status.Should().Be(System.Net.HttpStatusCode.BadRequest);
        page.First("main").Should().Contain(query.Split('=')[0]).And.NotContain("ActorKey");
    }

    private static IHtmlFormElement Decide(WebPage page) => page.Html.QuerySelector<IHtmlFormElement>("[aria-labelledby=s-decide] form")!;
}
