using Microsoft.Playwright;

namespace BlogKit.Browser.Tests.Pages;

/// <summary>Every kind of page the sample host has.</summary>
internal static class SitePages
{
    private const string OpenPost = "/blog/tell-me-about-your-first-sting";
    private const string LongThread = "/blog/" + SampleSite.LongThread;

    // The newest post of the sample is a few days old.
    private static int Year => DateTimeOffset.UtcNow.AddDays(-6).Year;

    public static IReadOnlyList<SitePage> All { get; } =
    [
        SitePage.At("home", "/blog"),
        SitePage.At("tag", "/blog/tag/honey"),
        SitePage.At("category", "/blog/category/bees"),
        SitePage.At("series", "/blog/series/a-year-in-eleven-hives"),
        SitePage.At("author", "/blog/author/maren-oduya"),
        SitePage.At("archive", "/blog/archive"),
        SitePage.At("archive of a year", $"/blog/archive/{Year}"),
        SitePage.At("tags", "/blog/tags"),
        SitePage.At("categories", "/blog/categories"),
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
            return (await page.GotoAsync(
                await page.Locator("#comments .bk-actions a[href*=replyTo]").First.EvaluateAsync<string>("a => a.href")))!;
        }),
        new("permalink", async page =>
        {
            await page.GotoAsync(LongThread);
            return (await page.GotoAsync(await page.Locator("#comments a.u-url").Nth(4).EvaluateAsync<string>("a => a.href")))!;
        }),
        new("comment form with errors", async page =>
        {
            await page.GotoAsync(OpenPost);
            await page.FillAsync("#respond textarea[name=body]", "Half a thought");
            await page.FillAsync("#respond input[name=email]", "not an address");
            return await page.RunAndWaitForResponseAsync(
                () => page.ClickAsync("#respond form button[type=submit]:not([formaction])"),
                static response => response.Url.EndsWith("/comments", StringComparison.Ordinal));
        }),
        new("held comment", async page => await CommentAsync(page, OpenPost)),
        new("edit comment", async page =>
        {
            await CommentAsync(page, OpenPost);
            return await FollowAsync(page, "#comments a[href$='/edit']");
        }),
        new("comment preview", async page =>
        {
            await page.GotoAsync(OpenPost);
            await page.FillAsync("#respond textarea[name=body]", "A *first* thought:\n\n> quoted\n\n1. one\n2. two");
            return await page.RunAndWaitForResponseAsync(
                () => page.ClickAsync("#respond button[formaction]"),
                static response => new Uri(response.Url).AbsolutePath.EndsWith("/preview", StringComparison.Ordinal));
        }),
        new("more replies", page => FollowHrefAsync(page, LongThread, ".bk-more a")),
        new("comment actions", page => ActAsync(page, "more")),
        new("report a comment", page => FlagAsync(page, chooses: null)),
        new("report without a reason", page => FlagAsync(page, chooses: false)),
        new("report taken", page => FlagAsync(page, chooses: true)),
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

    /// <summary>The page that a script does without: what can be done with a comment, or its report.</summary>
    private static async Task<IResponse> ActAsync(IPage page, string action)
    {
        await page.GotoAsync(OpenPost);
        var comment = await page.Locator("ol.bk-roots > li").First.GetAttributeAsync("id");
        return (await page.GotoAsync($"/blog/comments/{comment!["comment-".Length..]}/{action}"))!;
    }

    private static async Task<IResponse> FlagAsync(IPage page, bool? chooses)
    {
        var form = await ActAsync(page, "flag");
        if (chooses is not { } choice)
        {
            return form;
        }

        if (choice)
        {
            await page.CheckAsync("input[name=kind][value=off-topic]");
        }
        else
        {
            await page.EvaluateAsync("document.querySelector('form[action$=\"/flag\"]').noValidate = true");
        }

        return await SubmitAsync(page, "form[action$='/flag'] button[type=submit]");
    }

    private static async Task<IResponse> FollowHrefAsync(IPage page, string path, string link)
    {
        await page.GotoAsync(path);
        return (await page.GotoAsync(await page.Locator(link).First.EvaluateAsync<string>("a => a.href")))!;
    }

    private static Task<IResponse> FollowAsync(IPage page, string link) => SubmitAsync(page, link);

    private static Task<IResponse> SubmitAsync(IPage page, string button) => page.RunAndWaitForResponseAsync(
        () => page.Locator(button).First.ClickAsync(),
        static response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
}
