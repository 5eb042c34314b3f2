namespace BlogKit.Browser.Tests.Pages;

[Collection(BrowserSuite.Name)]
public sealed class EveryPageTests(Chromium chromium, SampleSite site)
{
    public static TheoryData<string> Pages => SitePages.Names;

    public static TheoryData<string> Desk => DeskPages.Names;

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public Task A_page_has_no_barrier_nothing_too_wide_and_no_complaint(string name) =>
        LookAsync(SitePages.All.Single(page => page.Name == name), new Viewing { Width = Viewing.Phone });

    [BrowserTheory]
    [MemberData(nameof(Desk))]
    public async Task A_page_of_the_desk_has_no_barrier_nothing_too_wide_and_no_complaint(string name) => await LookAsync(
        DeskPages.All.Single(page => page.Name == name),
        new Viewing { Width = Viewing.Phone, Remembered = await site.SignInAsync(chromium) });

    private Task LookAsync(SitePage subject, Viewing viewing) => chromium.VisitAsync(
        site.Address,
        viewing,
        async page =>
        {
            await subject.OpenAsync(page);
            var faults = await Inspection.LookAsync(page);
            await page.SetViewportSizeAsync(Viewing.Desk, 900);
            faults.AddRange(await Inspection.MeasureAsync(page));
            faults.Should().BeEmpty();
        },
        "page " + subject.Name);
}
