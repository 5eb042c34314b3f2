using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlogKit.Browser.Tests.Scenarios;

[Collection(BrowserSuite.Name)]
public sealed class ReadingTests(Chromium chromium, SampleSite site)
{
    public static TheoryData<int, bool> All => Looks.All;

    public static TheoryData<int> Widths => Looks.Widths;

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_reader_comes_from_the_list_to_the_post_and_its_comments(int width, bool javaScript) =>
        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync("/blog/category/bees");
            await page.Locator("article h2 a", new() { HasText = "Tell Me About Your First Sting" }).ClickAsync();

            await Expect(page.Locator("h1")).ToHaveTextAsync("Tell Me About Your First Sting");
            await page.ClickAsync(".bk-jump a");
            await Expect(page.Locator("#respond h2")).ToBeInViewportAsync();
        });

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_search_finds_the_post_and_the_comment(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Searching for quincunxes", "Trees stand in a quincunx in our orchard.");
        await site.CommentAsync(post, "Ines", "Ours stand in a rhombicuboctahedron.");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync("/blog");
            await page.FillAsync("[role=search] input[name=q]", "quincunx");
            await page.PressAsync("[role=search] input[name=q]", "Enter");
            await page.Locator(".bk-hit h2 a").First.ClickAsync();
            await Expect(page.Locator("h1")).ToContainTextAsync("quincunx");

            await page.FillAsync("[role=search] input[name=q]", "rhombicuboctahedron");
            await page.PressAsync("[role=search] input[name=q]", "Enter");
            await page.Locator(".bk-hit h2 a").First.ClickAsync();
            await Expect(Guest.Comment(page, "rhombicuboctahedron").First).ToBeInViewportAsync();
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task Names_and_titles_without_a_space_make_no_page_wider(int width)
    {
        var post = await site.PublishAsync("Aufzucht " + new string('L', 100));
        CommentId? above = null;
        for (var level = 1; level <= 6; level++)
        {
            // Below the last level that is indented, a comment says whom it answers.
            above = await site.CommentAsync(post, new string((char)('M' + level), 100), $"On floor {level}.", above);
        }

        var owner = await site.SignInAsync(chromium);
        string[] paths =
        [
            post.Path,
            $"/blog/comments/{above}/flag",
            $"/blog/comments/{above}/more",
            "/blog",
            "/blog/archive",
            $"/blog/desk/posts/{post.Id}",
            $"/blog/desk/posts/{post.Id}/revisions",
            $"/blog/desk/comments/{above}",
            "/blog/desk/comments?status=shown",
            "/blog/desk/posts",
            "/blog/desk/log",
        ];

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, Remembered = owner }, async page =>
        {
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                (await Inspection.MeasureAsync(page)).Should().BeEmpty(path);
            }

            await page.GotoAsync(post.Path);
            await page.Locator(".bk-actions a[href*=replyTo]").Last.ClickAsync();
            await Expect(page.Locator(".bk-cancel")).ToHaveCSSAsync("font-weight", "400");
            (await Inspection.MeasureAsync(page)).Should().BeEmpty("the form below a comment names who is answered");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_deep_link_opens_the_page_that_holds_the_comment_and_shows_which(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Linking deeply");
        var ids = new List<CommentId>();
        for (var i = 1; i <= 12; i++)
        {
            ids.Add(await site.CommentAsync(post, $"Reader {i}", $"Comment number {i}."));
        }

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync($"/blog/comments/{ids[10]}");

            await Expect(Guest.CommentOf(page, ids[10])).ToBeInViewportAsync();
            await Expect(Guest.CommentOf(page, ids[10])).Not.ToHaveCSSAsync("box-shadow", "none");
            await Expect(Guest.CommentOf(page, ids[0])).ToHaveCountAsync(0);
            (await page.Locator($"#comment-{ids[10]}").EvaluateAsync<int>(
                "li => li.parentElement.start + [...li.parentElement.children].indexOf(li)"))
                .Should().Be(11);
        });
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task More_replies_are_shown_when_they_are_asked_for(int width, bool javaScript)
    {
        var post = await site.PublishAsync("Talking at length");
        var root = await site.CommentAsync(post, "Ines", "Who else?");
        for (var i = 1; i <= 16; i++)
        {
            await site.CommentAsync(post, $"Reader {i}", $"Number {i} too.", root);
        }

        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(post.Path);
            await Expect(Guest.Comment(page, "Number 16 too.")).ToHaveCountAsync(0);
            await page.ClickAsync(".bk-more a");

            await Expect(Guest.Comment(page, "Number 16 too.")).ToBeVisibleAsync();
            if (javaScript)
            {
                page.Url.Should().EndWith(post.Path);
                await Expect(page.Locator($"#comment-{root} > .bk-replies > li")).ToHaveCountAsync(16);
            }
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task Replies_are_folded_and_unfolded_by_keyboard(int width)
    {
        var post = await site.PublishAsync("Folding");
        var root = await site.CommentAsync(post, "Ines", "A long story.");
        await site.CommentAsync(post, "Jon", "A longer answer.", root);

        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async page =>
        {
            await page.GotoAsync(post.Path);
            var fold = page.Locator($"#comment-{root} .bk-fold");
            await fold.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(Guest.Comment(page, "A longer answer.")).ToBeHiddenAsync();
            await Expect(fold).ToHaveAttributeAsync("aria-expanded", "false");

            await page.Keyboard.PressAsync("Enter");
            await Expect(Guest.Comment(page, "A longer answer.")).ToBeVisibleAsync();
        });
    }

    [BrowserFact]
    public async Task Dates_are_told_in_the_readers_zone_and_in_their_variety_of_the_language()
    {
        var post = await site.PublishAsync("Telling the time");
        var id = await site.CommentAsync(post, "Ines", "Is it late where you are?");

        await chromium.VisitAsync(site.Address, new Viewing { TimeZone = "Asia/Kolkata" }, async page =>
        {
            await page.GotoAsync(post.Path);
            var time = Guest.CommentOf(page, id).Locator("header time");
            var moment = DateTimeOffset.Parse(
                (await time.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture).ToOffset(new TimeSpan(5, 30, 0));

            await Expect(time).ToContainTextAsync(new System.Text.RegularExpressions.Regex(
                $@"\b0?({moment.Hour}|{moment.ToString("%h", CultureInfo.InvariantCulture)}):{moment:mm}",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)));
            await Expect(time).ToContainTextAsync(moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task A_new_comment_is_told_of_and_moves_nothing_until_it_is_asked_for(int width)
    {
        var post = await site.PublishAsync(
            "Living", string.Join("\n\n", Enumerable.Repeat("A paragraph that makes the page long enough to be scrolled.", 30)));
        await site.CommentAsync(post, "Ines", "First.");

        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async reader =>
        {
            await reader.GotoAsync(post.Path);
            await reader.Locator("article.bk-comment").ScrollIntoViewIfNeededAsync();
            var before = await reader.EvaluateAsync<double>("scrollY");

            await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async writer =>
                await Guest.CommentAsync(writer, post.Path, "Second, from another window."));

            var news = reader.GetByRole(AriaRole.Button, new() { Name = "1 new comment" });
            await Expect(news).ToBeAttachedAsync();
            (await reader.EvaluateAsync<double>("scrollY")).Should().Be(before, "whoever reads is not moved");
            await Expect(Guest.Comment(reader, "Second, from another window.")).ToHaveCountAsync(0);

            await news.ClickAsync();
            await Expect(Guest.Comment(reader, "Second, from another window.")).ToBeInViewportAsync();
            await Expect(reader.Locator(".bk-thoughts")).ToContainTextAsync("2 thoughts");
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Widths))]
    public async Task The_keyboard_skips_to_the_content(int width) =>
        await chromium.VisitAsync(site.Address, new Viewing { Width = width }, async page =>
        {
            await page.GotoAsync("/blog");
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(".bk-skip")).ToBeFocusedAsync();
            await Expect(page.Locator(".bk-skip")).ToBeInViewportAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#content")).ToBeFocusedAsync();
        });

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_password_opens_the_post_and_nothing_else(int width, bool javaScript) =>
        await chromium.VisitAsync(site.Address, new Viewing { Width = width, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync("/blog/" + SampleSite.Protected);
            await Expect(page.Locator("body")).Not.ToContainTextAsync("spare key");
            await page.FillAsync("input[name=password]", SampleSite.Password);
            await page.ClickAsync("form.bk-password button[type=submit]");

            await Expect(page.Locator(".bk-post")).ToContainTextAsync("The spare key hangs behind the third hive.");
        });

    [BrowserFact]
    public async Task Paper_has_the_text_and_the_comments_and_nothing_to_press() =>
        await chromium.VisitAsync(site.Address, new Viewing(), async page =>
        {
            await page.GotoAsync("/blog/tell-me-about-your-first-sting");
            await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            await Expect(page.Locator("article.bk-comment").First).ToBeVisibleAsync();
            await Expect(
                page.Locator("form:visible, button:visible, input:visible, .bk-actions a[href*=replyTo]:visible")).ToHaveCountAsync(0);
            (await page.EvaluateAsync<string>("getComputedStyle(document.body).color")).Should().Be("rgb(0, 0, 0)");
        });
}
