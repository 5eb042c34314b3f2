using System.Net;
using System.Text;
using System.Text.Json;
using BlogKit.Storage;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// What a program asks for is done, or refused: nothing is public that was not to be, and nothing is lost without a word.
/// </summary>
public sealed class MicropubPromiseTests : IAsyncLifetime
{
    private const string Photo = "https://pictures.example/hive.jpg?a=1&b=2";
    private Site _site = null!;
    private Browser _author = null!;
    private Browser _writer = null!;
    private Browser _reader = null!;

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync();
        await WriterSite.AddAsync(_site, "Wim Writer", "writer", BlogRoles.Author);
        _author = _site.Browse(ApiSite.Owner);
        _writer = _site.Browse(WriterSite.Writer);
        _reader = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("""{"post-status":["draft"]}""", 404, 404)]
    [InlineData("""{"visibility":["private"]}""", 404, 404)]
    [InlineData("""{"published":["2031-01-01T00:00:00Z"]}""", 404, 404)]
    [InlineData("""{"visibility":["unlisted"]}""", 200, 410)]
    [InlineData("{}", 200, 410)]
    public async Task Undelete_gives_a_post_back_as_it_was(string more, int status, int whileDeleted)
    {
        var url = await CreateAsync("A post that goes away", more);
        var before = await SourceAsync(url);
        await DoAsync($$"""{"action":"delete","url":"{{url}}"}""");
        ((int)(await _reader.GetAsync(url)).Status).Should().Be(whileDeleted, because: "what never was public was never there");

        await DoAsync($$"""{"action":"undelete","url":"{{url}}"}""");

        ((int)(await _reader.GetAsync(url)).Status).Should().Be(status);
        (await SourceAsync(url)).ToString().Should().Be(before.ToString());
        (await JsonAsync($$"""{"action":"undelete","url":"{{url}}"}""")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"content":["A secret."],"visibility":["private"]}""")]
    [InlineData("""{"content":["A secret."],"post-status":["draft"]}""")]
    public async Task A_text_that_comes_with_a_stage_nobody_reads_is_public_at_no_moment(string replace)
    {
        var url = await CreateAsync("A post that is read", "{}");
        var id = (await PostAsync(url)).Id;
        var seen = new List<(string Markdown, PostStatus Status)>();
        using var listening = _site.Get<BlogChanges>().Subscribe(change =>
        {
            if (change.PostId == id
                && _site.Posts.GetAsync(_site.Blog.Id, id, Actor.System).GetAwaiter().GetResult() is { Succeeded: true, Value: var post })
            {
                seen.Add((post.Markdown, post.Status));
            }
        });

        await DoAsync($$"""{"action":"update","url":"{{url}}","replace":{{replace}} }""");

        seen.Should().NotBeEmpty().And.NotContain(static s => s.Markdown == "A secret." && s.Status == PostStatus.Published);
        seen.Should().Contain(static s => s.Markdown == "A secret.");
    }

    [Fact]
    public async Task A_scheduled_post_is_taken_back_moved_and_mended_without_coming_out()
    {
        var url = await CreateAsync("To come", """{"published":["2031-01-01T00:00:00Z"]}""");

        await DoAsync($$"""{"action":"update","url":"{{url}}","replace":{"content":["Mended"],"post-status":["published"]} }""");
        (await PostAsync(url)).Status.Should().Be(PostStatus.Scheduled);
        await DoAsync($$"""{"action":"update","url":"{{url}}","replace":{"published":["2032-02-03T04:05:06+01:00"]} }""");
        (await PostAsync(url)).PublishedAt.Should().Be(new DateTimeOffset(2032, 2, 3, 3, 5, 6, TimeSpan.Zero));
        await DoAsync($$"""{"action":"update","url":"{{url}}","replace":{"post-status":["draft"]} }""");
        (await PostAsync(url)).Status.Should().Be(PostStatus.Draft);
        (await _reader.GetAsync(url)).Status.Should().Be(HttpStatusCode.NotFound);
        await DoAsync($$"""{"action":"update","url":"{{url}}","replace":{"post-status":["published"]} }""");
        (await PostAsync(url)).Status.Should().Be(PostStatus.Scheduled, because: "nobody took the date away");
        (await PostAsync(url)).PublishedAt.Should().Be(new DateTimeOffset(2032, 2, 3, 3, 5, 6, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_scheduled_post_whose_time_has_come_is_taken_back_as_a_published_one()
    {
        var draft = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, "Due", "x") { AuthorIds = [_site.Author.Id] }, Actor.System)).Value;
        await _site.Get<IPostStore>().SaveAsync(
            new PostSave(draft with { Status = PostStatus.Scheduled, PublishedAt = DateTimeOffset.UnixEpoch }, null), default);
        var url = new Uri(_site.Address, "/blog/due").AbsoluteUri;
        (await _reader.GetAsync(url)).Status.Should().Be(HttpStatusCode.OK);

        await DoAsync($$"""{"action":"update","url":"{{url}}","replace":{"post-status":["draft"]} }""");

        (await _reader.GetAsync(url)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Unlisted_and_private_posts_are_what_they_are_called_and_stay_it()
    {
        var unlisted = await CreateAsync("Only by address", """{"visibility":["unlisted"]}""");
        var hidden = await CreateAsync("For nobody else", """{"visibility":["private"]}""");

        (await _reader.GetAsync(unlisted)).Status.Should().Be(HttpStatusCode.OK);
        (await _reader.GetAsync("/blog")).Text.Should().NotContain("Only by address").And.NotContain("For nobody else");
        await DoAsync($$"""{"action":"update","url":"{{hidden}}","replace":{"content":["Changed"],"post-status":["published"]} }""");
        (await _reader.GetAsync(hidden)).Status.Should().Be(HttpStatusCode.NotFound);
        await DoAsync($$"""{"action":"update","url":"{{hidden}}","replace":{"visibility":["public"]} }""");
        (await _reader.GetAsync(hidden)).Status.Should().Be(HttpStatusCode.OK);
        (await JsonAsync(
            """{"type":["h-entry"],"properties":{"content":["x"],"visibility":["private"],"post-status":["draft"]} }""")).Status
            .Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_date_in_the_past_is_the_posts_and_for_editors_only()
    {
        const string Dated = """{"published":["2020-01-02T03:04:05Z"]}""";
        var url = await CreateAsync("Written long ago", Dated);
        var refused = await JsonAsync(
            """{"type":["h-entry"],"properties":{"name":["canary"],"content":["x"],"published":["2020-01-02T03:04:05Z"]} }""", _writer);

        (await PostAsync(url)).PublishedAt.Should().Be(new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero));
        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        (await _site.Posts.ListForDeskAsync(new DeskPostsQuery(_site.Blog.Id), Actor.System)).Value.Items
            .Should().NotContain(static p => p.Title == "canary");
        var draft = await CreateAsync("A dated draft", """{"published":["2021-01-02T03:04:05Z"],"post-status":["draft"]}""");
        await DoAsync($$"""{"action":"update","url":"{{draft}}","replace":{"post-status":["published"]} }""");
        (await PostAsync(draft)).PublishedAt.Should().Be(new DateTimeOffset(2021, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await DoAsync($$"""{"action":"update","url":"{{draft}}","replace":{"published":["2019-05-05"]} }""");
        (await PostAsync(draft)).PublishedAt.Should().Be(new DateTimeOffset(2019, 5, 5, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_a_program_was_told_it_may_send_back()
    {
        var made = await JsonAsync("""{"type":["h-entry"],"properties":{"name":["Mine"],"content":["x"]} }""", _writer);
        var published = (await PostAsync(made.Location!)).PublishedAt!.Value;

        var answer = await JsonAsync(
            $$"""{"action":"update","url":"{{made.Location}}","replace":{"content":["y"],"post-status":["published"],"visibility":["public"],"published":["{{published.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}}"]} }""",
            _writer);

        answer.Status.Should().Be(HttpStatusCode.NoContent, answer.Text);
        (await PostAsync(made.Location!)).Should().BeEquivalentTo(new { Markdown = "y", PublishedAt = published });
    }

    [Fact]
    public async Task Photos_are_pictures_with_their_words_and_are_added_replaced_and_taken_away()
    {
        var url = await CreateAsync("With a picture", $$"""{"photo":[{"value":"{{Photo}}","alt":"A [hive] in *May*"}]}""");
        (await ImagesAsync(url)).Should().Equal((Photo, "A [hive] in *May*"));

        await DoAsync($$"""{"action":"update","url":"{{url}}","add":{"photo":["https://pictures.example/two.png"]} }""");
        (await ImagesAsync(url)).Should().Equal((Photo, "A [hive] in *May*"), ("https://pictures.example/two.png", ""));
        await DoAsync($$"""{"action":"update","url":"{{url}}","replace":{"content":["New words"]} }""");
        (await ImagesAsync(url)).Should().HaveCount(2, because: "the text was replaced, not the pictures");
        (await SourceAsync(url)).GetProperty("content")[0].GetString().Should().Be("New words");
        await DoAsync($$"""{"action":"update","url":"{{url}}","delete":{"photo":["{{Photo}}"]} }""");
        (await ImagesAsync(url)).Should().Equal(("https://pictures.example/two.png", ""));
        await DoAsync($$"""{"action":"update","url":"{{url}}","delete":["photo"]}""");
        (await ImagesAsync(url)).Should().BeEmpty();
        (await PostAsync(url)).Markdown.Should().Be("New words");
    }

    [Fact]
    public async Task A_form_sends_photos_with_words_and_content_as_html()
    {
        var answer = await _author.PostAsync("/blog/micropub", new FormUrlEncodedContent(
        [
            new("h", "entry"),
            new("name", "By form"),
            new("content[html]", "<p>hi there</p>"),
            new("photo[0][value]", Photo),
            new("photo[0][alt]", "A hive"),
            new("photo[]", "https://pictures.example/b.png"),
        ]));

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        (await ImagesAsync(answer.Location!)).Should().Equal((Photo, "A hive"), ("https://pictures.example/b.png", ""));
        (await _reader.GetAsync(answer.Location!)).First("main")!.Should().Contain("hi there");
    }

    [Fact]
    public async Task A_picture_alone_is_a_post_and_one_that_stands_in_the_text_is_not_shown_twice()
    {
        var alone = await JsonAsync($$"""{"type":["h-entry"],"properties":{"photo":["{{Photo}}"],"mp-photo-alt":["Only a hive"]} }""");
        var twice = await CreateAsync("Twice", "{}", $"![x]({Photo})", $$"""{"photo":["{{Photo}}"]}""");

        alone.Status.Should().Be(HttpStatusCode.Created, alone.Text);
        (await PostAsync(alone.Location!)).Title.Should().Be("Only a hive");
        (await ImagesAsync(twice)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"delete":["content"]}""", "name", "Kept", "content", "")]
    [InlineData("""{"delete":["summary"]}""", "name", "Kept", "summary", null)]
    [InlineData("""{"delete":{"summary":["In short"]} }""", "name", "Kept", "summary", null)]
    [InlineData("""{"delete":["name"]}""", "name", "The text", "content", "The text")]
    [InlineData("""{"replace":{"name":["Other"]},"delete":["content"]}""", "name", "Other", "content", "")]
    public async Task What_is_taken_away_is_gone(string change, string first, string? firstValue, string second, string? secondValue)
    {
        var url = await CreateAsync("Kept", """{"summary":["In short"]}""", "The text");

        await DoAsync($$"""{"action":"update","url":"{{url}}",{{change.TrimStart('{')}}""");

        var source = await SourceAsync(url);
        Of(source, first).Should().Be(firstValue);
        Of(source, second).Should().Be(secondValue);
    }

    [Theory]
    [InlineData("""{"add":{"content":["More"]} }""")]
    [InlineData("""{"add":{"name":["More"]} }""")]
    [InlineData("""{"add":{"post-status":["draft"]} }""")]
    [InlineData("""{"delete":["post-status"]}""")]
    [InlineData("""{"delete":["published"]}""")]
    [InlineData("""{"delete":["mp-slug"]}""")]
    [InlineData("""{"delete":["visibility"]}""")]
    [InlineData("""{"replace":{"content":[["x"]]} }""")]
    [InlineData("""{"replace":{"content":["x","y"]} }""")]
    [InlineData("""{"replace":{"category":[{"type":["h-card"]}]} }""")]
    [InlineData("""{"replace":{"photo":["javascript:alert(1)"]} }""")]
    [InlineData("""{"replace":{"location":["here"]} }""")]
    [InlineData("""{"replace":["content"]}""")]
    [InlineData("""{"delete":[5]}""")]
    [InlineData("""{"properties":{"content":["x"]} }""")]
    [InlineData("""{"content":["x"]}""")]
    [InlineData("""{"replace":{"content":["x"],"published":["2999-01-01T00:00:00Z"]} }""")]
    public async Task What_cannot_be_done_is_refused_and_changes_nothing(string change)
    {
        var url = await CreateAsync("Kept", "{}", "The text");
        var before = await PostAsync(url);

        var answer = await JsonAsync($$"""{"action":"update","url":"{{url}}",{{change.TrimStart('{')}}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest, answer.Text);
        (await PostAsync(url)).Version.Should().Be(before.Version);
    }

    [Fact]
    public async Task Properties_that_there_are_not_here_are_named_in_the_answer()
    {
        var created = await JsonAsync(
            """{"type":["h-entry"],"properties":{"name":["x"],"content":["y"],"like-of":["https://a.example/"],"mp-syndicate-to":[]} }""");

        created.Status.Should().Be(HttpStatusCode.Created);
        JsonDocument.Parse(created.Text).RootElement.GetProperty("ignored").EnumerateArray().Select(static i => i.GetString())
            .Should().Equal("like-of", "mp-syndicate-to");
    }

    [Fact]
    public async Task What_of_html_a_post_does_not_have_is_named_in_the_answer()
    {
        var created = await JsonAsync(
            """{"type":["h-entry"],"properties":{"name":["x"],"like-of":["https://a.example/"],"content":[{"html":"<p onclick='a()'>One</p><script>a()</script><p>Two</p>"}]} }""",
            _writer);
        var updated = await JsonAsync(
            $$$"""{"action":"update","url":"{{{created.Location}}}","replace":{"content":[{"html":"<p>Three <object data='/x'>four</object></p>"}]} }""",
            _writer);
        var same = await JsonAsync(
            $$$"""{"action":"update","url":"{{{created.Location}}}","replace":{"content":[{"html":"<p>Five</p>"}]} }""", _writer);

        created.Status.Should().Be(HttpStatusCode.Created);
        Names(created, "lost").Should().Equal("p[onclick]", "script");
        Names(created, "ignored").Should().Equal("like-of");
        updated.Status.Should().Be(HttpStatusCode.OK);
        Names(updated, "lost").Should().Equal("object");
        same.Status.Should().Be(HttpStatusCode.NoContent);

        static IEnumerable<string?> Names(WebPage page, string member) =>
            JsonDocument.Parse(page.Text).RootElement.GetProperty(member).EnumerateArray().Select(static i => i.GetString());
    }

    [Fact]
    public async Task A_file_is_sent_to_the_media_endpoint()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("entry"), "h" },
            { new StringContent("canary"), "content" },
            { new ByteArrayContent([1, 2, 3]), "photo", "a.jpg" },
        };

        var answer = await _author.PostAsync("/blog/micropub", form);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Text.Should().Contain("media endpoint");
    }

    [Fact]
    public async Task Every_property_that_is_told_is_one_that_is_taken()
    {
        using var config = JsonDocument.Parse((await _author.GetAsync("/blog/micropub?q=config")).Text);
        var url = await CreateAsync("All", $$"""{"summary":["s"],"category":["c"],"photo":["{{Photo}}"]}""");
        var source = await SourceAsync(url);

        source.EnumerateObject().Select(static p => p.Name).Should().BeEquivalentTo(
            config.RootElement.GetProperty("properties").EnumerateArray().Select(static p => p.GetString()).Append("url"));
    }

    [Theory]
    [InlineData("open-for-talk-and-more", "open-for-talk-and-more-2")]
    [InlineData("desk", "desk-2")]
    [InlineData("tag", "tag-2")]
    public async Task A_slug_that_is_taken_or_reserved_is_numbered(string wanted, string made)
    {
        var url = await CreateAsync("Suggested", $$"""{"mp-slug":["{{wanted}}"]}""");
        new Uri(url).AbsolutePath.Should().Be("/blog/" + made);

        var other = await CreateAsync("Another", "{}");
        var moved = await JsonAsync($$"""{"action":"update","url":"{{other}}","replace":{"mp-slug":["{{wanted}}"]} }""");
        moved.Status.Should().Be(HttpStatusCode.Created, moved.Text);
        new Uri(moved.Location!).AbsolutePath.Should().Be("/blog/" + wanted + "-3");
    }

    [Fact]
    public async Task Http_and_https_mean_the_same_post()
    {
        await _site.Get<BlogService>().UpdateAsync(_site.Blog with { BaseUrl = new Uri("https://bees.example/blog") }, Actor.System);

        foreach (var url in new[]
        {
            "http://bees.example/blog/open-for-talk-and-more",
            "https://BEES.example/blog/open-for-talk-and-more/",
            "https://bees.example:443/blog/open-for-talk-and-more",
        })
        {
            (await _author.GetAsync("/blog/micropub?q=source&url=" + Uri.EscapeDataString(url))).Status.Should().Be(HttpStatusCode.OK, url);
        }

        (await _author.GetAsync(
            "/blog/micropub?q=source&url=" + Uri.EscapeDataString("https://bees.example:8443/blog/open-for-talk-and-more"))).Status
            .Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Strangers_are_told_in_json_and_never_sent_to_a_sign_in_page()
    {
        await using var site = await WriterSite.StartAsync();
        using var nobody = site.Browse();
        using var somebody = site.Browse(WriterSite.Reader);

        var stranger = await nobody.PostAsync("/blog/micropub", new FormUrlEncodedContent([new("h", "entry"), new("content", "x")]));
        var query = await nobody.GetAsync("/blog/micropub?q=config");
        var known = await somebody.GetAsync("/blog/micropub?q=config");

        stranger.Status.Should().Be(HttpStatusCode.Unauthorized);
        stranger.Response.Headers.WwwAuthenticate.ToString().Should().StartWith("Bearer");
        JsonDocument.Parse(stranger.Text).RootElement.GetProperty("error").GetString().Should().Be("unauthorized");
        query.Status.Should().Be(HttpStatusCode.Unauthorized);
        known.Status.Should().Be(HttpStatusCode.Forbidden);
        JsonDocument.Parse(known.Text).RootElement.GetProperty("error").GetString().Should().Be("forbidden");
    }

    [Fact]
    public async Task A_form_that_only_cookies_sign_needs_the_sites_token()
    {
        _author.Cookies.Add(_site.Address, new Cookie("session", "signed-in"));
        var form = new FormUrlEncodedContent([new("h", "entry"), new("name", "canary"), new("content", "x")]);

        var answer = await _author.PostAsync("/blog/micropub", form, origin: null);

        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        (await _reader.GetAsync("/blog")).Text.Should().NotContain("canary");
    }

    private static string? Of(JsonElement source, string name) =>
        source.TryGetProperty(name, out var values) ? values[0].GetString() : null;

    private async Task<(string Url, string Alt)[]> ImagesAsync(string url) =>
        [.. (await _reader.GetAsync(url)).Html
            .QuerySelectorAll(".e-content img")
            .Select(static i => (i.GetAttribute("src")!, i.GetAttribute("alt") ?? ""))];

    private async Task<string> CreateAsync(string name, string more, string content = "Some words.", string? others = null)
    {
        var all = string.Join(',', new[] { more, others ?? "{}" }
            .Select(static j => j.Trim()[1..^1])
            .Where(static j => j.Length > 0)
            .Append($"\"name\":[\"{name}\"],\"content\":[\"{content}\"]"));
        var created = await JsonAsync($$"""{"type":["h-entry"],"properties":{{{all}}} }""");
        created.Status.Should().Be(HttpStatusCode.Created, created.Text);
        return created.Location!;
    }

    private async Task DoAsync(string json)
    {
        var answer = await JsonAsync(json);
        answer.Status.Should().Be(HttpStatusCode.NoContent, answer.Text);
    }

    private async Task<JsonElement> SourceAsync(string url) =>
        JsonDocument.Parse((await _author.GetAsync(
            "/blog/micropub?q=source&url=" + Uri.EscapeDataString(url))).Text).RootElement.GetProperty("properties").Clone();

    private async Task<Post> PostAsync(string url) =>
        (await _site.Posts.GetBySlugAsync(
            _site.Blog.Id, Slug.Parse(new Uri(url).AbsolutePath["/blog/".Length..], null), Actor.System)).Value.Post;

    private Task<WebPage> JsonAsync(string json, Browser? by = null) =>
        (by ?? _author).PostAsync("/blog/micropub", new StringContent(json, Encoding.UTF8, "application/json"));
}
