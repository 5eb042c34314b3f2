using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.OpenWeb;
using BlogKit.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Everything that strangers can ask has a limit, which honest people do not meet.</summary>
public sealed class RequestLimitTests
{
    private const string Here = "198.51.100.7";
    private const string Elsewhere = "198.51.100.8";
    private const string Form = "/blog/open-for-talk-and-more/comments";

    [Fact]
    public async Task Limits_act_without_configuration_and_an_evening_of_reading_does_not_meet_them()
    {
        await using var site = await LimitedSite.StartAsync();
        using var family = site.From(Here);

        for (var i = 0; i < 40; i++)
        {
            (await family.GetAsync("/blog/search?q=text")).Status.Should().Be(HttpStatusCode.OK);
            (await family.GetAsync("/blog/open-for-talk-and-more")).Status.Should().Be(HttpStatusCode.OK);
        }

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 100; i++)
        {
            answers.Add((await family.GetAsync("/blog/search?q=text")).Status);
        }

        answers.Should().Contain(HttpStatusCode.OK).And.EndWith(HttpStatusCode.TooManyRequests);
        (await family.GetAsync("/blog")).Status.Should().Be(HttpStatusCode.OK, "reading is not searching");
    }

    [Fact]
    public async Task A_form_of_the_desk_too_many_gives_back_what_was_typed()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Desk = 1);
        var comment = await site.CommentAsync("Max", "Hello.");
        using var owner = site.From(Here, ApiSite.Owner);
        var editor = await owner.GetAsync("/blog/desk/posts/new");
        var desk = await owner.GetAsync("/blog/desk/comments/" + comment.Id);
        var mend = desk.Html.QuerySelectorAll<IHtmlFormElement>("form").Single(
            static f => f.GetAttribute("action")!.EndsWith("/edit", StringComparison.Ordinal));

        var first = await owner.EditAsync(editor, ("title", "First"), ("body", "Text."), ("do", "save"));
        var second = await owner.EditAsync(editor, ("title", "Second"), ("body", "My long text."), ("do", "save"));
        var third = await owner.SendAsync(mend, ("markdown", "Mended text."));

        first.Status.Should().Be(HttpStatusCode.SeeOther);
        ShouldWait(second);
        second.Text.Should().Contain("Too many requests").And.Contain("My long text.");
        ShouldWait(third);
        third.Text.Should().Contain("Too many requests").And.Contain("Mended text.");
        (await site.Comments.GetAsync(comment.BlogId, comment.Id, Actor.System)).Value.Markdown.Should().Be("Hello.");
        (await owner.GetAsync("/blog/desk/posts")).Status.Should().Be(HttpStatusCode.OK, "looking is not sending");
        await site.Get<AuthorService>().CreateAsync(
            new NewAuthor(site.Blog.Id, "Eda") { UserKey = "eda", Roles = BlogRoles.Editor }, Actor.System);
        using var colleague = site.From(Here, "eda|Eda");
        (await colleague.EditAsync(
            await colleague.GetAsync("/blog/desk/posts/new"), ("title", "Third"), ("body", "x"), ("do", "save"))).Status
            .Should().Be(HttpStatusCode.SeeOther, "each user counts alone");
    }

    [Fact]
    public async Task A_search_too_many_is_said_on_the_page_with_what_was_searched()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Search = 2);
        using var reader = site.From(Here);
        await reader.GetAsync("/blog/search?q=honey");
        (await reader.Client.GetAsync("/api/blog/search?q=honey")).StatusCode.Should().Be(HttpStatusCode.OK);

        var refused = await reader.GetAsync("/blog/search?q=honey");
        var byApi = await reader.Client.GetAsync("/api/blog/search?q=honey");

        ShouldWait(refused);
        refused.Text.Should().Contain("Too many requests came from your network");
        refused.Attribute("main input[name=q]", "value").Should().Be("honey");
        (await byApi.ProblemAsync(429)).GetProperty("code").GetString().Should().Be("rate-limited");
        byApi.Headers.RetryAfter!.Delta.Should().BePositive();
        using var other = site.From(Elsewhere);
        (await other.GetAsync("/blog/search?q=honey")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_comment_too_many_comes_back_with_its_text()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Comment = 1);
        using var reader = site.From(Here);
        await reader.CommentAsync("/blog/open-for-talk-and-more", ("name", "Max"), ("email", "max@example.org"), ("body", "The first."));
        var page = await reader.GetAsync("/blog/open-for-talk-and-more");
        var form = page.Html.QuerySelector<IHtmlFormElement>("#respond form")!;

        var refused = await reader.SendAsync(
            form, ("name", "Max"), ("email", "max@example.org"), ("body", "The second, with *much* typed."));
        var script = await reader.PostAsync(Form, Browser.Content(form, ("name", "Max"), ("body", "Again.")), asScript: true);
        var byApi = await reader.Client.SendAsync(
            "POST", "/api/blog/posts/open-for-talk-and-more/comments", """{"name":"Max","email":"max@example.org","body":"x"}""");
        var embedded = await reader.PostAsync(
            "/blog/embed/open-for-talk-and-more/comments",
            new FormUrlEncodedContent([new("name", "Max"), new("email", "max@example.org"), new("body", "In a frame.")]));

        ShouldWait(refused);
        refused.First("#respond textarea[name=body]").Should().Be("The second, with *much* typed.");
        refused.Attribute("#respond input[name=name]", "value").Should().Be("Max");
        refused.Text.Should().Contain("Too many requests came from your network");
        script.Text.Should().Contain("Too many requests came from your network");
        (await byApi.ProblemAsync(429)).GetProperty("code").GetString().Should().Be("rate-limited");
        ShouldWait(embedded);
        embedded.First("textarea[name=body]").Should().Be("In a frame.");
        (await site.Get<ThreadService>().CountAsync(site.Blog.Id, site.Post.Id)).Approved.Should().Be(1);
    }

    [Fact]
    public async Task A_preview_too_many_keeps_what_was_typed()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Preview = 1);
        using var reader = site.From(Here);
        const string Path = "/blog/open-for-talk-and-more/preview";
        FormUrlEncodedContent Text() => new([new("body", "As it *will* look.")]);
        (await reader.PostAsync(Path, Text())).Status.Should().Be(HttpStatusCode.OK);

        var refused = await reader.PostAsync(Path, Text());
        var script = await reader.PostAsync(Path, Text(), asScript: true);

        ShouldWait(refused);
        refused.First("#respond textarea[name=body]").Should().Be("As it *will* look.");
        ShouldWait(script);
        script.Text.Should().Contain("Too many requests");
        await (await reader.Client.SendAsync(
            "POST", "/api/blog/posts/open-for-talk-and-more/comments/preview", """{"body":"x"}""")).ProblemAsync(429);
    }

    [Fact]
    public async Task Votes_reactions_and_reports_are_counted_together()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Feedback = 3);
        var comment = await site.CommentAsync("Una", "A plain word.");
        using var reader = site.From(Here);
        (await reader.PostAsync("/blog/comments/feedback", new FormUrlEncodedContent([new("up", comment.Id.ToString())]))).Status
            .Should().Be(HttpStatusCode.SeeOther);
        (await reader.Client.SendAsync(
            "PUT",
            $"/api/blog/comments/{comment.Id}/reaction",
            """{"key":null}""",
            headers: ("BlogKit-Guest", new string('g', 40)))).StatusCode
            .Should().Be(HttpStatusCode.OK);
        (await reader.PostAsync($"/blog/comments/{comment.Id}/flag", new FormUrlEncodedContent([new("kind", "spam")]))).Status
            .Should().Be(HttpStatusCode.OK);

        var vote = await reader.PostAsync("/blog/comments/feedback", new FormUrlEncodedContent([new("down", comment.Id.ToString())]));
        var script = await reader.PostAsync(
            "/blog/comments/feedback", new FormUrlEncodedContent([new("down", comment.Id.ToString())]), asScript: true);
        var report = await reader.PostAsync(
            $"/blog/comments/{comment.Id}/flag", new FormUrlEncodedContent([new("kind", "spam"), new("note", "What I wrote of it.")]));
        var byApi = await reader.Client.SendAsync("PUT", $"/api/blog/comments/{comment.Id}/vote", """{"value":1}""");

        ShouldWait(vote);
        ShouldWait(script);
        script.Text.Should().Contain("Too many requests");
        ShouldWait(report);
        report.First("[name=note]").Should().Be("What I wrote of it.");
        await byApi.ProblemAsync(429);
        (await site.Comments.GetAsync(comment.BlogId, comment.Id, Actor.System)).Value.DownVotes.Should().Be(0);
    }

    [Fact]
    public async Task An_edit_too_many_comes_back_with_its_text()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Comment = 1);
        using var reader = site.From(Here);
        var sent = await reader.CommentAsync(
            "/blog/open-for-talk-and-more", ("name", "Max"), ("email", "max@example.org"), ("body", "The first."));
        var id = sent.Location!.Split('/')[^1].Split('#')[0];
        var edit = await reader.GetAsync($"/blog/comments/{id}/edit");

        var refused = await reader.SendAsync(
            edit.Html.QuerySelector<IHtmlFormElement>("form[action$='/edit']")!, ("body", "The first, mended."));

        ShouldWait(refused);
        refused.First("textarea[name=body]").Should().Be("The first, mended.");
    }

    [Theory]
    [InlineData("edit", "body")]
    [InlineData("withdraw", "version")]
    [InlineData("appeal", "text")]
    public async Task Comments_that_are_not_ones_own_cannot_be_guessed_without_end(string form, string field)
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Comment = 2);
        var comment = await site.CommentAsync("Una", "A plain word.");
        using var stranger = site.From(Here);
        FormUrlEncodedContent Guess() => new([new(field, "1")]);

        (await stranger.PostAsync($"/blog/comments/{new CommentId(Guid.NewGuid())}/{form}", Guess())).Status
            .Should().Be(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/blog/comments/{comment.Id}/{form}", Guess())).Status.Should().Be(HttpStatusCode.NotFound);
        var refused = await stranger.PostAsync($"/blog/comments/{comment.Id}/{form}", Guess());

        ShouldWait(refused);
        refused.First("h1").Should().Be("Too many");
        refused.Text.Should().Contain("Too many requests came from your network").And.NotContain("A plain word.");
    }

    [Fact]
    public async Task A_report_of_what_is_not_there_counts()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Feedback = 1);
        using var stranger = site.From(Here);
        Task<WebPage> ReportAsync(bool asScript) =>
            stranger.PostAsync(
                $"/blog/comments/{new CommentId(Guid.NewGuid())}/flag",
                new FormUrlEncodedContent([new("kind", "spam")]),
                asScript: asScript);

        (await ReportAsync(asScript: false)).Status.Should().Be(HttpStatusCode.NotFound);

        ShouldWait(await ReportAsync(asScript: false));
        ShouldWait(await ReportAsync(asScript: true));
    }

    [Fact]
    public async Task A_password_for_no_post_counts_as_a_wrong_one_and_right_ones_go_on()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Password = 2);
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Secret", "Hidden.") { Visibility = PostVisibility.Password, Password = "open sesame" });
        using var stranger = site.From(Here);
        using var reader = site.From(Elsewhere);
        static Task<WebPage> TryAsync(Browser browser, string post) =>
            browser.PostAsync($"/blog/{post}/password", new FormUrlEncodedContent([new("password", "open sesame")]));

        (await TryAsync(stranger, "secrets")).Status.Should().Be(HttpStatusCode.NotFound);
        (await TryAsync(stranger, "my-secret")).Status.Should().Be(HttpStatusCode.NotFound);
        ShouldWait(await TryAsync(stranger, "the-secret"));
        for (var i = 0; i < 5; i++)
        {
            (await TryAsync(reader, "secret")).Status.Should().Be(HttpStatusCode.SeeOther);
        }
    }

    [Fact]
    public async Task A_network_of_IPv6_is_one_caller_and_a_signed_in_user_is_their_own()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Search = 1);
        using var one = site.From("2001:db8:0:7::1");
        using var neighbour = site.From("2001:db8:0:7:ffff:1:2:3");
        using var other = site.From("2001:db8:0:8::1");
        using var mapped = site.From("::ffff:198.51.100.7");
        using var plain = site.From(Here);
        using var user = site.From("2001:db8:0:7::1", "rita|Rita Reader");

        (await one.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
        ShouldWait(await neighbour.GetAsync("/blog/search?q=x"));
        (await other.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
        (await mapped.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
        ShouldWait(await plain.GetAsync("/blog/search?q=x"));
        (await user.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_is_not_one_caller_for_all_its_readers()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Search = 1);
        using var client = site.Browse().Client;
        async Task<HttpStatusCode> AskAsync(string forwarded) =>
            (await client.SendAsync("GET", "/blog/search?q=x", headers: ("X-Forwarded-For", forwarded))).StatusCode;

        (await AskAsync("203.0.113.1")).Should().Be(HttpStatusCode.OK);
        (await AskAsync("203.0.113.2")).Should().Be(HttpStatusCode.OK);
        (await AskAsync("203.0.113.99, 203.0.113.1"))
            .Should().Be(HttpStatusCode.TooManyRequests, "what a reader claims stands before what the proxy wrote");
        using var stranger = site.From(Here);
        stranger.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.3");
        (await stranger.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
        ShouldWait(await stranger.GetAsync("/blog/search?q=y"));
    }

    [Fact]
    public async Task After_the_time_that_was_told_the_next_is_taken()
    {
        var clock = new JumpingClock(TimeProvider.System.GetUtcNow());
        await using var site = await LimitedSite.StartAsync(static o => o.Search = 1, clock);
        using var reader = site.From(Here);
        await reader.GetAsync("/blog/search?q=x");
        var refused = await reader.GetAsync("/blog/search?q=x");

        clock.Advance(refused.Response.Headers.RetryAfter!.Delta!.Value);

        (await reader.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Limits_can_be_switched_off()
    {
        await using var site = await LimitedSite.StartAsync(static o => (o.Enabled, o.Search) = (false, 1));
        using var reader = site.From(Here);

        for (var i = 0; i < 3; i++)
        {
            (await reader.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_refusal_is_in_the_language_of_the_blog()
    {
        await using var site = await LimitedSite.StartAsync(static o => (o.Search, o.Feedback) = (1, 1));
        await site.Get<BlogService>().UpdateAsync(site.Blog with { Language = "pl" }, Actor.Author(site.Author));
        using var reader = site.From(Here);
        var vote = new FormUrlEncodedContent([new("up", site.Post.Id.ToString())]);
        await reader.GetAsync("/blog/search?q=x");
        await reader.PostAsync("/blog/comments/feedback", vote);

        (await reader.GetAsync("/blog/search?q=x")).Text.Should().Contain("zbyt wiele żądań");
        (await reader.PostAsync("/blog/comments/feedback", new FormUrlEncodedContent([new("up", "x")]))).First("h1")
            .Should().Be("Za dużo naraz");
    }

    [Fact]
    public async Task Wrong_passwords_are_bounded_by_post_and_network_and_right_ones_are_not()
    {
        var clock = new JumpingClock(TimeProvider.System.GetUtcNow());
        await using var site = await LimitedSite.StartAsync(static o => o.Password = 2, clock);
        foreach (var title in (string[])["First secret", "Second secret"])
        {
            await site.PublishAsync(
                new NewPost(site.Blog.Id, title, "Hidden.") { Visibility = PostVisibility.Password, Password = "open sesame" });
        }

        using var reader = site.From(Here);
        async Task<WebPage> TryAsync(Browser browser, string post, string password) =>
            await browser.PostAsync($"/blog/{post}/password", new FormUrlEncodedContent([new("password", password)]));
        for (var i = 0; i < 5; i++)
        {
            using var pupil = site.From(Here);
            (await TryAsync(pupil, "first-secret", "open sesame")).Status.Should().Be(HttpStatusCode.SeeOther);
        }

        (await TryAsync(reader, "first-secret", "sesame")).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(reader, "first-secret", "open")).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        ShouldWait(await TryAsync(reader, "first-secret", "close"));
        ShouldWait(await TryAsync(reader, "first-secret", "open sesame"));
        (await TryAsync(reader, "second-secret", "open sesame")).Status.Should().Be(HttpStatusCode.SeeOther);
        using var elsewhere = site.From(Elsewhere);
        var opened = await TryAsync(elsewhere, "first-secret", "open sesame");
        opened.Status.Should().Be(HttpStatusCode.SeeOther, "strangers elsewhere lock nobody out");
        (await elsewhere.GetAsync("/blog/first-secret")).Text.Should().Contain("Hidden.");
        clock.Advance(TimeSpan.FromMinutes(20));
        (await TryAsync(reader, "first-secret", "open sesame")).Status.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_changed_password_is_not_the_one_that_was_right()
    {
        await using var site = await LimitedSite.StartAsync();
        var post = await site.PublishAsync(
            new NewPost(site.Blog.Id, "Secret", "Hidden.") { Visibility = PostVisibility.Password, Password = "open sesame" });
        using var reader = site.From(Here);
        FormUrlEncodedContent Old() => new([new("password", "open sesame")]);
        (await reader.PostAsync("/blog/secret/password", Old())).Status.Should().Be(HttpStatusCode.SeeOther);

        (await site.Posts.SetPasswordAsync(post.BlogId, post.Id, "another one", Actor.Author(site.Author), post.Version)).Succeeded
            .Should().BeTrue();

        (await reader.PostAsync("/blog/secret/password", Old())).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Wrong_passwords_of_editing_programs_are_bounded_and_told_as_a_fault()
    {
        await using var site = await LimitedSite.StartAsync(
            static o => o.Password = 2, builder: static kit => kit.Services.AddSingleton<IMetaWeblogAuthenticator, Keeper>());
        using var program = site.From(Here);
        using var home = site.From(Elsewhere);

        for (var i = 0; i < 5; i++)
        {
            (await AskAsync(program, "secret")).Text.Should().Contain("<methodResponse>").And.NotContain("<fault>");
        }

        (await AskAsync(program, "a guess")).Text.Should().Contain("<int>403</int>");
        (await AskAsync(program, "a guess")).Text.Should().Contain("<int>403</int>");
        var refused = await AskAsync(program, "secret");
        ShouldWait(refused);
        refused.Text.Should().Contain("<fault>").And.Contain("<int>429</int>");
        (await AskAsync(home, "secret")).Text.Should().NotContain("<fault>");

        static Task<WebPage> AskAsync(Browser browser, string password) => browser.PostAsync("/blog/xmlrpc", new StringContent(
            $"<methodCall><methodName>blogger.getUsersBlogs</methodName><params><param><value>1</value></param><param><value>ada</value></param><param><value>{password}</value></param></params></methodCall>",
            Encoding.UTF8,
            "text/xml"));
    }

    [Fact]
    public async Task Programs_are_told_in_their_own_way()
    {
        await using var site = await LimitedSite.StartAsync(
            static o => (o.Write, o.Mention, o.Live) = (1, 1, 1),
            builder: static kit => kit.AddOpenWeb(static o => o.ReceiveWebmentions = true));
        using var author = site.From(Here, ApiSite.Owner);
        using var stranger = site.From(Here);
        StringContent Entry() => new("""{"type":["h-entry"],"properties":{"content":["Hello."]}}""", Encoding.UTF8, "application/json");
        FormUrlEncodedContent Mention() =>
            new([new("source", "https://elsewhere.example/a"), new("target", site.Address + "blog/open-for-talk-and-more")]);
        (await author.PostAsync("/blog/micropub", Entry())).Status.Should().Be(HttpStatusCode.Created);
        (await stranger.PostAsync("/blog/webmention", Mention())).Status.Should().Be(HttpStatusCode.Accepted);
        using var open = await stranger.Client.GetAsync(
            "/blog/open-for-talk-and-more/live?since=0", HttpCompletionOption.ResponseHeadersRead);
        open.StatusCode.Should().Be(HttpStatusCode.OK);

        var micropub = await author.PostAsync("/blog/micropub", Entry());
        var mention = await stranger.PostAsync("/blog/webmention", Mention());
        var stream = await stranger.GetAsync("/blog/open-for-talk-and-more/live?since=0");

        ShouldWait(micropub);
        micropub.Response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        micropub.Text.Should().Contain("\"error\":\"too_many_requests\"").And.Contain("error_description");
        ShouldWait(mention);
        mention.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        ShouldWait(stream);
    }

    [Fact]
    public async Task An_applications_own_policies_take_the_place_of_ours()
    {
        var asked = new List<string>();
        await using var site = await Site.StartAsync(
            builder: kit =>
            {
                kit.AddRateLimits(static o => (o.UseOwnPolicies, o.Search) = (true, 1));
                kit.Services.AddRateLimiter(limits =>
                {
                    foreach (var name in (string[])
                        [
                            BlogKitRateLimits.Read, BlogKitRateLimits.Comment, BlogKitRateLimits.Feedback, BlogKitRateLimits.Preview,
                            BlogKitRateLimits.Write, BlogKitRateLimits.Search, BlogKitRateLimits.Mention, BlogKitRateLimits.Live,
                            BlogKitRateLimits.Password,
                        ])
                    {
                        limits.AddPolicy(name, _ =>
                        {
                            asked.Add(name);
                            return System.Threading.RateLimiting.RateLimitPartition.GetNoLimiter("all");
                        });
                    }
                });
            },
            map: static app =>
            {
                app.UseRateLimiter();
                app.MapBlogKit("/blog");
            },
            limited: true);
        using var reader = site.Browse();

        for (var i = 0; i < 3; i++)
        {
            (await reader.GetAsync("/blog/search?q=x")).Status.Should().Be(HttpStatusCode.OK);
        }

        await reader.PostAsync("/blog/open-for-talk-and-more/password", new FormUrlEncodedContent([new("password", "x")]));
        asked.Should().Equal(BlogKitRateLimits.Search, BlogKitRateLimits.Search, BlogKitRateLimits.Search, BlogKitRateLimits.Password);
    }

    [Theory]
    [InlineData(nameof(BlogKitRateLimitOptions.Search))]
    [InlineData(nameof(BlogKitRateLimitOptions.Password))]
    [InlineData(nameof(BlogKitRateLimitOptions.Live))]
    public void A_number_out_of_range_is_named_at_once(string option)
    {
        var kit = new ServiceCollection().AddBlogKit().UseInMemory().AddWeb();

        var add = () => kit.AddRateLimits(o => typeof(BlogKitRateLimitOptions).GetProperty(option)!.SetValue(o, 0));

        add.Should().Throw<ArgumentOutOfRangeException>().WithMessage($"*{option} must be at least 1*");
    }

    [Fact]
    public async Task A_window_out_of_range_is_named_at_the_start()
    {
        var start = async () => await Site.StartAsync(
            builder: static kit => kit.Services.Configure<BlogKitRateLimitOptions>(static o => o.PasswordWindow = TimeSpan.Zero));

        await start.Should().ThrowAsync<OptionsValidationException>().WithMessage(
            "*PasswordWindow must be between one second and one day*");
    }

    private static void ShouldWait(WebPage page)
    {
        page.Status.Should().Be(HttpStatusCode.TooManyRequests, because: page.Text.Length > 800 ? page.Text[..800] : page.Text);
        int.Parse(page.Response.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).Should().BePositive();
    }

    private sealed class Keeper : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult(password == "secret" ? Site.AuthorUser : null);
    }
}
