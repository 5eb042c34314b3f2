using Microsoft.Playwright;

namespace BlogKit.Browser.Tests.Scenarios;

/// <summary>What a guest does on the page of a post.</summary>
internal static class Guest
{
    /// <summary>Was approved before, so that what is harmless appears at once.</summary>
    public const string KnownName = "Hen";
    public const string KnownEmail = "hen@readers.example.org";

    public static async Task TypeAsync(IPage page, string text, string name = KnownName, string email = KnownEmail)
    {
        await page.FillAsync("#respond textarea[name=body]", text);
        await page.FillAsync("#respond input[name=name]", name);
        await page.FillAsync("#respond input[name=email]", email);
    }

    public static Task SendAsync(IPage page) => page.ClickAsync("#respond form button[type=submit]:not([formaction])");

    public static async Task CommentAsync(IPage page, string path, string text, string name = KnownName, string email = KnownEmail)
    {
        await page.GotoAsync(path);
        await TypeAsync(page, text, name, email);
        await SendAsync(page);
        await Comment(page, text).WaitForAsync();
    }

    /// <summary>The comment with this text.</summary>
    public static ILocator Comment(IPage page, string text) =>
        page.Locator("article.bk-comment").Filter(new() { Has = page.Locator(".bk-text", new() { HasText = text }) });

    public static ILocator CommentOf(IPage page, CommentId id) => page.Locator($"#comment-{id} > article");
}
