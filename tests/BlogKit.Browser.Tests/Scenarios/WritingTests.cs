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
                await Expect(page.Locator("#bk-body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(
                    @"!\[A single red point\]\(", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
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
    [MemberData(nameof(Widths))]
    public async Task A_picture_lands_where_the_caret_was_and_leaving_its_dialog_inserts_nothing(int width)
    {
        const string Text = "Before. After.";
        const int Caret = 8;
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, Remembered = owner }, async page =>
        {
            page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
            await page.GotoAsync(Editor);
            var body = page.Locator("#bk-body");
            await body.FillAsync(Text);
            await body.EvaluateAsync("(area, at) => area.setSelectionRange(at - 7, at)", Caret);

            await page.SetInputFilesAsync("#bk-upload", Files.Picture);
            await Expect(page.Locator("#bk-alt-text")).ToBeFocusedAsync();
            await page.FillAsync("#bk-alt-text", "Not this one");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog[data-alt]")).Not.ToBeVisibleAsync();
            await Expect(body).ToBeFocusedAsync();
            await Expect(body).ToHaveValueAsync(Text);
            (await body.EvaluateAsync<int[]>("area => [area.selectionStart, area.selectionEnd]")).Should().Equal(Caret - 7, Caret);

            foreach (var name in new[] { "one", "two" })
            {
                await page.SetInputFilesAsync("#bk-upload", Files.Picture);
                await Expect(page.Locator("#bk-alt-text")).ToBeFocusedAsync();
                await page.FillAsync("#bk-alt-text", name);
                await page.Keyboard.PressAsync("Enter");
                await Expect(body).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(
                    $@"!\[{name}\]\(", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
            }

            (await body.InputValueAsync()).Should().MatchRegex(@"^Before\. !\[one\]\(\S+\)\n!\[two\]\(\S+\)\nAfter\.$");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task A_picture_for_a_text_nobody_has_been_in_stands_at_its_end(int width)
    {
        var post = await site.PublishAsync("Ending with a picture", "The only sentence.");
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, Remembered = owner }, async page =>
        {
            page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
            await page.GotoAsync("/blog/desk/posts/" + post.Id);
            await page.SetInputFilesAsync("#bk-upload", Files.Picture);
            await page.ClickAsync("dialog[data-alt] button[value=insert]");

            await Expect(page.Locator("#bk-body")).ToHaveValueAsync(
                new System.Text.RegularExpressions.Regex(
                    @"^The only sentence\.!\[\]\(", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        });
    }

    [BrowserTheory]
    [InlineData("2030-07-01T10:00", "+09:00", "+09:00")]
    [InlineData("2030-07-01T10:00", "+00:00", "+00:00")]
    [InlineData("2030-01-01T10:00", "-03:30", "-03:30")]
    [InlineData("2030-07-01T10:00", null, "+02:00")]
    [InlineData("2030-01-01T10:00", null, "+01:00")]
    public async Task A_zone_that_was_typed_is_kept_and_none_is_the_clocks(string moment, string? typed, string kept)
    {
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { TimeZone = "Europe/Berlin", Remembered = owner }, async page =>
        {
            page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
            await page.GotoAsync(Editor);
            if (typed is not null)
            {
                await page.FillAsync("#bk-zone", typed);
            }

            await page.FillAsync("#bk-publishAt", moment);
            await page.ClickAsync("button[name=do][value=schedule]");
            await Expect(page.Locator("[role=alert]").First).ToBeFocusedAsync();
            await Expect(page.Locator("#bk-zone")).ToHaveValueAsync(kept);
            await Expect(page.Locator("#bk-publishAt")).ToHaveValueAsync(moment);

            await page.FillAsync("#bk-title", "Zones " + Guid.NewGuid().ToString("N")[..8]);
            await page.ClickAsync("button[name=do][value=schedule]");
            await Expect(page.Locator(".bk-status-scheduled")).ToBeVisibleAsync();
            var at = await page.Locator("#bk-publishAt").GetAttributeAsync("data-at");
            DateTimeOffset.Parse(at!, System.Globalization.CultureInfo.InvariantCulture)
                .Should().Be(DateTimeOffset.Parse(moment + kept, System.Globalization.CultureInfo.InvariantCulture));
        });
    }

    [BrowserFact]
    public async Task A_file_that_is_no_picture_is_refused_where_it_was_dropped_and_the_editor_stays()
    {
        var owner = await site.SignInAsync(chromium);

        await chromium.VisitAsync(site.Address, new Viewing { Remembered = owner }, async page =>
        {
            await page.GotoAsync("/blog/desk/posts/new");
            var isLeftToTheBrowser = await page.Locator("#bk-body").EvaluateAsync<bool>(
                """
                text => {
                  const dropped = new DataTransfer();
                  dropped.items.add(new File(['%PDF-1.7'], 'honey.pdf', { type: 'application/pdf' }));
                  return text.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
                }
                """);

            isLeftToTheBrowser.Should().BeFalse("a browser opens what it is left with");
            await Expect(page.Locator("[data-pictures]")).ToContainTextAsync("not a picture");
            await page.FillAsync("#bk-body", "Typed afterwards.");
            await Expect(page.Locator("[data-kept]")).Not.ToBeEmptyAsync();
            await Expect(page.Locator("[data-pictures]")).ToContainTextAsync("not a picture");
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
            await page.FillAsync(
                "#bk-publishAt",
                DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
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
            await page.WaitForURLAsync("**done=save**");
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
