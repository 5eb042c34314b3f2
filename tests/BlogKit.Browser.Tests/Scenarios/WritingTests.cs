using static Microsoft.Playwright.Assertions;

namespace BlogKit.Browser.Tests.Scenarios;

[Collection(BrowserSuite.Name)]
public sealed class WritingTests(Chromium chromium, SampleSite site)
{
    private const string Editor = "/blog/desk/posts/new";

    public static TheoryData<int, bool> All => Looks.All;

    public static TheoryData<int> Widths => Looks.Widths;

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task The_owner_signs_out_and_in_again(int width, bool javaScript)
    {
        await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(site.SetUpAddress);
            await Expect(page.Locator("input[name=password]")).ToHaveCountAsync(0);

            await page.GotoAsync("/blog/desk/comments");
            await page.FillAsync("input[name=name]", SampleSite.OwnerName);
            await page.FillAsync("input[name=password]", SampleSite.OwnerPassword);
            await page.ClickAsync("form[action='/account/login'] button[type=submit]");
            await Expect(page).ToHaveURLAsync(new Uri(site.Address, "/blog/desk/comments").ToString());

            await page.GotoAsync("/account");
            await page.ClickAsync("form[action='/account/logout'] button");
            await page.GotoAsync("/blog/desk/comments");
            await Expect(page.Locator("input[name=password]")).ToBeVisibleAsync();
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_post_with_a_picture_is_written_and_published(int width, bool javaScript)
    {
        var owner = await site.SignInAsync(chromium);
        var title = $"A Queen of One Point {Guid.NewGuid():N}"[..32];

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async page =>
        {
            await page.GotoAsync(Editor);
            if (javaScript)
            {
                await page.FillAsync("#bk-body", "Here she is, **marked in red**:\n\n");
                await page.SetInputFilesAsync("#bk-upload", Files.Picture);
                await page.FillAsync("#bk-alt-text", "A single red point");
                await page.ClickAsync("dialog[data-alt] button[value=insert]");
                await Expect(page.Locator("#bk-body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"!\[A single red point\]\(", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
                if (width == Viewing.Desk)
                {
                    await Expect(page.Locator("[data-preview-pane] strong")).ToHaveTextAsync("marked in red");
                    await Expect(page.Locator("[data-preview-pane] img")).ToHaveAttributeAsync("alt", "A single red point");
                }
            }
            else
            {
                await page.GotoAsync("/blog/desk/media");
                await page.SetInputFilesAsync("input[type=file]", Files.Picture);
                await page.FillAsync("input[name=alt]", "A single red point");
                await page.ClickAsync("form[enctype] button[type=submit]");
                var picture = await page.InputValueAsync("#bk-added");
                await page.GotoAsync(Editor);
                await page.FillAsync("#bk-body", "Here she is, **marked in red**:\n\n" + picture);
            }

            await page.FillAsync("#bk-title", title);
            await page.ClickAsync("button[name=do][value=publish]");
            await page.Locator(".bk-desk-tools a").First.ClickAsync();

            await Expect(page.Locator("h1")).ToHaveTextAsync(title);
            var image = page.Locator(".bk-text img");
            await Expect(image).ToHaveAttributeAsync("alt", "A single red point");
            await image.ScrollIntoViewIfNeededAsync();
            (await image.EvaluateAsync<int>("img => img.naturalWidth")).Should().Be(1, "the picture is served");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task What_only_says_it_is_a_picture_is_refused_in_words(int width, bool javaScript)
    {
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async page =>
        {
            await page.GotoAsync("/blog/desk/media");
            await page.SetInputFilesAsync("input[type=file]", Files.NoPicture);
            await page.ClickAsync("form[enctype] button[type=submit]");

            await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_scheduled_post_is_shown_by_its_preview_link_alone_until_it_is_published(int width, bool javaScript)
    {
        var owner = await site.SignInAsync(chromium);
        var title = $"Later {Guid.NewGuid():N}"[..16];

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async page =>
        {
            await page.GotoAsync(Editor);
            await page.FillAsync("#bk-title", title);
            await page.FillAsync("#bk-body", "Not before its time.");
            await page.FillAsync("#bk-publishAt", DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
            await page.ClickAsync("button[name=do][value=schedule]");
            await Expect(page.Locator(".bk-status-scheduled")).ToBeVisibleAsync();
            var editor = page.Url;
            var address = (await page.Locator(".bk-desk-tools a").First.GetAttributeAsync("href"))!;

            await page.ClickAsync("form.bk-preview-form button");
            var link = await page.InputValueAsync("#bk-preview-link");

            await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async guest =>
            {
                (await guest.GotoAsync(address))!.Status.Should().Be(404);
                await guest.GotoAsync(link);
                await Expect(guest.Locator("body")).ToContainTextAsync("Not before its time.");
            });

            await page.GotoAsync(editor);
            await page.ClickAsync("button[name=do][value=publish]");
            await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async guest =>
            {
                await guest.GotoAsync(address);
                await Expect(guest.Locator("h1")).ToHaveTextAsync(title);
            });
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task Revisions_say_what_was_changed_and_bring_it_back(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Revising", "The first sentence stands. The second one goes.");
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript, Remembered = owner }, async page =>
        {
            await page.GotoAsync("/blog/desk/posts/" + post.Id);
            await page.FillAsync("#bk-body", "The first sentence stands. A third one came.");
            await page.Locator("button[name=do]").First.ClickAsync();
            await page.WaitForLoadStateAsync();
            await page.GotoAsync($"/blog/desk/posts/{post.Id}/revisions");

            await Expect(page.Locator(".bk-revision-diff ins").First).ToContainTextAsync("third");
            await Expect(page.Locator(".bk-revision-diff del").First).ToContainTextAsync("second");
            await page.Locator("form[action$='/revisions/restore'] button").First.ClickAsync();
            await page.GotoAsync(post.Path);
            await Expect(page.Locator(".bk-text").First).ToContainTextAsync("The second one goes.");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task What_was_typed_and_not_saved_is_offered_again(int width)
    {
        var post = await site.PublishAsync("Keeping", "As it was.");
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, Remembered = owner }, async page =>
        {
            page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
            await page.GotoAsync("/blog/desk/posts/" + post.Id);
            await page.FillAsync("#bk-body", "As it should be.");
            await Expect(page.Locator("[data-kept]")).Not.ToBeEmptyAsync();

            await page.ReloadAsync();
            await Expect(page.Locator("#bk-body")).ToHaveValueAsync("As it was.");
            await page.ClickAsync("#bk-kept-title ~ form a.bk-button");
            await Expect(page.Locator("#bk-body")).ToHaveValueAsync("As it should be.");
        });
    }
}
