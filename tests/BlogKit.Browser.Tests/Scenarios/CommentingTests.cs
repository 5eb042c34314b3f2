using static Microsoft.Playwright.Assertions;

namespace BlogKit.Browser.Tests.Scenarios;

[Collection(BrowserSuite.Name)]
public sealed class CommentingTests(Chromium chromium, SampleSite site)
{
    public static TheoryData<int, bool> All => Looks.All;

    public static TheoryData<int> Widths => Looks.Widths;

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_guests_first_comment_waits_and_only_they_see_it(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Waiting");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await Guest.CommentAsync(page, post.Path, "It was the garden hose that stung me.", "Henrike", "henrike@readers.example.org");

            await Expect(page.Locator(".bk-notice[role=status]")).ToContainTextAsync("awaiting moderation");
            await Expect(Guest.Comment(page, "garden hose").Locator(".bk-held")).ToBeVisibleAsync();
            await page.ReloadAsync();
            await Expect(Guest.Comment(page, "garden hose")).ToHaveCountAsync(1);
        });

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);

            await Expect(page.Locator("body")).Not.ToContainTextAsync("garden hose");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_known_reader_answers_where_the_comment_is(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Answering");
        var first = await site.CommentAsync(post, "Ines", "Does smoke calm them, or does it only worry me less?");
        await site.CommentAsync(post, "Jon", "Another root.");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);
            await page.ClickAsync($"#comment-{first} .bk-actions a[href*=replyTo]");
            await Expect(page.Locator("#respond h2")).ToContainTextAsync("Leave a Reply to Ines");
            if (javaScript)
            {
                await Expect(page.Locator($"#comment-{first} #respond textarea[name=body]")).ToBeFocusedAsync();
                page.Url.Should().NotContain("replyTo", "nothing was loaded");
            }

            await Guest.TypeAsync(page, "Both, I think.");
            await Guest.SendAsync(page);

            var answer = page.Locator($"#comment-{first} > .bk-replies > li > article", new() { HasText = "Both, I think." });
            await Expect(answer).ToBeVisibleAsync();
            await Expect(answer).ToBeInViewportAsync();
            page.Url.Should().Contain("#comment-");
            await Expect(page.Locator(".bk-thoughts")).ToContainTextAsync("3 thoughts");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task Who_begins_an_answer_can_think_again_and_loses_nothing(int width)
    {
        var post = await site.PublishAsync("Changing one's mind");
        var first = await site.CommentAsync(post, "Ines", "A question.");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async page =>
        {
            await page.GotoAsync(post.Path);
            await page.FillAsync("#respond textarea[name=body]", "A thought of its own");
            await page.ClickAsync($"#comment-{first} .bk-actions a[href*=replyTo]");
            await page.FillAsync("#respond textarea[name=body]", "An answer");
            await page.ClickAsync("#respond .bk-cancel");

            await Expect(page.Locator("#respond textarea[name=body]")).ToHaveValueAsync("A thought of its own");
            await page.ClickAsync($"#comment-{first} .bk-actions a[href*=replyTo]");
            await Expect(page.Locator("#respond textarea[name=body]")).ToHaveValueAsync("An answer");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_preview_is_what_will_be_shown_and_keeps_what_was_typed(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Previewing");
        const string Text = "So **that** is a <b>swarm</b>: https://example.org/swarm";

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);
            await Guest.TypeAsync(page, Text);
            await page.ClickAsync("#respond button[formaction]");

            await Expect(page.Locator(".bk-preview strong")).ToHaveTextAsync("that");
            await Expect(page.Locator(".bk-preview")).ToContainTextAsync("<b>swarm</b>");
            await Expect(page.Locator("#respond textarea[name=body]")).ToHaveValueAsync(Text);
            await Expect(page.Locator("#respond input[name=email]")).ToHaveValueAsync(Guest.KnownEmail);
            var preview = await page.Locator(".bk-preview .bk-text").InnerHTMLAsync();

            await Guest.SendAsync(page);

            var shown = await Guest.Comment(page, "swarm").Locator(".bk-text").InnerHTMLAsync();
            shown.Trim().Should().Be(preview.Trim());
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task Whose_browser_fills_in_their_saved_address_is_no_spammer(int width)
    {
        var post = await site.PublishAsync("Filling in");
        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async page =>
        {
            await page.GotoAsync(post.Path);
            await page.FillAsync("#respond textarea[name=body]", "The company keeps bees on its roof.");
            await SavedAddress.FillFromAsync(page, "#respond input[name=name]");
            await Expect(page.Locator("#respond input[name=email]")).ToHaveValueAsync(Guest.KnownEmail);
            await Guest.SendAsync(page);

            await Expect(Guest.Comment(page, "keeps bees on its roof")).ToBeVisibleAsync();
            await Expect(page.Locator(".bk-held")).ToHaveCountAsync(0);
        });
    }

    [BrowserFact]
    public async Task A_field_called_company_would_be_filled_in_though_it_says_not_to()
    {
        await chromium.VisitAsync(site.Address, new Viewing(), async page =>
        {
            await page.GotoAsync("/blog");
            await page.Locator("main").EvaluateAsync("""
                main => main.innerHTML = '<form><p><input name="company" autocomplete="off" tabindex="-1"></p>'
                    + '<input name="name" autocomplete="name"><input name="email" type="email" autocomplete="email"><textarea></textarea></form>'
                """);

            await SavedAddress.FillFromAsync(page, "main input[name=name]");

            await Expect(page.Locator("main input[name=company]")).ToHaveValueAsync(SavedAddress.Company);
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task What_is_missing_is_said_where_the_form_is_and_nothing_typed_is_lost(int width, bool javaScript)
    {
        var post = await site.PublishAsync(
            "Forgetting", string.Join("\n\n", Enumerable.Repeat("A paragraph that makes the page long.", 60)));

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);
            await page.FillAsync("#respond textarea[name=body]", "My name is my own.");
            await page.FillAsync("#respond input[name=email]", "no address");
            await Guest.SendAsync(page);

            await Expect(page.Locator("#respond [role=alert]").First).ToBeInViewportAsync();
            await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(
                "^Error: Forgetting", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
            await Expect(page.Locator(javaScript ? "#respond [role=alert]" : "#respond")).ToBeFocusedAsync();
            await Expect(page.Locator("#respond textarea[name=body]")).ToHaveValueAsync("My name is my own.");
            await Expect(page.Locator("#respond [aria-invalid=true]")).ToHaveCountAsync(2);
            if (javaScript)
            {
                page.Url.Should().EndWith(post.Path, "nothing was loaded");
                await page.FillAsync("#respond input[name=name]", "Hen");
                await Guest.SendAsync(page);
                await Expect(page.Locator("#respond [aria-invalid=true]")).ToHaveCountAsync(1);
                await Expect(page.Locator("#respond [role=alert]")).ToHaveCountAsync(1);
            }

            await Guest.TypeAsync(page, "My name is my own.");
            await Guest.SendAsync(page);
            await Expect(Guest.Comment(page, "My name is my own.")).ToBeVisibleAsync();
        });
    }

    [BrowserTheory]
    [InlineData("You are a stupid idiot and should be ashamed of yourself.")]
    [InlineData(
        "Buy at https://a.example.com https://b.example.com https://c.example.com https://d.example.com and https://e.example.com now")]
    public async Task What_minds_is_held_even_from_somebody_known_and_says_why(string text)
    {
        var post = await site.PublishAsync("Minding");

        await chromium.VisitAsync(site.Address, new Viewing { Width = Viewing.Phone }, async page =>
        {
            await Guest.CommentAsync(page, post.Path, text);
            await Expect(page.Locator(".bk-is-held")).ToHaveCountAsync(1);
            await page.ClickAsync(".bk-is-held .bk-actions a");

            await Expect(page.Locator(".bk-notice").First).ToContainTextAsync("waits for a moderator");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_comment_is_changed_and_withdrawn_by_whoever_wrote_it(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Correcting");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await Guest.CommentAsync(page, post.Path, "The drones are sent owt in autumn.");
            await page.ClickAsync(".bk-own a[href$='/edit']");
            await page.FillAsync("textarea[name=body]", "The drones are sent out in autumn.");
            await page.ClickAsync("form[action$='/edit'] button[type=submit]");

            await Expect(Guest.Comment(page, "sent out in autumn")).ToBeVisibleAsync();
            await Expect(Guest.Comment(page, "sent out in autumn").Locator(".bk-edited")).ToBeVisibleAsync();

            await page.ClickAsync(".bk-own a[href$='/edit']");
            await page.ClickAsync("form[action$='/withdraw'] button");
            await Expect(page.Locator("body")).Not.ToContainTextAsync("sent out in autumn");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_form_sent_and_the_page_loaded_again_is_one_comment(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Once");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await Guest.CommentAsync(page, post.Path, "Only once, please.");
            await page.ReloadAsync();
            await Expect(Guest.Comment(page, "Only once, please.")).ToHaveCountAsync(1);

            await page.GotoAsync(post.Path);
            await Expect(page.Locator("#respond textarea[name=body]")).ToHaveValueAsync("");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task A_draft_survives_a_reload_until_it_is_sent(int width)
    {
        var post = await site.PublishAsync("Drafting");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async page =>
        {
            await page.GotoAsync(post.Path);
            await page.FillAsync("#respond textarea[name=body]", "Half a thought");
            await page.ReloadAsync();
            await Expect(page.Locator("#respond textarea[name=body]")).ToHaveValueAsync("Half a thought");

            await Guest.TypeAsync(page, "A whole thought");
            await Guest.SendAsync(page);
            await Expect(Guest.Comment(page, "A whole thought")).ToBeVisibleAsync();
            await page.GotoAsync(post.Path);
            await Expect(page.Locator("#respond textarea[name=body]")).ToHaveValueAsync("");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task Who_is_remembered_asked_for_it(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Remembering");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await Guest.CommentAsync(page, post.Path, "Forget me.");
            await page.GotoAsync(post.Path);
            await Expect(page.Locator("#respond input[name=name]")).ToHaveValueAsync("");

            await Guest.TypeAsync(page, "Remember me.");
            await page.CheckAsync("#respond input[name=remember]");
            await Guest.SendAsync(page);
            await Guest.Comment(page, "Remember me.").WaitForAsync();
            await page.GotoAsync(post.Path);
            await Expect(page.Locator("#respond input[name=name]")).ToHaveValueAsync(Guest.KnownName);
            await Expect(page.Locator("#respond input[name=email]")).ToHaveValueAsync(Guest.KnownEmail);
        });
    }
}
