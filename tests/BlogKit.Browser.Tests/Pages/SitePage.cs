using Microsoft.Playwright;

namespace BlogKit.Browser.Tests.Pages;

/// <summary>A page to look at, and how a visitor gets there. Its last answer is the page's HTML.</summary>
internal sealed record SitePage(string Name, Func<IPage, Task<IResponse>> OpenAsync)
{
    public static SitePage At(string name, string path) => new(name, async page => (await page.GotoAsync(path))!);

    public override string ToString() => Name;
}
