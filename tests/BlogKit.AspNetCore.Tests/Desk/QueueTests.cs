using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

public sealed class QueueTests
{
    [Fact]
    public async Task The_queue_shows_who_wrote_what_where_and_why_it_is_held()
    {
        await using var desk = await DeskSite.StartAsync();
        var root = await desk.HeldAsync("Max", "The root & its <b>text</b>");
        await desk.Site.Moderation.ApproveAsync(root.BlogId, root.Id, Actor.System);
        var reply = await desk.HeldAsync("Eva", "A *reply*", root.Id);

        var page = await desk.Browser.GetAsync(DeskSite.Queue);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.All(".bk-row-name").Should().Equal("Eva");
        var row = page.Html.QuerySelector($"#c-{reply.Id}")!;
        row.QuerySelector(".bk-row-where")!.TextContent.Should().Contain("Open for Talk (and More)").And.Contain("in reply to Max");
        row.QuerySelector(".bk-row-text em")!.TextContent.Should().Be("reply");
        row.QuerySelector(".bk-why")!.TextContent.Should().StartWith("Held");
        row.QuerySelector(".bk-row-facts")!.TextContent.Should().Contain("first comment");
        page.First("[data-live-count=waiting]").Should().Be("1");
        page.Text.Should().NotContain("203.0.113.77", because: "an address is for the case, not for a list");
    }

    [Fact]
    public async Task Evidence_is_marked_in_the_text_it_was_found_in()
    {
        await using var desk = await DeskSite.StartAsync(static o => o.Moderation.UsePreset(ModerationPreset.Strict));
        var held = await desk.HeldAsync("Max", "See https://one.example/a and https://two.example/b and https://three.example/c for more.");

        var page = await desk.Browser.GetAsync(DeskSite.Queue + "?status=all");
        var found = await desk.Browser.GetAsync($"{DeskSite.Queue}/{held.Id}");

        page.Html.QuerySelectorAll(".bk-evidence mark").Should().NotBeEmpty();
        page.First(".bk-findings").Should().Contain("links");
        found.Html.QuerySelectorAll(".bk-source mark").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("approve", CommentStatus.Approved, "Approved.")]
    [InlineData("spam", CommentStatus.Spam, "Marked as spam.")]
    [InlineData("trash", CommentStatus.Trashed, "Taken down.")]
    [InlineData("hold", CommentStatus.Pending, "Held.")]
    public async Task A_plain_form_decides_and_offers_the_way_back(string deed, CommentStatus status, string notice)
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A comment");
        var page = await desk.Browser.GetAsync(DeskSite.Queue + "?status=all&order=oldest");

        var sent = await desk.Browser.SendAsync(DeskSite.RowForm(page, held.Id), ("do", deed));

        sent.Status.Should().Be(HttpStatusCode.SeeOther);
        (await desk.StatusOfAsync(held.Id)).Should().Be(status);
        var after = await desk.Browser.FollowAsync(sent);
        after.First(".bk-desk-notice p").Should().Be(notice);
        after.Attribute(".bk-tabs [aria-current]", "href").Should().Contain("status=all").And.Contain("order=oldest");

        await desk.Browser.SendAsync(after.Html.QuerySelector<IHtmlFormElement>("form[data-undo]")!);
        (await desk.FindAsync(held.Id)).Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task The_script_gets_a_row_that_says_what_was_done_and_undoes_it()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A comment");
        await desk.HeldAsync("Eva", "Another");
        var page = await desk.Browser.GetAsync(DeskSite.Queue);

        var done = await desk.SendFragmentAsync(DeskSite.RowForm(page, held.Id), "approve");

        done.Status.Should().Be(HttpStatusCode.OK);
        done.Html.Title.Should().BeEmpty(because: "it is a part of a page");
        done.First($"#c-{held.Id} [data-outcome]").Should().Be("Max: approved.");
        done.Attribute("[data-desk-row]", "data-waiting").Should().Be("1");
        (await desk.StatusOfAsync(held.Id)).Should().Be(CommentStatus.Approved);

