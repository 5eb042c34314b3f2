using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlogKit.Browser.Tests.Scenarios;

/// <summary>Blogs and threads inside applications that <c>dotnet new</c> makes, with their own layout and Bootstrap around them.</summary>
[Collection(BrowserSuite.Name)]
public sealed class TemplateTests(Chromium chromium)
{
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block", "list", "listitem"] },
        ResultTypes = [ResultType.Violations],
    };

    public static TheoryData<string, int, bool> Everywhere
    {
        get
        {
            var data = new TheoryData<string, int, bool>();
            foreach (var app in Names)
            {
                foreach (var width in new[] { Viewing.Phone, Viewing.Desk })
                {
                    data.Add(app, width, false);
                    data.Add(app, width, true);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Apps => [.. Names];

    private static string[] Names => ["razor", "mvc", "blazor"];

    [TemplateTheory]
    [MemberData(nameof(Everywhere))]
    public async Task The_blog_and_a_thread_can_be_read_in_the_page_of_the_application(
        string app, int width, bool dark) => await VisitAsync(app, new Viewing { Width = width, Dark = dark }, async (page, own) =>
    {
        foreach (var path in new[] { "/blog", "/blog/hello", own })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator(".bk").First).ToBeVisibleAsync();
            await SaveAsync(page, $"{app}-{path.Trim('/').Replace('/', '-').ToLowerInvariant()}-{width}-{(dark ? "dark" : "light")}");
            var found = await page.Locator(".bk").First.RunAxe(Colours);
            found.Violations.SelectMany(
                static v => v.Nodes.Select(n => $"{v.Id}: {n.Html} {string.Join(' ', n.Any.Select(static c => c.Message))}"))
                .Should().BeEmpty(because: $"{app} {path}");
            (await Inspection.MeasureAsync(page)).Should().BeEmpty(because: $"{app} {path}");

            // A template's page is white by night too, and a black box in it would be a hole.
            (await BackgroundAsync(page)).Should().Be("rgb(253, 252, 249)", because: $"{app} {path}");
        }
    });

    [TemplateTheory]
    [MemberData(nameof(Apps))]
    public async Task Bootstraps_theme_is_the_threads_too(string app) => await VisitAsync(app, new Viewing(), async (page, own) =>
    {
        await page.GotoAsync(own);
        await page.EvaluateAsync("document.documentElement.dataset.bsTheme = 'dark'");
        (await BackgroundAsync(page)).Should().Be("rgb(22, 24, 27)");
        await page.EvaluateAsync("document.documentElement.dataset.bsTheme = 'light'");
        (await BackgroundAsync(page)).Should().Be("rgb(253, 252, 249)");
    });

    [TemplateTheory]
    [MemberData(nameof(Apps))]
    public async Task The_accent_reaches_links(string app) => await VisitAsync(app, new Viewing(), async (page, own) =>
    {
        await page.GotoAsync(own);
        await page.EvaluateAsync("document.querySelector('.bk').style.setProperty('--bk-accent', 'rgb(1, 2, 3)')");
        await Expect(page.Locator(".bk-comment .bk-text a").First).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        await page.Locator(".bk-comment .bk-text a").First.HoverAsync();
        await Expect(page.Locator(".bk-comment .bk-text a").First).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
    });

    [TemplateTheory]
    [MemberData(nameof(Apps))]
    public async Task A_comment_under_an_own_page_comes_back_to_it(string app) => await VisitAsync(app, new Viewing(), async (page, own) =>
    {
        await page.GotoAsync(own + "?id=5");
        await ExpectScriptAsync(page);
        await page.Locator(".bk-actions a[href*=replyTo]").First.ClickAsync();
        await Expect(page.Locator("#bk-respond-title")).ToContainTextAsync("Max");
        page.Url.Should().EndWith(own + "?id=5");
        await SendAsync(page, "Under the page of " + app);
        page.Url.Should().Contain(own + "?id=5&comment=");
    });

    [TemplateTheory]
    [InlineData("blazor", "#to-product")]
    [InlineData("blazor", "#to-live")]
    public async Task The_script_runs_where_no_new_document_was_loaded(
        string app,
        string link) => await VisitAsync(app, new Viewing(), async (page, _) =>
    {
        await page.GotoAsync("/");
        await page.EvaluateAsync("window.sameDocument = true");
        await page.ClickAsync(link);
        await ExpectScriptAsync(page);
        (await page.EvaluateAsync<bool>("window.sameDocument === true")).Should().BeTrue("Blazor navigates without a new document");
    });

    [TemplateTheory]
    [InlineData("blazor")]
    public async Task The_script_runs_too_where_a_page_of_the_blog_was_the_first(string app) => await VisitAsync(
        app, new Viewing(), async (page, _) =>
        {
            await page.GotoAsync("/blog");
            await page.EvaluateAsync("window.sameDocument = true");
            await page.ClickAsync(".navbar-brand");
            await page.ClickAsync("#to-product");
            await ExpectScriptAsync(page);
            (await page.EvaluateAsync<bool>("window.sameDocument === true")).Should().BeTrue("Blazor navigates without a new document");
        });

    [TemplateTheory]
    [InlineData("blazor")]
    public async Task A_page_of_the_blog_is_asked_for_once(string app) => await VisitAsync(app, new Viewing(), async (page, _) =>
    {
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync("/");
        await page.ClickAsync("#to-blog");
        await page.ClickAsync(".bk-teaser h2 a");
        await ExpectScriptAsync(page);
        asked.Where(static path => path is "/blog" or "/blog/hello").Should().Equal("/blog", "/blog/hello");

        await page.Locator(".bk-comment .u-url").First.ClickAsync();
        await page.WaitForURLAsync("**/blog/hello**#comment-*", new() { WaitUntil = WaitUntilState.Commit });
    });

    [TemplateTheory]
    [MemberData(nameof(Apps))]
    public async Task What_is_told_of_a_comment_that_waits_can_be_seen_and_the_form_is_empty(string app) => await VisitAsync(
        app, new Viewing { Width = Viewing.Desk }, async (page, own) =>
        {
            await page.GotoAsync(own);
            await ExpectScriptAsync(page);
            await Guest.TypeAsync(page, "Sent already", "Eva", "eva@example.org");

            // As the script leaves it behind when a comment was sent.
            await page.EvaluateAsync("sessionStorage.setItem('bk:sent', Object.keys(localStorage).find(key => key.startsWith('bk:')))");
            await page.GotoAsync($"{own}?held={Guid.NewGuid():n}#comments");
            await ExpectScriptAsync(page);

            await Expect(page.Locator("#respond textarea")).ToHaveValueAsync("");
            (await page.Locator(".bk-notice").EvaluateAsync<bool>(
                "e => { const { left, top } = e.getBoundingClientRect(); return e === document.elementFromPoint(left + 9, top + 3); }"))
                .Should().BeTrue("nothing of the layout is above it");
        });

    [TemplateTheory]
    [MemberData(nameof(Apps))]
    public async Task Tables_and_buttons_look_as_without_Bootstrap(string app) => await VisitAsync(app, new Viewing(), async (page, _) =>
    {
        await page.GotoAsync("/blog/hello");
        await page.EvaluateAsync(
            "document.querySelector('.bk-text').insertAdjacentHTML('beforeend', '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>')");
        await Expect(page.Locator(".bk-text th")).ToHaveCSSAsync("border-top-width", "1px");
        await Expect(page.Locator(".bk-text td")).ToHaveCSSAsync("border-bottom-width", "1px");
        await Expect(page.Locator("#respond button[type=submit]").First).ToHaveCSSAsync("border-top-left-radius", "6px");
        var fonts = await page.Locator(
            "#respond button, #respond .bk-field label").EvaluateAllAsync<string[]>("all => all.map(e => getComputedStyle(e).fontFamily)");
        fonts.Distinct(StringComparer.Ordinal).Should().ContainSingle();
    });

    [TemplateTheory]
    [InlineData("razor")]
    public async Task A_frame_from_the_same_host_is_without_a_sandbox_that_it_could_take_off(string app) => await VisitAsync(
        app, new Viewing(), async (page, _) =>
        {
            await page.GotoAsync("/Privacy");
            await page.EvaluateAsync("""
                async () => {
                  const place = document.createElement('blogkit-thread');
                  place.setAttribute('post', 'hello');
                  document.querySelector('main').append(place);
                  await import('/blog/embed.js');
                }
                """);
            await Expect(page.FrameLocator("iframe").Locator(".bk-comment").First).ToBeVisibleAsync();
            (await page.Locator("iframe").GetAttributeAsync("sandbox")).Should().BeNull();
        });

    [TemplateTheory]
    [InlineData("blazor")]
    public async Task A_comment_on_an_interactive_page_comes_back_to_it(string app) => await VisitAsync(
        app, new Viewing(), async (page, _) =>
        {
            await page.GotoAsync("/live");
            await Expect(page.Locator("#interactive")).ToHaveTextAsync("True");
            await ExpectScriptAsync(page);
            await SendAsync(page, "On a page with a circuit");
            page.Url.Should().Contain("/live?comment=");
        });

    [TemplateTheory]
    [InlineData("blazor")]
    public async Task What_was_typed_before_a_page_became_interactive_stays(string app) => await VisitAsync(
        app, new Viewing(), async (page, _) =>
        {
            var typed = new TaskCompletionSource();
            await page.RouteAsync("**/_blazor/negotiate*", async route =>
            {
                await typed.Task;
                await route.ContinueAsync();
            });
            await page.GotoAsync("/live");
            await ExpectScriptAsync(page);
            await Guest.TypeAsync(page, "Written early", "Eva", "eva@example.org");
            await page.FocusAsync("#respond textarea");
            var sent = await page.QuerySelectorAsync("#respond textarea");

            typed.SetResult();
            await page.WaitForFunctionAsync("field => !field.isConnected", sent);

            await Expect(page.Locator("#respond textarea")).ToHaveValueAsync("Written early");
            await Expect(page.Locator("#respond textarea")).ToBeFocusedAsync();
            await Expect(page.Locator("#respond input[name=name]")).ToHaveValueAsync("Eva");
            await Expect(page.Locator("#respond input[name=email]")).ToHaveValueAsync("eva@example.org");
        });

    // What Blazor says of a component of a package that its browser's side has not got.
    [TemplateTheory]
    [InlineData("blazor")]
    public async Task What_cannot_run_in_the_browser_is_explained_where_Blazor_only_knows_no_such_type(string app) => await VisitAsync(
        app, new Viewing(), async (page, _) =>
        {
            await page.GotoAsync("/live");

            var said = await page.EvaluateAsync<string[]>("""
                async () => {
                  const said = [];
                  console.error = (...words) => said.push(words.join(' '));
                  const { beforeWebAssemblyStart } = await import(document.baseURI + '_content/BlogKit.AspNetCore/BlogKit.AspNetCore.lib.module.js');
                  beforeWebAssemblyStart();
                  console.error('Something else.');
                  console.error(new Error("Root component type 'BlogKit.AspNetCore.Components.BlogThread' could not be found in the assembly 'BlogKit.AspNetCore'."));
                  console.error('The end.');
                  return said;
                }
                """);

            said.Should().HaveCount(4);
            said[2]
                .Should().Contain(
                    "<blogkit-thread post=\"SLUG\"></blogkit-thread>").And.Contain("embed.js").And.Contain("InteractiveServer");
        });

    private static async Task ExpectScriptAsync(IPage page)
    {
        await Expect(page.Locator(".bk-fold").First).ToBeVisibleAsync();
        await Expect(page.Locator(".bk-comment button.bk-menu").First).ToBeVisibleAsync();
    }

    private static async Task SendAsync(IPage page, string text)
    {
        await Guest.TypeAsync(page, text, "Eva", "eva@example.org");
        await Guest.SendAsync(page);
        await Expect(Guest.Comment(page, text)).ToBeVisibleAsync();
    }

    private static Task<string> BackgroundAsync(IPage page) =>
        page.Locator(".bk").First.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor");

    private static Task<byte[]> SaveAsync(IPage page, string name) =>
        page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Samples.Web.Tests.SampleFiles.Root, "artifacts", "browser", "templates", name + ".png"),
            FullPage = true,
        });

    private async Task VisitAsync(string app, Viewing viewing, Func<IPage, string, Task> visit)
    {
        var own = TemplateApps.All[app];
        await chromium.VisitAsync(new Uri(own.GetLeftPart(UriPartial.Authority)), viewing, page => visit(page, own.AbsolutePath));
    }
}
