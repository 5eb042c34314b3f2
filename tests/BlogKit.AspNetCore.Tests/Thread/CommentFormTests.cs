using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class CommentFormTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private static readonly (string, string?)[] Good =
        [("name", "Max"), ("email", "canary.max@example.org"), ("url", ""), ("body", "Hello *there*.")];
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(HoldMode.FirstComment);
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task An_approved_comment_is_answered_with_its_permalink()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();

        var answer = await browser.CommentAsync(Path, Good);

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        answer.Location.Should().MatchRegex("^/blog/comments/[0-9a-f]{32}$");
        var page = await browser.FollowAsync(await browser.FollowAsync(answer));
        page.First(".bk-highlighted .bk-text").Should().Be("Hello there.");
        page.First(".bk-thoughts").Should().StartWith("1 thought");
    }

    [Fact]
    public async Task A_form_says_when_it_was_shown_and_has_a_field_only_programs_fill_in()
    {
        await using var site = await Site.StartAsync(options: o => (
            o.Moderation.GetPolicy<FormPolicyOptions>().Enabled,
            o.Moderation.GetPolicy<FormPolicyOptions>().MinimumTime) = (true, TimeSpan.Zero));
        using var browser = site.Browse();

        await browser.CommentAsync(Path, Good);
        await browser.CommentAsync(Path, [.. Good, ("subject", "Cheap Pills Ltd")]);
        await browser.CommentAsync(Path, [.. Good, ("shown", "forged")]);

        var counts = await site.Services.GetRequiredService<ICommentStore>().CountAsync(site.Blog.Id, CancellationToken.None);
        (counts.Approved, counts.Spam, counts.Pending).Should().Be((2, 0, 1), "a field that a browser may have filled in is no proof");
    }

    // The words by which browsers (Chromium's autofill patterns among them) know what to fill in; "name", "email" and "url" are meant to be
    // known.
    [Fact]
    public async Task The_field_that_nobody_sees_is_called_nothing_that_browsers_fill_in()
    {
        var page = await _browser.GetAsync(Path);

        var trap = page.Html.QuerySelector(".bk-trap input")!;
        var label = page.Html.QuerySelector(".bk-trap label")!.TextContent;
        foreach (var text in new[] { trap.GetAttribute("name")!, trap.Id!, trap.GetAttribute("autocomplete")!, label })
        {
            text.Should().NotMatchRegex(
                "(?i)name|mail|phone|tel|mobile|fax|address|street|line|city|town|suburb|state|province|region|county|zip|postal|post.?code|country|company|business|organi[sz]ation|firm|card|cc|cvc|iban|account|user|login|pass|birth|bday|sex|gender|title|url|site|search|query");
        }
    }

    [Fact]
    public async Task A_held_comment_is_seen_by_its_writer_alone()
    {
        var answer = await _browser.CommentAsync(Path, Good);

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        answer.Location.Should().MatchRegex($"^{Path}\\?held=[0-9a-f]{{32}}#comment-[0-9a-f]{{32}}$");
        var own = await _browser.FollowAsync(answer);
        own.First(".bk-notice").Should().Contain("awaiting moderation");
        own.First(".bk-is-held .bk-text").Should().Be("Hello there.");
        own.First(".bk-held").Should().Be("Awaiting moderation: only you see this.");
        own.Html.QuerySelector(".bk-thoughts").Should().BeNull();
        (await _browser.GetAsync(Path)).Text.Should().Contain("Hello", because: "the writer comes back");

        using var other = _site.Browse();
        foreach (var path in new[]
        {
            answer.Location!,
            Path,
            $"{Path}?comment={IdOf(answer)}",
            $"/blog/replies/{IdOf(answer)}",
            "/api/blog/posts/open-for-talk-and-more/comments",
        })
        {
            (await other.GetAsync(path)).Text.Should().NotContain("Hello", because: path).And.NotContain("awaiting moderation");
        }

        (await other.GetAsync($"/blog/comments/{IdOf(answer)}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync($"/blog/comments/{IdOf(answer)}")).Location.Should().Be(answer.Location);
    }

    [Fact]
    public async Task Spam_looks_held_to_its_writer()
    {
        await using var site = await Site.StartAsync(HoldMode.FirstComment, builder: static b => b.AddModerationPolicy<SpamWhenToldSo>());
        using var browser = site.Browse();
        var root = await site.CommentAsync("Eva", "Root");

        var held = await browser.FollowAsync(await browser.CommentAsync($"{Path}?replyTo={root.Id}", Good));
        using var spammer = site.Browse();
        var spam = await spammer.FollowAsync(
            await spammer.CommentAsync($"{Path}?replyTo={root.Id}", [.. Good[..3], ("body", "Hello spam.")]));

        spam.First(".bk-notice").Should().Be(held.First(".bk-notice"));
        spam.First(".bk-replies .bk-is-held .bk-text").Should().Be("Hello spam.");
        held.First(".bk-replies .bk-is-held .bk-text").Should().Be("Hello there.");
    }

    [Theory]
    [InlineData("name", "", "Name is required.")]
    [InlineData("name", null, "Name is required.")]
    [InlineData("email", "", "E-mail is required.")]
    [InlineData("email", "nobody", "E-mail is not an e-mail address such as name@example.org.")]
    [InlineData("url", "javascript:alert(1)", "Website is not an http or https address such as https://example.org.")]
    [InlineData("body", "   ", "Comment is required.")]
    [InlineData("body", null, "Comment is required.")]
    [InlineData("name", "Ada Keeper", "Name belongs to an author of this blog. Sign in, or choose another.")]
    [InlineData("email", Site.AuthorEmail, "E-mail belongs to an author of this blog. Sign in, or use another.")]
    public async Task A_bad_field_is_told_next_to_it_and_everything_typed_is_still_there(string field, string? value, string message)
    {
        (string, string?)[] typed =
        [
            ("name", "Max <b>"),
            ("email", "max@example.org"),
            ("url", "example.org"),
            ("body", "\nTwo\n\nlines </textarea><script>"),
            (field, value),
        ];

        var page = await _browser.CommentAsync(Path, typed);

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.First($"#bk-{field}-error").Should().Be(message);
        page.Attribute($"#bk-{field}", "aria-invalid").Should().Be("true");
        page.Attribute($"#bk-{field}", "aria-describedby").Should().Be($"bk-{field}-error");
        page.First("[role=alert] a").Should().Be(message);
        page.Html.QuerySelector("script:not([src]):not([type='application/ld+json'])").Should().BeNull();
        var fields = Browser.Fields(page.Html.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("#respond form")!);
        foreach (var (name, text) in typed.SkipLast(1).Where(f => f.Item1 != field))
        {
            fields[name].Should().Be(text);
        }

        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task A_null_character_is_refused_in_either_kind_of_form()
    {
        var fields = Browser.Fields(
            (await _browser.GetAsync(Path)).Html.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("#respond form")!);
        foreach (var (name, value) in Good)
        {
            fields[name] = name == "body" ? "a\0b" : value!;
        }

        using var encoded = new FormUrlEncodedContent(fields);
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        var first = await _browser.PostAsync(Path + "/comments", encoded);
        first.Status.Should().Be(HttpStatusCode.BadRequest);
        first.First("h1").Should().Be("The form could not be read");
        var second = await _browser.PostAsync(Path + "/comments", parts);
        second.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        second.First("#bk-body-error").Should().StartWith("Comment has characters that cannot be stored");
    }

    [Theory]
    [InlineData("pl", "Pole „Komentarz” jest za długie. Liczba znaków: 10\u00a0001, najwięcej: 10\u00a0000.")]
    [InlineData("en-GB", "Comment has 10,001 characters; at most 10,000 are allowed.")]
    public async Task The_numbers_of_an_error_are_said_in_the_blogs_language(string language, string said)
    {
        (await _site.Get<BlogService>().UpdateAsync(_site.Blog with { Language = language }, Actor.System)).EnsureSucceeded();

        var page = await _browser.CommentAsync(Path, [.. Good[..3], ("body", new string('ä', 10_001))]);

        page.First("#bk-body-error").Should().Be(said);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_so_and_kept()
    {
        var page = await _browser.CommentAsync(Path, [.. Good[..3], ("body", new string('ä', 10_001))]);

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.First("#bk-body-error").Should().Be("Comment has 10,001 characters; at most 10,000 are allowed.");
        page.First("#bk-body").Should().HaveLength(10_001);
    }

    [Fact]
    public async Task A_closed_discussion_refuses_and_keeps_the_text()
    {
        var form = await _browser.GetAsync(Path);
        await _site.Posts.UpdateAsync(
            _site.Post with { Comments = new PostCommentSettings { Mode = CommentMode.Closed } }, Actor.Author(_site.Author));

        var page = await _browser.CommentAsync(form, Good);

        page.Status.Should().Be(HttpStatusCode.Forbidden);
        page.First(".bk-closed[role=alert]").Should().Be("Comments are closed.");
        page.First("#bk-refused").Should().Be("Hello *there*.");
        RefusedFormTests.ShouldRefuse(page);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000000000000000000000000001")]
    public async Task A_parent_that_is_not_there_is_refused_and_the_text_kept(string parent)
    {
        var page = await _browser.CommentAsync(Path, [.. Good, ("parentId", parent)]);

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.First("[role=alert]").Should().Contain("no longer here");
        page.First("#bk-body").Should().Be("Hello *there*.");
    }

    [Fact]
    public async Task A_parent_taken_down_meanwhile_or_of_another_post_is_refused()
    {
        var comment = await _site.CommentAsync("Eva", "Root");
        var form = await _browser.GetAsync($"{Path}?replyTo={comment.Id}");
        await _site.Moderation.TrashAsync(comment.BlogId, comment.Id, Actor.System);
        (await _browser.CommentAsync(form, Good)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);

        var elsewhere = await _site.CommentAsync("Eva", "Root", post: await _site.PublishAsync(new NewPost(_site.Blog.Id, "Else", "x")));
        (await _browser.CommentAsync(Path, [.. Good, ("parentId", elsewhere.Id.ToString())])).Status
            .Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_form_from_elsewhere_is_refused_in_words_and_changes_nothing(string origin)
    {
        var form = (await _browser.GetAsync(Path)).Html.QuerySelector("#respond form") as IHtmlFormElement;

        var page = await _browser.PostAsync(Path + "/comments", Browser.Content(form!, Good), origin);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.First("h1").Should().Be("The form could not be accepted");
        page.First("#bk-refused").Should().Be("Hello *there*.");
        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Should().Be(ThreadCounts.None);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task What_the_browser_says_of_the_site_counts_more_than_an_origin(string site)
    {
        var form = (await _browser.GetAsync(Path)).Html.QuerySelector("#respond form") as IHtmlFormElement;
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + "/comments") { Content = Browser.Content(form!, Good) };
        request.Headers.Add("Origin", _site.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", site);

        using var answer = await _browser.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task A_known_guest_whose_browser_says_nothing_needs_the_token_of_their_page(string? token)
    {
        await _browser.CommentAsync(Path, Good);
        var form = (await _browser.GetAsync(Path)).Html.QuerySelector("#respond form") as IHtmlFormElement;

        var refused = await _browser.PostAsync(
            Path + "/comments", Browser.Content(form!, [.. Good, ("__RequestVerificationToken", token)]), origin: null);
        var taken = await _browser.PostAsync(Path + "/comments", Browser.Content(form!, Good), origin: null);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        taken.Status.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_text_browser_without_a_cookie_that_says_nothing_is_taken()
    {
        var form = (await _browser.GetAsync(Path)).Html.QuerySelector("#respond form") as IHtmlFormElement;

        (await _browser.PostAsync(Path + "/comments", Browser.Content(form!, Good), origin: null)).Status
            .Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task What_is_no_form_or_too_large_is_refused()
    {
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var plain = new StringContent("name=x", Encoding.UTF8, "text/plain");
        using var nothing = new ByteArrayContent([]);
        using var broken = new StringContent("--x\r\n", Encoding.UTF8);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var unbounded = new StringContent("x", Encoding.UTF8);
        unbounded.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data");
        using var large = new FormUrlEncodedContent([new("body", new string('x', 500_000))]);
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 5_000).Select(i => new KeyValuePair<string, string>($"f{i}", "x")));

        (await _browser.PostAsync(Path + "/comments", json)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _browser.PostAsync(Path + "/comments", plain)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _browser.PostAsync(Path + "/comments", nothing)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _browser.PostAsync(Path + "/comments", broken)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.PostAsync(Path + "/comments", unbounded)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.PostAsync(Path + "/comments", large)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _browser.PostAsync(Path + "/comments", many)).Status.Should().Be(HttpStatusCode.BadRequest);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, Path + "/comments")
        {
            Content = new FormUrlEncodedContent([new("body", new string('x', 500_000))]),
        };
        chunked.Headers.TransferEncodingChunked = true;
        (await _browser.Client.SendAsync(chunked)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_is_one_comment_of_one_guest()
    {
        var form = await _browser.GetAsync(Path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _browser.CommentAsync(form, Good)));

        answers.Select(a => a.Location).Distinct().Should().ContainSingle();
        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Pending.Should().Be(1);
        (await _browser.FollowAsync(answers[0])).Text.Should().Contain("Hello");
    }

    [Fact]
    public async Task A_form_sent_again_with_another_text_says_so_and_offers_a_fresh_one()
    {
        await _browser.CommentAsync(Path, [.. Good[..3], ("body", "A first one")]);
        var form = await _browser.GetAsync(Path);
        await _browser.CommentAsync(form, Good);

        var again = await _browser.CommentAsync(form, [.. Good[..3], ("body", "Another thought")]);

        again.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        again.First("[role=alert]").Should().Contain("already sent");
        (await _browser.CommentAsync(again)).Status.Should().Be(HttpStatusCode.SeeOther);
        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Pending.Should().Be(3);
    }

    [Fact]
    public async Task Name_and_address_are_remembered_only_when_asked_for()
    {
        await _browser.CommentAsync(Path, Good);
        (await _browser.GetAsync(Path)).Attribute("#bk-email", "value").Should().BeNullOrEmpty();

        await _browser.CommentAsync(Path, [.. Good, ("remember", "yes")]);
        var page = await _browser.GetAsync(Path);
        page.Attribute("#bk-email", "value").Should().Be("canary.max@example.org");
        page.Attribute("#bk-name", "value").Should().Be("Max");
        page.Html.QuerySelector("#bk-remember")!.HasAttribute("checked").Should().BeTrue();
        Cookie("bk.me").Should().NotBeNull().And.NotContain("canary");

        await _browser.CommentAsync(page, [("body", "Another"), ("remember", null)]);
        (await _browser.GetAsync(Path)).Attribute("#bk-email", "value").Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task The_cookies_are_out_of_reach_of_scripts_and_other_sites()
    {
        var answer = await _browser.CommentAsync(Path, [.. Good, ("remember", "yes")]);

        answer.Response.Headers.GetValues("Set-Cookie").Should().HaveCount(2)
            .And.OnlyContain(c => c.Contains("httponly") && c.Contains("samesite=lax") && c.Contains("path=/blog"));
        (await _site.Browse().GetAsync("/blog")).Response.Headers.Contains("Set-Cookie")
            .Should().BeFalse(because: "reading a list needs none");
    }

    [Fact]
    public async Task Forged_cookies_make_nobody_anybody()
    {
        var held = await _browser.CommentAsync(Path, Good);
        foreach (var value in new[] { "x", new string('x', 50), new string('x', 5_000), "%00", "a b" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, held.Location);
            request.Headers.Add("Cookie", $"bk.guest={value}; bk.me={value}; bk.post.1={value}");
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _site.Address };
            var response = await client.SendAsync(request);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            (await response.Content.ReadAsStringAsync()).Should().NotContain("Hello");
        }
    }

    [Fact]
    public async Task Its_writer_edits_and_withdraws_a_comment_without_JavaScript_and_nobody_else_does()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        using var other = site.Browse();
        var page = await browser.FollowAsync(await browser.FollowAsync(await browser.CommentAsync(Path, Good)));
        var edit = page.Html.QuerySelectorAll(".bk-actions a").Single(
            a => a.TextContent.StartsWith("Edit", StringComparison.Ordinal)).GetAttribute("href")!;

        (await other.GetAsync(edit)).Status.Should().Be(HttpStatusCode.NotFound);
        var form = await browser.GetAsync(edit);
        form.First("#bk-body").Should().Be("Hello *there*.");
        var forms = form.Html.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlFormElement>(".bk-message form").ToArray();
        (await browser.SendAsync(forms[0], ("body", " "))).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await browser.SendAsync(forms[0], ("version", "x"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await other.SendAsync(forms[0], ("body", "Stolen"))).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.SendAsync(forms[0], ("body", "Changed"))).Status.Should().Be(HttpStatusCode.SeeOther);
        (await browser.SendAsync(forms[0], ("body", "Changed again"))).Status.Should().Be(HttpStatusCode.Conflict);
        (await other.GetAsync(Path)).First(".bk-comment .bk-text").Should().Be("Changed");

        var withdraw = (await browser.GetAsync(edit)).Html.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlFormElement>(
            ".bk-message form").ElementAt(1);
        (await browser.SendAsync(withdraw)).Status.Should().Be(HttpStatusCode.SeeOther);
        (await browser.GetAsync(Path)).Text.Should().NotContain("Changed");
    }

    [Fact]
    public async Task Where_guests_may_not_comment_the_way_to_sign_in_is_shown()
    {
        await using var site = await Site.StartAsync(
            options: static o => o.Comments.AllowGuests = false, web: static o => o.SignInPath = "/login");
        using var guest = site.Browse();
        using var user = site.Browse("u1|Uma User");

        var page = await guest.GetAsync(Path);
        page.First(".bk-closed").Should().Be("Sign in to comment.");
        page.Attribute("#respond a", "href").Should().Be("/login?ReturnUrl=" + Uri.EscapeDataString(Path + "#respond"));
        (await user.CommentAsync(Path, ("body", "Signed in"))).Status.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Signed_in_users_and_authors_comment_as_themselves()
    {
        await using var site = await Site.StartAsync();
        using var user = site.Browse("u1|Uma User");
        using var author = site.Browse(Site.AuthorUser + "|not the profile's name");

        var form = await user.GetAsync(Path);
        form.First(".bk-form-note strong").Should().Be("Uma User");
        form.Html.QuerySelector("#bk-name, #bk-email").Should().BeNull();
        var answer = await user.CommentAsync(form, ("body", "As a user"), ("name", "Ada Keeper"), ("email", "x@example.org"));
        answer.Response.Headers.Contains("Set-Cookie").Should().BeFalse();
        await author.CommentAsync(Path, ("body", "As the author"));

        var page = await site.Browse().GetAsync(Path);
        page.All(".bk-comment .p-author").Should().Equal("Uma User", "Ada Keeper");
        page.Html.QuerySelectorAll(".bk-badge").Should().ContainSingle();
        page.Text.Should().NotContain("canary").And.NotContain(Site.AuthorUser);
    }

    private static string IdOf(WebPage answer) => answer.Location!.Split('-')[^1];

    private string? Cookie(string name) => _browser.Cookies.GetAllCookies().FirstOrDefault(c => c.Name == name)?.Value;

    private sealed class SpamWhenToldSo : IModerationPolicy
    {
        public string Name => "spam-when-told-so";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) => new(
            context.Comment.Markdown.Contains("spam", StringComparison.Ordinal)
                ? new ModerationFinding { Code = "told", Reason = "It says so.", Outcome = ModerationOutcome.Spam }
                : null);
    }
}
