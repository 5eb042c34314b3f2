using System.Net;
using System.Text;
using System.Text.Json;
using BlogKit.OpenWeb;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Programs send HTML, Markdown or plain text, and each is read as what it is.</summary>
public sealed class ProgramHtmlTests : IAsyncLifetime
{
    private Site _site = null!;
    private Browser _browser = null!;
    private Browser _author = null!;
    private Browser _writer = null!;
    private RpcProgram _program = null!;
    private RpcProgram _owners = null!;

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync(builder: static kit => kit.Services.AddSingleton<IMetaWeblogAuthenticator, KeyNames>());
        await WriterSite.AddAsync(_site, "Wim Writer", "writer", BlogRoles.Author);
        _browser = _site.Browse();
        _author = _site.Browse(ApiSite.Owner);
        _writer = _site.Browse(WriterSite.Writer);
        _program = new RpcProgram(_browser, "writer");
        _owners = new RpcProgram(_browser, "ada");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("<p>From a <b>desktop</b> client.</p>", "<p>From a <strong>desktop</strong> client.</p>")]
    [InlineData("<h2>Wax</h2><ul><li>one</li><li>two</li></ul>", "<li>two</li>")]
    [InlineData("<div><font color=\"red\">Red</font> <span style=\"x\">words</span></div>", "<p>Red words</p>")]
    [InlineData("One\n\nTwo <i>more</i>", "<p>Two <em>more</em></p>")]
    [InlineData("5 * 3 * 2 and _this_", "5 * 3 * 2 and _this_")]
    [InlineData("R&amp;D &lt;b&gt;", "R&amp;D &lt;b&gt;")]
    [InlineData("<p>Hi</p><script>alert(1)</script><p onclick=\"alert(2)\">there</p><a href=\"javascript:alert(3)\">x</a>", "<p>there</p>")]
    public async Task Readers_see_what_an_author_wrote_at_a_desktop(string html, string shown)
    {
        var post = await PostAsync(await _program.NewAsync(true, ("title", "A title"), ("description", html)));

        var page = (await _browser.GetAsync("/blog/" + post.Slug.Value)).Html.QuerySelector(".e-content")!.InnerHtml;
        page.Should().Contain(shown).And.NotContain("&lt;p&gt;").And.NotContain("alert(");
    }

    [Fact]
    public async Task A_post_in_HTML_comes_back_to_a_desktop_as_it_was_written_and_stays_so()
    {
        const string Html = "<p>H<sub>2</sub>O</p>\n<!--more-->\n<p class=\"x\">More</p>";
        var post = await HtmlPostAsync(Html);

        var told = (string)(await _program.GetAsync(post.Id.ToString()))["description"];
        await _program.EditAsync(post.Id.ToString(), ("title", "Water"), ("description", told), ("mt_text_more", ""));
        var same = await ReadAsync(post.Id);
        await _program.EditAsync(
            post.Id.ToString(), ("title", "Water"), ("description", "<p>H<sub>3</sub>O</p><script>alert(1)</script>"), ("mt_text_more", ""));
        var changed = await ReadAsync(post.Id);

        told.Should().Be(Html);
        (same.Format, same.Markdown).Should().Be((PostFormat.Html, Html));
        changed.Format.Should().Be(PostFormat.Html);
        changed.Rendered.Html.Should().Contain("H<sub>3</sub>O").And.NotContain("alert");
    }

    [Fact]
    public async Task Markdown_sent_for_a_post_in_HTML_makes_it_one_in_Markdown()
    {
        var post = await HtmlPostAsync("<p>H<sub>2</sub>O</p>");

        await _program.EditAsync(post.Id.ToString(), ("title", "Water"), ("description", "*Water*"), ("mt_convert_breaks", "markdown"));

        var changed = await ReadAsync(post.Id);
        (changed.Format, changed.Markdown).Should().Be((PostFormat.Markdown, "*Water*"));
    }

    [Fact]
    public async Task Micropub_tells_a_post_in_HTML_as_HTML_and_takes_it_back()
    {
        var post = await HtmlPostAsync("<p>H<sub>2</sub>O</p>");
        var url = new Uri(_site.Address, "/blog/" + post.Slug.Value).AbsoluteUri;

        using var source = JsonDocument.Parse(
            (await _writer.GetAsync("/blog/micropub?q=source&url=" + Uri.EscapeDataString(url))).Text);
        var answer = await JsonAsync(
            $$"""{"action":"update","url":"{{url}}","replace":{"content":[{"html":"<p>H<sub>3</sub>O</p>"}]} }""", _writer);

        source.RootElement.GetProperty("properties").GetProperty("content")[0].GetProperty("html").GetString()
            .Should().Be("<p>H<sub>2</sub>O</p>");
        answer.Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        var changed = await ReadAsync(post.Id);
        (changed.Format, changed.Markdown).Should().Be((PostFormat.Html, "<p>H<sub>3</sub>O</p>"));
    }

    [Fact]
    public async Task Another_name_of_a_part_of_a_post_in_HTML_is_a_change()
    {
        var post = await HtmlPostAsync("<p><a href=\"#n\">1</a></p><ol><li id=\"m\">Noted</li></ol>");

        await _program.EditAsync(
            post.Id.ToString(), ("title", "Water"), ("description", "<p><a href=\"#n\">1</a></p><ol><li id=\"n\">Noted</li></ol>"));

        (await ReadAsync(post.Id)).Rendered.Html.Should().Contain("<li id=\"n\">");
    }

    [Theory]
    [InlineData("<p>H<sub>2</sub>O</p>")]
    [InlineData("<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></table>")]
    [InlineData("<p>Said<a href=\"#n\">1</a></p><ol><li id=\"n\">Noted</li></ol>")]
    public async Task What_Markdown_cannot_say_stays_HTML(string html)
    {
        var created = await JsonAsync(
            $$"""{"type":["h-entry"],"properties":{"name":["A"],"content":[{"html":{{JsonSerializer.Serialize(html)}} }]} }""", _writer);
        var post = await PostAsync(await _program.NewAsync(true, ("title", "B"), ("description", html)));

        created.Text.Should().NotContain("lost");
        foreach (var made in new[] { await AtAsync(created.Location!), post })
        {
            (made.Format, made.Markdown).Should().Be((PostFormat.Html, html));
        }
    }

    [Fact]
    public async Task A_text_in_Markdown_that_comes_back_with_what_Markdown_cannot_say_becomes_HTML_and_its_other_part_too()
    {
        var post = await PostAsync(await _program.NewAsync(
            true, ("title", "A"), ("description", "*One*"), ("mt_text_more", "*Two*"), ("mt_convert_breaks", "markdown")));

        await _program.EditAsync(post.Id.ToString(), ("mt_text_more", "<p>H<sub>2</sub>O</p><script>x</script>"));

        var changed = await ReadAsync(post.Id);
        changed.Format.Should().Be(PostFormat.Html);
        changed.Rendered.Html.Should().Be("<p><em>One</em></p>\n<p>H<sub>2</sub>O</p>\n");
        changed.Rendered.ExcerptHtml.Should().Be("<p><em>One</em></p>\n");
        (await _site.Posts.ListRevisionsAsync(post.BlogId, post.Id, Actor.System)).Value.Select(static r => r.Format)
            .Should().Equal(PostFormat.Html, PostFormat.Markdown);
    }

    [Fact]
    public async Task A_whole_text_with_the_marker_takes_the_place_of_both_parts()
    {
        var post = await PostAsync(await _program.NewAsync(
            true, ("title", "A"), ("description", "*One*"), ("mt_text_more", "*Two*"), ("mt_convert_breaks", "markdown")));

        await _program.EditAsync(post.Id.ToString(), ("description", "<p>H<sub>2</sub>O</p><!--more--><p>New</p>"));

        (await ReadAsync(post.Id)).Rendered.Html.Should().Be("<p>H<sub>2</sub>O</p>\n<p>New</p>\n");
    }

    [Fact]
    public async Task Pictures_beside_a_text_in_HTML_are_told_added_and_taken_away()
    {
        const string Html = "<p>H<sub>2</sub>O</p>";
        var created = await JsonAsync(
            $$"""{"type":["h-entry"],"properties":{"name":["A"],"content":[{"html":"{{Html}}"}],"photo":[{"value":"https://a.example/1?a=1&b=2","alt":"A \"b\" <c>"}]} }""",
            _writer);
        var url = created.Location!;

        var told = await SourceAsync(url);
        await JsonAsync($$"""{"action":"update","url":"{{url}}","add":{"photo":["https://a.example/2"]} }""", _writer);
        await JsonAsync($$"""{"action":"update","url":"{{url}}","delete":{"photo":["https://a.example/1?a=1&b=2"]} }""", _writer);

        told.GetProperty("photo")[0].GetProperty("value").GetString().Should().Be("https://a.example/1?a=1&b=2");
        told.GetProperty("photo")[0].GetProperty("alt").GetString().Should().Be("A \"b\" <c>");
        told.GetProperty("content")[0].GetProperty("html").GetString().Should().Be(Html);
        (await AtAsync(url)).Markdown.Should().Be("<p><img src=\"https://a.example/2\" alt=\"\"></p>\n" + Html);
    }

    private async Task<Post> HtmlPostAsync(string html)
    {
        var writer = Actor.Author((await _site.Get<AuthorService>().ListAllAsync(_site.Blog.Id)).Single(a => a.UserKey == "writer"));
        var draft = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, "Water", html) { Format = PostFormat.Html }, writer)).Value;
        return (await _site.Posts.PublishAsync(draft.BlogId, draft.Id, writer, draft.Version)).Value;
    }

    private async Task<Post> ReadAsync(PostId id) => (await _site.Posts.GetAsync(_site.Blog.Id, id, Actor.System)).Value;

    [Theory]
    [InlineData("<p>From a <b>desktop</b> client.</p>", "<b>desktop</b>")]
    [InlineData("<div class=\"box\"><kbd>x</kbd>\n\n*y*</div>", "<div class=\"box\"><kbd>x</kbd>\n*y*</div>")]
    [InlineData("<iframe src=\"https://video.example/1\"></iframe>", "<iframe src=\"https://video.example/1\"></iframe>")]
    public async Task What_an_administrator_wrote_stays_as_it_was_written(string html, string shown)
    {
        var post = await PostAsync(await _owners.NewAsync(true, ("title", "A title"), ("description", html)));

        post.Rendered.Html.Should().Contain(shown);
    }

    [Theory]
    [InlineData("<p>Hello <b>world</b></p>", "Hello world", "hello-world")]
    [InlineData("<h1>On bees</h1><p>More</p>", "On bees", "on-bees")]
    [InlineData("<ul><li>First</li><li>Second</li></ul>", "First", "first")]
    [InlineData("R&amp;D is <em>fun</em>", "R&D is fun", "r-d-is-fun")]
    public async Task A_post_without_a_name_is_called_by_its_words(string html, string title, string slug)
    {
        var created = await JsonAsync(
            $$"""{"type":["h-entry"],"properties":{"content":[{"html":{{JsonSerializer.Serialize(html)}} }]} }""", _writer);
        var post = await PostAsync(
            await _program.NewAsync(true, ("title", ""), ("description", html.Replace("fun", "more fun", StringComparison.Ordinal))));

        created.Status.Should().Be(HttpStatusCode.Created, created.Text);
        new Uri(created.Location!).AbsolutePath.Should().Be("/blog/" + slug);
        (await AtAsync(created.Location!)).Title.Should().Be(title);
        post.Title.Should().Be(title.Replace("fun", "more fun", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Markdown_without_a_name_is_called_by_its_words_too()
    {
        var created = await JsonAsync(
            """{"type":["h-entry"],"properties":{"content":["## **Hello** [world](https://a.example)"]} }""", _writer);

        (await AtAsync(created.Location!)).Title.Should().Be("Hello world");
    }

    [Fact]
    public async Task Every_text_of_Micropub_is_read_as_what_it_is()
    {
        var created = await JsonAsync(
            """{"type":["h-entry"],"properties":{"name":[{"html":"On <i>R&amp;D</i>"}],"content":["**Markdown**"],"summary":[{"html":"<p>In <b>short</b></p>"}],"category":["R&amp;D","C++"]} }""",
            _writer);
        var plain = await JsonAsync(
            """{"type":["h-entry"],"properties":{"name":["How <b> works & *why*"],"summary":["1. a *plain* summary"]} }""", _writer);

        var (post, other) = (await AtAsync(created.Location!), await AtAsync(plain.Location!));
        post.Should().BeEquivalentTo(new { Title = "On R&D", Markdown = "**Markdown**", Excerpt = "In short" });
        post.Tags.Select(static t => t.Name).Should().Equal("R&D", "C++");
        other.Title.Should().Be("How <b> works & *why*");
        other.Rendered.PlainText.Should().Be("1. a *plain* summary");
    }

    [Theory]
    [InlineData("From &lt;my&gt; desk", "From <my> desk")]
    [InlineData("From <my> desk", "From <my> desk")]
    [InlineData("On <em>bees</em> &amp; wax", "On bees & wax")]
    [InlineData("AT&T", "AT&T")]
    public async Task Titles_excerpts_and_names_of_desktop_programs_are_plain_text(string sent, string kept)
    {
        await _site.Get<TaxonomyService>().CreateCategoryAsync(new NewCategory(_site.Blog.Id, "R&D"), Actor.System);
        var id = await _program.NewAsync(
            true,
            ("title", sent),
            ("description", "x"),
            ("mt_excerpt", sent),
            ("categories", new[] { "R&amp;D" }),
            ("mt_keywords", "Q&amp;A, plain"));

        var post = await PostAsync(id);
        (post.Title, post.Excerpt).Should().Be((kept, kept));
        post.CategoryIds.Should().ContainSingle();
        post.Tags.Select(static t => t.Name).Should().Equal("Q&A", "plain");
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("writer")]
    public async Task What_comes_back_unchanged_changes_nothing(string who)
    {
        const string Source = "It's *so* -- \"quoted\"[^1]\n\n- [x] done\n\n<!--more-->\n\n| a | b |\n| --- | --: "
            + "|\n| 1 | 2 |\n\n[link](#x)\n\n[^1]: A note.";
        const string Parts = "It's *so* -- \"quoted\"\n\n![A bee](/bee.png \"Seen\")\n\n<!--more-->\n\n## Wax\n\nMore `code`";
        var program = new RpcProgram(_browser, who);
        var author = who is "ada" ? _author : _writer;
        foreach (var source in new[] { Source, Parts })
        {
            var created = await JsonAsync(
                $$"""{"type":["h-entry"],"properties":{"name":["Using <b> & *x*"],"summary":["A <b> & c"],"content":[{{JsonSerializer.Serialize(source)}}]} }""",
                author);
            var before = await AtAsync(created.Location!);

            var told = await program.GetAsync(before.Id.ToString());
            told["description"].As<string>().Should().Contain("<em>so</em>").And.NotContain("*so*");
            await program.EditAsync(before.Id.ToString(), [.. told
                .Where(static m => m.Key is "title" or "description" or "mt_text_more" or "mt_excerpt" or "mt_allow_comments"
                    or "mt_convert_breaks" or "mt_keywords" or "wp_slug" or "post_status")
                .Select(static m => (m.Key, m.Value))]);

            var after = await PostAsync(before.Id.ToString());
            (after.Markdown, after.Title, after.Excerpt, after.Slug, after.Comments)
                .Should().Be((before.Markdown, before.Title, before.Excerpt, before.Slug, before.Comments));
        }
    }

    [Fact]
    public async Task Micropub_tells_HTML_to_whom_sent_HTML_and_takes_it_back_unchanged()
    {
        var created = await JsonAsync(
            """{"type":["h-entry"],"properties":{"name":["Sent"],"content":[{"html":"<p>It's <b>so</b>.</p>"}]} }""", _writer);
        var markdown = await JsonAsync("""{"type":["h-entry"],"properties":{"name":["Typed"],"content":["It's **so**."]} }""", _writer);

        var html = (await SourceAsync(created.Location!)).GetProperty("content")[0].GetProperty("html").GetString()!;
        html.Trim().Should().Be("<p>It's <strong>so</strong>.</p>");
        (await SourceAsync(markdown.Location!)).GetProperty("content")[0].GetString().Should().Be("It's **so**.");
        foreach (var (url, content) in new[]
        {
            (created.Location!, html),
            (markdown.Location!, "It's **so**."),
            (markdown.Location!, "<p>It’s <strong>so</strong>.</p>"),
        })
        {
            var before = await AtAsync(url);
            var changed = await JsonAsync(
                $$"""{"action":"update","url":"{{url}}","replace":{"content":[{"html":{{JsonSerializer.Serialize(content)}} }],"name":["Renamed"]} }""",
                _writer);
            changed.Status.Should().Be(HttpStatusCode.NoContent, changed.Text);
            (await AtAsync(url)).Markdown.Should().Be(before.Markdown);
        }

        (await SourceAsync(created.Location!)).GetProperty("content")[0].ValueKind.Should().Be(JsonValueKind.Object);
    }

    [Fact]
    public async Task HTML_that_is_too_deep_is_refused_and_nothing_is_changed()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 5_000));

        (await _program.RefusedAsync(p => p.NewAsync(true, ("title", "canary"), ("description", deep))))
            .Should().Contain("nests elements deeper");
        (await JsonAsync($$"""{"type":["h-entry"],"properties":{"name":["canary"],"content":[{"html":"{{deep}}"}]} }""", _writer)).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await _browser.GetAsync("/blog")).Text.Should().NotContain("canary");
    }

    [Fact]
    public async Task A_program_that_writes_Markdown_says_so()
    {
        var post = await PostAsync(
            await _program.NewAsync(true, ("title", "x"), ("description", "So **it** is"), ("mt_convert_breaks", "markdown")));

        post.Markdown.Should().Be("So **it** is");
        (await _program.RefusedAsync(p => p.NewAsync(true, ("title", "x"), ("description", "h1. x"), ("mt_convert_breaks", "textile_2"))))
            .Should().Contain("mt_convert_breaks");
        (await _program.CallAsync("mt.supportedTextFilters")).As<List<object>>().Select(static f => ((Dictionary<string, object>)f)["key"])
            .Should().Equal("0", "markdown");
    }

    private async Task<Post> PostAsync(string id) =>
        (await _site.Posts.GetAsync(_site.Blog.Id, PostId.Parse(id, null), Actor.System)).Value;

    private async Task<Post> AtAsync(string url) =>
        (await _site.Posts.GetBySlugAsync(
            _site.Blog.Id, Slug.Parse(new Uri(url).AbsolutePath["/blog/".Length..], null), Actor.System)).Value.Post;

    private async Task<JsonElement> SourceAsync(string url) =>
        JsonDocument.Parse((await _author.GetAsync(
            "/blog/micropub?q=source&url=" + Uri.EscapeDataString(url))).Text).RootElement.GetProperty("properties").Clone();

    private static Task<WebPage> JsonAsync(string json, Browser by) =>
        by.PostAsync("/blog/micropub", new StringContent(json, Encoding.UTF8, "application/json"));
}
