namespace BlogKit.AspNetCore.Tests;

public sealed class AuthorApiTests : IAsyncLifetime
{
    private const string Desk = "/api/blog/desk/posts";
    private Site _site = null!;
    private HttpClient _author = null!;

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync();
        _author = _site.Browse(ApiSite.Owner).Client;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_post_goes_from_draft_to_published_to_archived_to_nothing()
    {
        var created = await _author.SendAsync(
            "POST", Desk, """{"title":"From the API","markdown":"Hi *there*","tags":["Bees"],"excerpt":"Short"}""");
        var draft = await created.JsonAsync(201);
        var path = created.Headers.Location!.OriginalString;
        draft.GetProperty("status").GetString().Should().Be("draft");
        draft.GetProperty("slug").GetString().Should().Be("from-the-api");
        path.Should().Be($"{Desk}/{draft.GetProperty("id").GetString()}");

        var published = await _author.SendAsync("POST", path + "/publish", "{}", created.Tag());
        (await published.JsonAsync()).GetProperty("status").GetString().Should().Be("published");
        (await (await _author.GetAsync("/api/blog/posts/from-the-api")).JsonAsync()).GetProperty("html").GetString()
            .Should().Contain("<em>there</em>");

        var changed = await _author.SendAsync(
            "PUT",
            path,
            """{"title":"From the API","markdown":"Changed","slug":"other","tags":["Bees"],"note":"shorter"}""",
            published.Tag());
        (await changed.JsonAsync()).GetProperty("slug").GetString().Should().Be("other");
        ((int)(await _author.GetAsync("/api/blog/posts/from-the-api")).StatusCode).Should().Be(301);

        var archived = await _author.SendAsync("POST", path + "/archive", "{}", changed.Tag());
        await archived.JsonAsync();
        ((int)(await _author.SendAsync("DELETE", path, match: archived.Tag())).StatusCode).Should().Be(204);
        await (await _author.GetAsync(path)).ProblemAsync(404);
    }

