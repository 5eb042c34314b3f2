namespace BlogKit.Browser.Tests.Pages;

[Collection(BrowserSuite.Name)]
public sealed class ValidityTests(Chromium chromium, SampleSite site)
{
    [ValidatorFact]
    public async Task Every_page_is_valid_HTML()
    {
        using var pages = new HtmlFolder();
        foreach (var subject in SitePages.All)
        {
            await chromium.VisitAsync(site.Address, new Viewing { JavaScript = false }, async page =>
                await pages.AddAsync(subject.Name, await (await subject.OpenAsync(page)).TextAsync()));
        }

        var owner = await site.SignInAsync(chromium);
        foreach (var subject in DeskPages.All)
        {
            await chromium.VisitAsync(site.Address, new Viewing { JavaScript = false, Remembered = owner }, async page =>
                await pages.AddAsync(subject.Name, await (await subject.OpenAsync(page)).TextAsync()));
        }

        var errors = await pages.ValidateAsync();

        errors.Should().BeEmpty();
    }
}
