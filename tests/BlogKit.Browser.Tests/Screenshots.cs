using BlogKit.Browser.Tests.Pages;

namespace BlogKit.Browser.Tests;

/// <summary>
/// Pictures of every page of the sample host, at both widths and in both themes, for the docs and for whoever reviews a change.
/// </summary>
internal static class Screenshots
{
    public static async Task TakeAsync(DirectoryInfo folder)
    {
        var site = new SampleSite();
        var chromium = new Chromium();
        try
        {
            await site.InitializeAsync();
            await chromium.InitializeAsync();
            foreach (var width in new[] { Viewing.Phone, Viewing.Desk })
            {
                foreach (var dark in new[] { false, true })
                {
                    await TakeAsync(chromium, site, folder, new Viewing { Width = width, Dark = dark });
                }
            }
        }
        finally
        {
            await chromium.DisposeAsync();
            await site.DisposeAsync();
        }
    }

    private static async Task TakeAsync(Chromium chromium, SampleSite site, DirectoryInfo folder, Viewing viewing)
    {
        viewing = viewing with { Remembered = await site.SignInAsync(chromium) };
        foreach (var (subject, isDesk) in SitePages.All
            .Select(static page => (page, false))
            .Concat(DeskPages.All.Select(static page => (page, true))))
        {
            await using var context = await chromium.OpenAsync(site.Address, isDesk ? viewing : viewing with { Remembered = null });
            var page = await context.NewPageAsync();
            await subject.OpenAsync(page);
            var name =
                $"{subject.Name.Replace(",", "", StringComparison.Ordinal).Replace(' ', '-')}-{viewing.Width}-{(viewing.Dark ? "dark" : "light")}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name), FullPage = true });
            Console.WriteLine(name);
        }
    }
}