    [Fact]
    public async Task Fields_pin_and_identity_in_feeds_stay_where_an_update_leaves_them_out()
    {
        var post = await _author.SendAsync(
            "POST",
            Desk,
            """{"title":"Own","markdown":"x","isPinned":true,"feedId":"old-1","fields":[{"name":"mood","value":"calm"}]}""");
        var path = post.Headers.Location!.OriginalString;

        post = await _author.SendAsync("PUT", path, """{"title":"Own","markdown":"y"}""", post.Tag());
        var kept = await post.JsonAsync();
        post = await _author.SendAsync(
            "PUT", path, """{"title":"Own","markdown":"y","isPinned":false,"feedId":"","fields":[]}""", post.Tag());
        var emptied = await post.JsonAsync();

        kept.GetProperty("isPinned").GetBoolean().Should().BeTrue();
        kept.GetProperty("feedId").GetString().Should().Be("old-1");
        kept.GetProperty("fields")[0].GetProperty("value").GetString().Should().Be("calm");
        emptied.GetProperty("isPinned").GetBoolean().Should().BeFalse();
        emptied.GetProperty("fields").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_post_in_HTML_is_cleaned_and_stays_in_HTML_where_an_update_says_nothing()
    {
        var post = await _author.SendAsync(
            "POST", Desk, """{"title":"Own","markdown":"<p onclick=x>a</p><script>y</script>","format":"html"}""");
        var path = post.Headers.Location!.OriginalString;
        var created = await post.JsonAsync(201);
        post = await _author.SendAsync("PUT", path, """{"title":"Own","markdown":"<p>*b*</p>"}""", post.Tag());
        var changed = await post.JsonAsync();
        var revisions = (await (await _author.GetAsync(path + "/revisions")).JsonAsync()).GetProperty("items");

        created.GetProperty("html").GetString()!.Trim().Should().Be("<p>a</p>");
        changed.GetProperty("format").GetString().Should().Be("html");
        changed.GetProperty("html").GetString()!.Trim().Should().Be("<p>*b*</p>");
        revisions[0].GetProperty("format").GetString().Should().Be("html");
    }

    [Fact]
    public async Task A_format_that_is_none_is_refused_and_a_preview_says_its_own()
    {
        var unknown = await _author.SendAsync("POST", Desk, """{"title":"Own","markdown":"x","format":"word"}""");
        var preview = await _author.SendAsync(
            "POST", "/api/blog/desk/preview", """{"markdown":"<p onclick=x>*a*</p>","format":"html"}""");
        var deep = await _author.SendAsync(
            "POST", "/api/blog/desk/preview", $$"""{"markdown":"{{string.Concat(Enumerable.Repeat("<div>", 300))}}","format":"html"}""");

        ((int)unknown.StatusCode).Should().BeOneOf(400, 422);
        (await preview.JsonAsync()).GetProperty("html").GetString()!.Trim().Should().Be("<p>*a*</p>");
        (await deep.ProblemAsync(422)).GetProperty("code").GetString().Should().Be(ErrorCodes.TooDeep);
    }

    [Fact]
    public async Task The_other_stages_and_the_password_are_changes_too()
    {
        var post = await _author.SendAsync("POST", Desk, """{"title":"Stages","markdown":"x"}""");
        var path = post.Headers.Location!.OriginalString;
        foreach (var (action, json, status) in ((string, string, string)[])[
            ("review", "{}", "pending-review"),
            ("schedule", """{"publishAt":"2099-01-01T00:00:00Z"}""", "scheduled"),
            ("draft", "{}", "draft"),
            ("private", "{}", "private"),
        ])
        {
            post = await _author.SendAsync("POST", $"{path}/{action}", json, post.Tag());
            (await post.JsonAsync()).GetProperty("status").GetString().Should().Be(status);
        }

        post = await _author.SendAsync("PUT", path + "/password", """{"password":"open sesame"}""", post.Tag());

        (await post.JsonAsync()).GetProperty("visibility").GetString().Should().Be("password");
        (await post.Content.ReadAsStringAsync()).Should().NotContain("sesame").And.NotContain("passwordHash");
    }

    [Fact]
    public async Task An_earlier_content_comes_back()
    {
        var post = await _author.SendAsync("POST", Desk, """{"title":"First","markdown":"one"}""");
        var path = post.Headers.Location!.OriginalString;
        post = await _author.SendAsync("PUT", path, """{"title":"Second","markdown":"two"}""", post.Tag());
        var revisions = (await (await _author.GetAsync(path + "/revisions")).JsonAsync()).GetProperty("items");
        var first = revisions.EnumerateArray().Single(r => r.GetProperty("markdown").GetString() == "one").GetProperty("id").GetString();

        var restored = await _author.SendAsync("POST", $"{path}/revisions/{first}/restore", "{}", post.Tag());

        (await restored.JsonAsync()).GetProperty("title").GetString().Should().Be("First");
        await (await _author.SendAsync("POST", $"{path}/revisions/nothing/restore", "{}", restored.Tag())).ProblemAsync(404);
    }

    [Fact]
    public async Task A_change_says_what_it_is_based_on()
    {
        var post = await _author.SendAsync("POST", Desk, """{"title":"Mine","markdown":"x"}""");
        var path = post.Headers.Location!.OriginalString;
        const string Change = """{"title":"Mine","markdown":"y"}""";

        (await (await _author.SendAsync("PUT", path, Change)).ProblemAsync(428)).GetProperty("code").GetString()
            .Should().Be("match-required");
        (await _author.SendAsync("PUT", path, Change, post.Tag())).EnsureSuccessStatusCode();
        (await (await _author.SendAsync("PUT", path, Change, post.Tag())).ProblemAsync(412)).GetProperty("code").GetString()
            .Should().Be(ErrorCodes.Changed);
        await (await _author.SendAsync("PUT", path, Change, "W/" + post.Tag())).ProblemAsync(412);
        (await _author.SendAsync("PUT", path, Change, "*")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_list_goes_on_by_its_link_and_its_tag_saves_the_body()
    {
        for (var i = 0; i < 3; i++)
        {
            (await _author.SendAsync("POST", Desk, $$"""{"title":"Post {{i}}","markdown":"x"}""")).EnsureSuccessStatusCode();
        }

        var first = await _author.GetAsync(Desk + "?limit=2&status=draft");
        var link = first.Headers.GetValues("Link").Single();
        var second = await _author.GetAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);

        (await first.JsonAsync()).GetProperty("items").GetArrayLength().Should().Be(2);
        (await second.JsonAsync()).GetProperty("items").GetArrayLength().Should().Be(1);
        second.Headers.GetValues("Link").Single().Should().EndWith("rel=\"prev\"");
        ((int)(await _author.SendAsync("GET", Desk + "?limit=2&status=draft", headers: ("If-None-Match", first.Tag()))).StatusCode)
            .Should().Be(304);
    }

    [Fact]
    public async Task A_repeated_key_creates_one_post_however_often_and_at_once()
    {
        const string Json = """{"title":"Once","markdown":"x"}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _author.SendAsync("POST", Desk, Json, key: "once")));

        var ids = new List<string?>();
        foreach (var answer in answers)
        {
            ids.Add((await answer.JsonAsync(201)).GetProperty("id").GetString());
        }

        ids.Distinct().Should().HaveCount(1);
        answers.Count(static a => a.Headers.Contains("Idempotency-Replayed")).Should().Be(5);
        answers.Select(static a => a.Headers.Location!.OriginalString).Distinct().Should().HaveCount(1);
        (await (await _author.SendAsync("POST", Desk, """{"title":"Twice","markdown":"x"}""", key: "once")).ProblemAsync(422))
            .GetProperty("errors").GetProperty("Idempotency-Key").GetArrayLength().Should().Be(1);
        (await (await _author.GetAsync(Desk + "?status=draft")).JsonAsync()).GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_repeated_change_is_answered_as_before()
    {
        var post = await _author.SendAsync("POST", Desk, """{"title":"Again","markdown":"x"}""");
        var path = post.Headers.Location!.OriginalString;

        var first = await _author.SendAsync("POST", path + "/publish", "{}", post.Tag(), key: "publish");
        var again = await _author.SendAsync("POST", path + "/publish", "{}", post.Tag(), key: "publish");

        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        again.Tag().Should().Be(first.Tag());
        await first.JsonAsync();
    }

    [Fact]
    public async Task Bad_fields_are_named_by_their_place()
    {
        const string Json =
            """{"title":"","markdown":"x","slug":"ok","seo":{"canonicalUrl":"ftp://x.example/"},"image":{"url":"/a.png","alternativeText":"x","caption":null,"credit":null,"width":0,"height":1},"comments":{"closeAfterDays":-1}}""";

        var problem = await (await _author.SendAsync("POST", Desk, Json)).ProblemAsync(422);

        problem.GetProperty("errors").EnumerateObject().Select(static e => e.Name).Should().Contain(["title", "seo.canonicalUrl", "image"]);
        (await (await _author.SendAsync("POST", Desk, """{"title":"a","markdown":"x","seo":{"noIndex":"yes"}}""")).ProblemAsync(400))
            .GetProperty("errors").EnumerateObject().Single().Name.Should().Be("seo.noIndex");
    }

    [Fact]
    public async Task Preview_shows_and_keeps_nothing()
    {
        var preview = await (await _author.SendAsync("POST", "/api/blog/desk/preview", """{"markdown":"# Head\n\n*x*"}""")).JsonAsync();

        preview.GetProperty("html").GetString().Should().Contain("<em>x</em>");
        preview.GetProperty("headings")[0].GetProperty("text").GetString().Should().Be("Head");
    }

    [Fact]
    public async Task Others_are_kept_out()
    {
        using var nobody = _site.Browse().Client;
        using var reader = _site.Browse("someone|Some One").Client;

        (await (await nobody.GetAsync(Desk)).ProblemAsync(401)).GetProperty("code").GetString().Should().Be("sign-in-required");
        (await (await reader.GetAsync(Desk)).ProblemAsync(403)).GetProperty("code").GetString().Should().Be("not-allowed");
        await (await reader.SendAsync("POST", Desk, """{"title":"a","markdown":"x"}""")).ProblemAsync(403);
    }

    [Fact]
    public async Task Without_policies_there_is_no_desk()
    {
        await using var site = await Site.StartAsync();
        using var client = site.Browse(ApiSite.Owner).Client;

        await (await client.GetAsync(Desk)).ProblemAsync(404);
        await (await client.SendAsync("POST", Desk, """{"title":"a","markdown":"x"}""")).ProblemAsync(404);
    }
}