        var undone = await desk.SendFragmentAsync(DeskSite.RowForm(done, held.Id), "undo");

        undone.First($"#c-{held.Id} .bk-row-name").Should().Be("Max");
        (await desk.StatusOfAsync(held.Id)).Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_not_decided_about_but_shown_again()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "The text that was read");
        var page = await desk.Browser.GetAsync(DeskSite.Queue);
        await desk.Site.Comments.EditAsync(held.BlogId, held.Id, "A quite different text", Actor.System, held.Version);

        var fragment = await desk.SendFragmentAsync(DeskSite.RowForm(page, held.Id), "approve");
        var conflict = await desk.Browser.SendAsync(DeskSite.RowForm(page, held.Id), ("do", "approve"));

        fragment.Status.Should().Be(HttpStatusCode.Conflict);
        fragment.First("[role=alert]").Should().Contain("changed");
        conflict.Status.Should().Be(HttpStatusCode.Conflict);
        conflict.First(".bk-source").Should().Be("The text that was read");
        conflict.First(".bk-row-text").Should().Be("A quite different text");
        (await desk.StatusOfAsync(held.Id)).Should().Be(CommentStatus.Pending);

        await desk.Browser.SendAsync(DeskSite.RowForm(conflict, held.Id), ("do", "approve"));
        (await desk.StatusOfAsync(held.Id)).Should().Be(CommentStatus.Approved);
    }

    [Fact]
    public async Task Many_are_decided_about_at_once_and_taken_back_at_once()
    {
        await using var desk = await DeskSite.StartAsync();
        var one = await desk.HeldAsync("Max", "One");
        var two = await desk.HeldAsync("Eva", "Two");
        var three = await desk.HeldAsync("Ida", "Three");
        var page = await desk.Browser.GetAsync(DeskSite.Queue);
        var token = Browser.Fields(page.Html.QuerySelector<IHtmlFormElement>("#bk-bulk")!).First(
            static f => f.Key.Contains("Verification", StringComparison.Ordinal));
        await desk.Site.Moderation.TrashAsync(three.BlogId, three.Id, Actor.System);

        var sent = await desk.Browser.PostAsync(DeskSite.Queue + "/bulk", new FormUrlEncodedContent(
            [
                token,
                new("do", "spam"),
                .. new[] { one, two, three }.Select(static c => new KeyValuePair<string, string>("pick", $"{c.Id}:{c.Version}")),
            ]));
        var after = await desk.Browser.FollowAsync(sent);

        after.First(".bk-desk-notice p").Should().Be("2 comments marked as spam. 1 was left alone because somebody changed it meanwhile.");
        (await desk.StatusOfAsync(one.Id)).Should().Be(CommentStatus.Spam);
        (await desk.StatusOfAsync(three.Id)).Should().Be(CommentStatus.Trashed);

        var undone = await desk.Browser.FollowAsync(
            await desk.Browser.SendAsync(after.Html.QuerySelector<IHtmlFormElement>("form[data-undo]")!));
        undone.First(".bk-desk-notice p").Should().Be("2 comments are what they were.");
        (await desk.StatusOfAsync(two.Id)).Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task The_queue_is_narrowed_and_paged()
    {
        await using var desk = await DeskSite.StartAsync(web: static o => o.Desk.PageSize = 2);
        foreach (var name in new[] { "Max", "Eva", "Ida" })
        {
            await desk.HeldAsync(name, "Text of " + name);
        }

        var first = await desk.Browser.GetAsync(DeskSite.Queue + "?order=oldest");
        var second = await desk.Browser.GetAsync(first.Attribute("a[rel=next]", "href")!);
        var writer = await desk.Browser.GetAsync(DeskSite.Queue + "?writer=Eva@Example.org");

        first.All(".bk-row-name").Should().Equal("Max", "Eva");
        second.All(".bk-row-name").Should().Equal("Ida");
        writer.All(".bk-row-name").Should().Equal("Eva");
        (await desk.Browser.GetAsync(DeskSite.Queue + "?policy=links")).First(".bk-empty").Should().Be("There is nothing here.");
        (await desk.Browser.GetAsync(DeskSite.Queue + "?status=spam")).All(".bk-row").Should().BeEmpty();
    }

    [Fact]
    public async Task Reports_of_readers_and_answers_of_writers_are_told()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A comment");
        await desk.Site.Moderation.ApproveAsync(held.BlogId, held.Id, Actor.System);
        await desk.Site.Get<FlagService>().FlagAsync(held.BlogId, held.Id, FlagKind.Offensive, "Rude to bees", Actor.System);
        var spam = await desk.HeldAsync("Eva", "Canned meat");
        await desk.Site.Moderation.MarkSpamAsync(spam.BlogId, spam.Id, Actor.System);
        await desk.Site.Get<AppealService>().AppealAsync(
            spam.BlogId, spam.Id, "I meant the meat.", Actor.Guest("a secret of more than enough length Eva"));

        var flagged = await desk.Browser.GetAsync(DeskSite.Queue + "?status=flagged");
        var appealed = await desk.Browser.GetAsync(DeskSite.Queue + "?status=appealed");

        flagged.All(".bk-row-name").Should().Equal("Max");
        flagged.First(".bk-flags").Should().Contain("Offensive").And.Contain("Rude to bees");
        appealed.First(".bk-appeal").Should().Contain("I meant the meat.");
    }

    [Theory]
    [InlineData("?status=nonsense")]
    [InlineData("?status=0")]
    [InlineData("?order=up")]
    [InlineData("?post=7")]
    [InlineData("?points=-1")]
    [InlineData("?points=NaN")]
    [InlineData("?cursor=%00%ff")]
    [InlineData("?policy=%00")]
    public async Task A_filter_that_says_nothing_is_400(string query)
    {
        await using var desk = await DeskSite.StartAsync();

        var page = await desk.Browser.GetAsync(DeskSite.Queue + query);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.First("h1").Should().Be("That does not work");
    }

    [Fact]
    public async Task Bad_forms_change_nothing()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A comment");
        var page = await desk.Browser.GetAsync(DeskSite.Queue);
        var form = DeskSite.RowForm(page, held.Id);
        var token = Browser.Fields(form).Keys.First(static k => k.Contains("Verification", StringComparison.Ordinal));

        (await desk.Browser.SendAsync(form, ("do", "approve"), (token, null))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form, ("do", "approve"), (token, "x"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form, ("do", "explode"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form, ("do", "approve"), ("version", null))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form, ("do", "approve"), ("version", "first"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(form, ("do", "spam"), ("reason", new string('x', 1_001)))).Status
            .Should().Be(HttpStatusCode.UnprocessableEntity);
        (await desk.Browser.SendAsync(form, ("do", "restore"))).Status.Should().Be(HttpStatusCode.SeeOther);
        (await desk.Browser.SendAsync(form, ("do", "undo"))).Status.Should().Be(HttpStatusCode.Conflict);
        (await desk.Browser.PostAsync($"{DeskSite.Queue}/{held.Id}", new StringContent("{}"))).Status
            .Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await desk.Browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>("#bk-bulk")!, ("do", "spam"))).Status
            .Should().Be(HttpStatusCode.UnprocessableEntity);
        (await desk.Browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>("#bk-bulk")!, ("do", "spam"), ("pick", "x:y"))).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await desk.Browser.SendAsync(
            page.Html.QuerySelector<IHtmlFormElement>("#bk-bulk")!, ("do", "ban"), ("pick", $"{held.Id}:1"))).Status
            .Should().Be(HttpStatusCode.BadRequest);

        (await desk.FindAsync(held.Id)).Version.Should().Be(held.Version);
    }
}
