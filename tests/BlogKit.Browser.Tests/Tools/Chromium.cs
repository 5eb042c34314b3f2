using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace BlogKit.Browser.Tests;

/// <summary>One browser for a collection of tests; every visitor has a context of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
        [
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run",
        ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (LocalTools.WhyNoBrowser is { } reason)
        {
            // Without a browser every test was skipped, and the fixture is made all the same.
            if (LocalTools.AreRequired)
            {
                throw new InvalidOperationException(reason);
            }

            return;
        }

        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = LocalTools.Chromium, Args = Arguments, Headless = true });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>
    /// Lets somebody visit a site, and fails when the browser complained of anything meanwhile. When the visit itself fails, what the page
    /// looked like is left in <c>artifacts/browser</c>.
    /// </summary>
    internal async Task VisitAsync(Uri address, Viewing viewing, Func<IPage, Task> visit, [CallerMemberName] string name = "")
    {
        await using var context = await OpenAsync(address, viewing);
        var watcher = await PageWatcher.WatchAsync(context, address);
        var page = await context.NewPageAsync();
        try
        {
            await visit(page);
        }
        catch (Exception e)
        {
            // Playwright adds the whole page to what it says; the picture shows it better.
            throw new VisitFailedException(
                $"{e.Message.Split("Aria snapshot:")[0].TrimEnd()}\n{await DescribeAsync(page, name)}\n{watcher}", e);
        }

        watcher.Complaints.Should().BeEmpty("a page complains of nothing ({0})", page.Url);
    }

    internal async Task<IBrowserContext> OpenAsync(Uri address, Viewing viewing)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = viewing.Width, Height = viewing.Width < 600 ? 780 : 900 },
            ColorScheme = viewing.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = viewing.JavaScript,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = viewing.TimeZone,
            Locale = "en-GB",
            StorageState = viewing.Remembered,
            HasTouch = viewing.Width < 600,
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    private static async Task<string> DescribeAsync(IPage page, string name)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(BlogKit.Samples.Web.Tests.SampleFiles.Root, "artifacts", "browser"));
            var picture = Path.Combine(folder.FullName, name + ".png");
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true, Timeout = 5_000 });
            return $"At {page.Url}, seen in {picture}";
        }
        catch (PlaywrightException)
        {
            return $"At {page.Url}";
        }
    }
}
