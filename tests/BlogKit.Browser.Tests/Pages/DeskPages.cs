using Microsoft.Playwright;

namespace BlogKit.Browser.Tests.Pages;

/// <summary>The pages for those who write and moderate, for somebody who is signed in.</summary>
internal static class DeskPages
{
    public static IReadOnlyList<SitePage> All { get; } =
    [
        SitePage.At("account", "/account"),
        SitePage.At("sign in", "/account/login"),
        SitePage.At("queue", "/blog/desk/comments"),
        SitePage.At("queue of spam", "/blog/desk/comments?status=spam"),
        SitePage.At("queue of trash", "/blog/desk/comments?status=trash"),
        SitePage.At("queue of what is shown", "/blog/desk/comments?status=shown"),
        new("case", page => FollowAsync(page, "/blog/desk/comments", "[data-open]")),
        SitePage.At("bans", "/blog/desk/bans"),
        SitePage.At("log", "/blog/desk/log"),
        SitePage.At("policies", "/blog/desk/policies"),
        SitePage.At("posts", "/blog/desk/posts"),
        SitePage.At("new post", "/blog/desk/posts/new"),
        new("edit post", page => FollowAsync(page, "/blog/desk/posts", EditorLink)),
        new("revisions", page => BelowAsync(page, "/revisions")),
        new("delete post", page => BelowAsync(page, "/delete")),
        SitePage.At("pictures", "/blog/desk/media"),
        SitePage.At("nothing at the desk", "/blog/desk/comments/01a2044eb7377000a3116f64e9e6e562"),
    ];

    private const string EditorLink =
        "main table a[href*='/desk/posts/'], main li a[href*='/desk/posts/'], main article a[href*='/desk/posts/']";

    public static TheoryData<string> Names => [.. All.Select(static page => page.Name)];

    private static async Task<IResponse> FollowAsync(IPage page, string path, string link)
    {
        await page.GotoAsync(path);
        return (await page.GotoAsync(await page.Locator(link).First.EvaluateAsync<string>("a => a.href")))!;
    }

    private static async Task<IResponse> BelowAsync(IPage page, string path)
    {
        await FollowAsync(page, "/blog/desk/posts", EditorLink);
        return (await page.GotoAsync(page.Url.Split('?')[0] + path))!;
    }
}
