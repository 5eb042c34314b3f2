using Microsoft.Playwright;

namespace BlogKit.Browser.Tests.Pages;

/// <summary>Every kind of page the sample host has.</summary>
internal static class SitePages
{
    private const string OpenPost = "/blog/tell-me-about-your-first-sting";
    private const string LongThread = "/blog/" + SampleSite.LongThread;

    public static IReadOnlyList<SitePage> All { get; } =
    [
        SitePage.At("home", "/blog"),
        SitePage.At("tag", "/blog/tag/honey"),
        SitePage.At("category", "/blog/category/bees"),
        SitePage.At("series", "/blog/series/a-year-in-eleven-hives"),
        SitePage.At("author", "/blog/author/maren-oduya"),
        SitePage.At("search, before", "/blog/search"),
        SitePage.At("search", "/blog/search?q=honey"),
        SitePage.At("search, nothing found", "/blog/search?q=hippopotamus"),
        SitePage.At("reference post", "/blog/what-keeping-bees-will-not-teach-you"),
        SitePage.At("post with table and code", "/blog/reading-a-hive-without-opening-it"),
        SitePage.At("post in Greek", "/blog/ένα-γράμμα-από-την-κρήτη"),
        SitePage.At("post of a series", "/blog/the-loud-months"),
        SitePage.At("post with a form", OpenPost),
        SitePage.At("awkward post", "/blog/" + SampleSite.Awkward),
        SitePage.At("page", "/blog/about"),
        SitePage.At("password", "/blog/" + SampleSite.Protected),
        new("password, wrong", async page =>
        {
            await page.GotoAsync("/blog/" + SampleSite.Protected);
            await page.FillAsync("input[name=password]", "not it");
            return await SubmitAsync(page, "form.bk-password button[type=submit]");
        }),
        SitePage.At("long thread", LongThread),
        SitePage.At("long thread, newest first", LongThread + "?sort=newest"),
        new("long thread, next page", async page =>
        {
            await page.GotoAsync(LongThread);
            return await FollowAsync(page, ".bk-pages a[rel~=next]");
        }),
        new("reply", async page =>
        {
            await page.GotoAsync(OpenPost);
            return (await page.GotoAsync((await page.Locator("#comments a.bk-reply").First.GetAttributeAsync("href"))!))!;
        }),
        new("permalink", async page =>
        {
            await page.GotoAsync(LongThread);
            return (await page.GotoAsync((await page.Locator("#comments a.bk-when").Nth(4).GetAttributeAsync("href"))!))!;
        }),
        new("comment form with errors", async page =>
        {
            await page.GotoAsync(OpenPost);
            await page.FillAsync("#respond textarea[name=body]", "Half a thought");
            await page.FillAsync("#respond input[name=email]", "not an address");
            return await SubmitAsync(page, "#respond form button[type=submit]");
        }),
        new("held comment", async page => await CommentAsync(page, OpenPost)),
        new("edit comment", async page =>
        {
            await CommentAsync(page, OpenPost);
            return await FollowAsync(page, "#comments a[href$='/edit']");
        }),
        SitePage.At("not found", "/blog/there-is-no-such-post"),
    ];

    public static TheoryData<string> Names => [.. All.Select(static page => page.Name)];

    private static async Task<IResponse> CommentAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.FillAsync("#respond textarea[name=body]", "It was the *garden hose* that stung me, or so I believed.");
        await page.FillAsync("#respond input[name=name]", "Henrike");
        await page.FillAsync("#respond input[name=email]", $"henrike.{Guid.NewGuid():N}@readers.example.org");
        return await SubmitAsync(page, "#respond form button[type=submit]");
    }

    private static Task<IResponse> FollowAsync(IPage page, string link) => SubmitAsync(page, link);

    private static Task<IResponse> SubmitAsync(IPage page, string button) => page.RunAndWaitForResponseAsync(
        () => page.Locator(button).First.ClickAsync(),
        static response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
}
