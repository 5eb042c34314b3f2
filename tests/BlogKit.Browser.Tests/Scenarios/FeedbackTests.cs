using static Microsoft.Playwright.Assertions;

namespace BlogKit.Browser.Tests.Scenarios;

[Collection(BrowserSuite.Name)]
public sealed class FeedbackTests(Chromium chromium, SampleSite site)
{
    public static TheoryData<int, bool> All => Looks.All;

    public static TheoryData<int> Widths => Looks.Widths;

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_vote_counts_once_and_is_taken_back(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Voting");
        var id = await site.CommentAsync(post, "Ines", "Honey does not spoil.");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);
            var agree = Guest.CommentOf(page, id).Locator(".bk-actions > button[name=up], .bk-actions > button[name=clear]");
            await agree.ClickAsync();
            await Expect(agree).ToHaveTextAsync("Agree 1");
            await Expect(agree).ToHaveAttributeAsync("aria-pressed", "true");
            if (javaScript)
            {
                await Expect(agree).ToBeFocusedAsync();
            }

            await page.GotoAsync(post.Path);
            await Expect(agree).ToHaveTextAsync("Agree 1");
            await agree.ClickAsync();
            await Expect(agree).ToHaveTextAsync("Agree");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_reaction_is_behind_more_and_then_beside_the_comment(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Reacting");
        var id = await site.CommentAsync(post, "Ines", "The queen has left the building.");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);
            await Guest.CommentOf(page, id).GetByText("More", new() { Exact = true }).ClickAsync();
            await page.Locator(".bk-choices button[name=react], .bk-message button[name=react]").First.ClickAsync();

            await Expect(Guest.CommentOf(page, id).Locator(".bk-actions button[aria-pressed=true]")).ToContainTextAsync("1");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task What_does_not_get_through_is_said_where_it_was_pressed(int width)
    {
        var post = await site.PublishAsync("Losing the line");
        var id = await site.CommentAsync(post, "Ines", "Smoke first, then wait.");

        await using var context = await chromium.OpenAsync(site.Address, new Viewing { Width = width });
        var page = await context.NewPageAsync();
        await page.GotoAsync(post.Path);
        await context.SetOfflineAsync(true);
        var said = Guest.CommentOf(page, id).Locator(".bk-error");
        var agree = Guest.CommentOf(page, id).Locator(".bk-actions > button[name=up]");
        await agree.ClickAsync();
        await Expect(said).ToHaveTextAsync("That did not work. Try again in a while.");
        await agree.ClickAsync();
        await Expect(said).ToHaveCountAsync(1);

        await page.FillAsync("#respond textarea[name=body]", "Written on a train.");
        await page.ClickAsync("#respond button[formaction]");
        await Expect(page.Locator("#respond .bk-errors")).ToHaveTextAsync("That did not work. Try again in a while.");

        await context.SetOfflineAsync(false);
        await agree.ClickAsync();
        await Expect(said).ToHaveCountAsync(0);
        await page.FillAsync("#respond textarea[name=body]", "");
        await page.ClickAsync("#respond button[formaction]");
        await Expect(page.Locator("#respond .bk-errors")).ToHaveTextAsync("Comment is required.");
        await Expect(page.Locator("#respond .bk-errors")).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_comment_is_reported_with_a_reason(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Reporting");
        var id = await site.CommentAsync(post, "Ines", "I know where you live, and when you are out.");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);
            await Guest.CommentOf(page, id).GetByText("More", new() { Exact = true }).ClickAsync();
            await page.ClickAsync("a.bk-flag:visible");
            await page.CheckAsync("input[name=kind][value=private]");
            await page.FillAsync("textarea[name=note]", "That is my address.");
            await page.ClickAsync("form[action$='/flag'] button[type=submit]");

            await Expect(page.Locator("main")).ToContainTextAsync("Your report was taken");
        });
    }
}
