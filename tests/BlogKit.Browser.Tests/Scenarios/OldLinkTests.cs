using System.Collections.Concurrent;
using static Microsoft.Playwright.Assertions;

namespace BlogKit.Browser.Tests.Scenarios;

[Collection(BrowserSuite.Name)]
public sealed class OldLinkTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("#comment-4711")]
    [InlineData("#div-comment-4711")]
    public async Task An_old_link_to_a_comment_ends_at_the_comment(string fragment)
    {
        await using var site = await MovedSite.StartAsync();
        var comment = await site.CommentAsync("4711", "Ours stood on stilts.");
        for (var i = 1; i <= 20; i++)
        {
            await site.CommentAsync($"{5000 + i}", $"Said later, {i}.");
        }

        await chromium.VisitAsync(site.Address, new Viewing(), async page =>
        {
            await page.GotoAsync(MovedSite.OldAddressOfPost + fragment);

            await page.WaitForURLAsync($"**/blog/high-water?comment={comment}#comment-{comment}");
            await Expect(Guest.CommentOf(page, comment)).ToBeInViewportAsync();
            await Expect(Guest.CommentOf(page, comment)).ToContainTextAsync("Ours stood on stilts.");
        });
    }

    [BrowserFact]
    public async Task A_link_in_the_page_to_an_old_number_ends_at_the_comment()
    {
        await using var site = await MovedSite.StartAsync();
        var comment = await site.CommentAsync("4711", "Ours stood on stilts.");

        await chromium.VisitAsync(site.Address, new Viewing(), async page =>
        {
            await page.GotoAsync("/blog/high-water");
            await page.EvaluateAsync("location.hash = 'comment-4711'");

            await page.WaitForURLAsync($"**/blog/high-water?comment={comment}#comment-{comment}");
        });
    }

    [BrowserFact]
    public async Task Whoever_follows_a_link_to_a_comment_that_is_gone_has_a_way_to_the_post()
    {
        await using var site = await MovedSite.StartAsync();

        await chromium.VisitAsync(site.Address, new Viewing(), async page =>
        {
            await page.GotoAsync(MovedSite.OldAddressOfPost + "#comment-4711");
            await page.WaitForURLAsync("**/old-comments/4711");
            await page.ClickAsync("main a[href='/blog/high-water']");

            await Expect(page.Locator("h1")).ToHaveTextAsync("High Water");
        });
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData("#comments")]
    [InlineData("#comment-4711x")]
    [InlineData("#comment-00000000000000000000000000004711")]
    [InlineData("#comment-")]
    public async Task Other_fragments_ask_for_nothing(string fragment)
    {
        await using var site = await MovedSite.StartAsync();
        var asked = new ConcurrentQueue<string>();

        await chromium.VisitAsync(site.Address, new Viewing(), async page =>
        {
            page.Request += (_, request) => asked.Enqueue(request.Url);
            await page.GotoAsync("/blog/high-water" + fragment);
            await Expect(page.Locator(".bk-comments .bk-live")).ToBeAttachedAsync();
        });

        asked.Should().NotContain(static url => url.Contains("old-comments", StringComparison.Ordinal));
    }
}
