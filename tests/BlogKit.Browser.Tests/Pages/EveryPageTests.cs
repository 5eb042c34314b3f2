namespace BlogKit.Browser.Tests.Pages;

[Collection(BrowserSuite.Name)]
public sealed class EveryPageTests(Chromium chromium, SampleSite site)
{
    public static TheoryData<string> Pages => SitePages.Names;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_nothing_too_wide_and_no_complaint(string name)
    {
        var subject = SitePages.All.Single(page => page.Name == name);

        await chromium.VisitAsync(site.Address, new Viewing { Width = Viewing.Phone }, async page =>
        {
            await subject.OpenAsync(page);
            var faults = await Inspection.LookAsync(page);
            await page.SetViewportSizeAsync(Viewing.Desk, 900);
            faults.AddRange(await Inspection.LookAsync(page));
            faults.Should().BeEmpty();
        });
    }
}
