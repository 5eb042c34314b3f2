using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlogKit.Browser.Tests.Scenarios;

[Collection(BrowserSuite.Name)]
public sealed class ModeratingTests(Chromium chromium, SampleSite site)
{
    public static TheoryData<int, bool> All => Looks.All;

    public static TheoryData<int> Widths => Looks.Widths;

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task What_a_guest_writes_is_approved_at_the_desk_and_arrives_in_another_window(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Approving");
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async reader =>
        {
            await reader.GotoAsync(post.Path);
            await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async guest =>
                await Guest.CommentAsync(
                    guest, post.Path, "My first words here.", "Nadia", $"nadia.{Guid.NewGuid():N}@readers.example.org"));

            await chromium.VisitAsync(
                site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async moderator =>
                {
                    await moderator.GotoAsync("/blog/desk/comments?post=" + post.Id);
                    var row = moderator.Locator("[data-desk-row]").First;
                    await Expect(row).ToContainTextAsync("My first words here.");
                    await Expect(row.Locator(".bk-why")).Not.ToBeEmptyAsync();
                    if (javaScript)
                    {
                        await moderator.Keyboard.PressAsync("j");
                        await Expect(row).ToBeFocusedAsync();
                        await moderator.Keyboard.PressAsync("a");
                        await Expect(moderator.Locator(".bk-row-done")).ToHaveCountAsync(1);
                    }
                    else
                    {
                        await row.Locator("button[value=approve]").ClickAsync();
                        await Expect(moderator.Locator(".bk-desk-notice")).ToBeVisibleAsync();
                    }
                });

            await reader.GetByRole(AriaRole.Button, new() { Name = "1 new comment" }).ClickAsync();
            await Expect(Guest.Comment(reader, "My first words here.")).ToBeVisibleAsync();
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task What_was_decided_is_undone(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Undoing");
        await site.SubmitAsync(post, "Olga " + Guid.NewGuid(), "A comment to be wrong about.");
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async page =>
        {
            await page.GotoAsync("/blog/desk/comments?post=" + post.Id);
            var row = page.Locator("[data-desk-row]").First;
            if (javaScript)
            {
                await page.Keyboard.PressAsync("j");
                await page.Keyboard.PressAsync("s");
                await Expect(page.Locator(".bk-row-done")).ToHaveCountAsync(1);
                await page.Keyboard.PressAsync("z");
            }
            else
            {
                await row.Locator("button[value=spam]").ClickAsync();
                await Expect(row).Not.ToBeVisibleAsync();
                await page.ClickAsync(".bk-desk-notice button");
                await page.GotoAsync("/blog/desk/comments?post=" + post.Id);
            }

            await Expect(row).ToContainTextAsync("A comment to be wrong about.");
            await Expect(row.Locator("button[value=approve]")).ToBeVisibleAsync();
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task Many_are_decided_at_once(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Many");
        for (var i = 1; i <= 3; i++)
        {
            await site.SubmitAsync(post, $"Pavel {i} {Guid.NewGuid()}", $"Words of number {i}.");
        }

        var owner = await site.SignInAsync(chromium);
        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async page =>
        {
            await page.GotoAsync("/blog/desk/comments?post=" + post.Id);
            await page.Locator("[data-pick]").Nth(0).CheckAsync();
            await page.Locator("[data-pick]").Nth(1).CheckAsync();
            await page.ClickAsync("#bk-bulk button[value=approve]");

            await Expect(page.Locator(".bk-desk-notice")).ToBeVisibleAsync();
            await page.GotoAsync(post.Path);
            await Expect(page.Locator("article.bk-comment")).ToHaveCountAsync(2);
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task The_number_of_those_that_wait_is_live(int width)
    {
        var post = await site.PublishAsync("Counting");
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, Remembered = owner }, async page =>
        {
            await page.GotoAsync("/blog/desk/log");
            var count = page.Locator("[data-live-count=waiting]").First;
            var before = int.Parse(await count.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
            await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async guest =>
                await Guest.CommentAsync(guest, post.Path, "Count me in.", "Quentin", $"quentin.{Guid.NewGuid():N}@readers.example.org"));

            await Expect(count).ToHaveTextAsync((before + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task Who_was_banned_is_not_heard_again(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Banning");
        var owner = await site.SignInAsync(chromium);
        var email = $"rude.{Guid.NewGuid():N}@readers.example.org";

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async guest =>
        {
            await Guest.CommentAsync(guest, post.Path, "Something one need not hear twice.", "Rude", email);
            await chromium.VisitAsync(
                site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async page =>
                {
                    await page.GotoAsync("/blog/desk/comments?post=" + post.Id);
                    await page.Locator("[data-desk-row] [data-open]").First.ClickAsync();
                    await Expect(page.Locator("main")).ToContainTextAsync("Something one need not hear twice.");
                    await page.Locator("form[action$='/ban'] button[type=submit]").First.ClickAsync();
                    await Expect(page.Locator("[role=status], .bk-notice").First).ToBeVisibleAsync();
                });

            await guest.GotoAsync(post.Path);
            await Guest.TypeAsync(guest, "Once more, then.", "Rude", email);
            await guest.RunAndWaitForResponseAsync(() => Guest.SendAsync(guest), static answer => answer.Request.Method == "POST");
        });

        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async reader =>
        {
            await reader.GotoAsync(post.Path);
            await Expect(reader.Locator("article.bk-comment")).ToHaveCountAsync(0);
        });
    }
}
