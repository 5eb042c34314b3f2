using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace BlogKit.AspNetCore.Tests;

public sealed class PictureUploadTests : IAsyncLifetime
{
    private const string Media = "/blog/desk/media";
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;
    private Site _site = null!;
    private Browser _browser = null!;

    // What is known of a picture lies beside it.
    private string[] Files =>
        [.. Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(static f => !f.EndsWith(".json", StringComparison.Ordinal))];

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync(web: o =>
        {
            o.Media.Folder = _folder;
            o.Media.MaximumLength = 100_000;
            o.Media.MaximumPerDay = 5;
        });
        _browser = _site.Browse(WriterSite.Administrator);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_picture_is_named_by_its_content_and_served_for_ever()
    {
        var answer = await SendAsync(Pictures.Png(640, 480), json: true);

        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        using var json = JsonDocument.Parse(answer.Text);
        var url = json.RootElement.GetProperty("url").GetString()!;
        url.Should().MatchRegex("^/blog/media/[0-9a-f]{64}\\.png$");
        (json.RootElement.GetProperty("width").GetInt32(), json.RootElement.GetProperty("height").GetInt32()).Should().Be((640, 480));
        using var reader = _site.Browse();
        using var response = await reader.Client.GetAsync(url);
        response.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(Pictures.Png(640, 480));
        response.Headers.CacheControl!.ToString().Should().Contain("immutable").And.Contain("max-age=31536000");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox");
        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        using var unchanged = await reader.Client.SendAsync(again);
        unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Without_script_a_form_stores_it_and_says_what_to_write()
    {
        var page = await _browser.GetAsync(Media);
        page.First(".bk-empty").Should().Be("There are no pictures yet.");

        var answer = await SendAsync(Pictures.Gif(), alternative: "A bee [left] <b>");

        answer.Status.Should().Be(HttpStatusCode.SeeOther, answer.Text);
        var list = await _browser.FollowAsync(answer);
        list.Attribute("#bk-added", "value")
            .Should().MatchRegex("^!\\[A bee \\\\\\[left\\\\\\] <b>\\]\\(/blog/media/[0-9a-f]{64}\\.gif\\)$");
        list.Text.Should().NotContain("<b>");
        list.All(".bk-media-item").Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_picture_twice_is_stored_once()
    {
        await SendAsync(Pictures.Png());
        await SendAsync(Pictures.Png());

        Files.Should().ContainSingle();
    }

    [Theory]
    [InlineData("../../evil.png")]
    [InlineData("C:\\evil.png")]
    [InlineData("evil.svg")]
    [InlineData("evil.html")]
    [InlineData("evil.php\0.png")]
    public async Task Neither_the_name_nor_the_type_that_was_sent_counts(string name)
    {
        var answer = await SendAsync(Pictures.Png(), name, "text/html", json: true);

        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        Files.Should().ContainSingle().Which.Should().MatchRegex("[/\\\\][0-9a-f]{32}[/\\\\][0-9a-f]{64}\\.png$").And.StartWith(_folder);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("<script>alert(1)</script>", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content, HttpStatusCode status)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);

        var page = await SendAsync(bytes, "fine.png", "image/png");
        page.Status.Should().Be(status);
        RefusedFormTests.ShouldRefuse(page);
        (await SendAsync(bytes, "fine.png", "image/png", json: true)).Status.Should().Be(status);

        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_picture_that_is_a_page_too_is_served_as_a_picture_that_runs_nothing()
    {
        byte[] both = [.. Pictures.Gif(), .. "<html><script>alert(document.domain)</script>"u8];

        using var json = JsonDocument.Parse((await SendAsync(both, "x.html", "text/html", json: true)).Text);
        using var response = await _browser.Client.GetAsync(json.RootElement.GetProperty("url").GetString());

        response.Content.Headers.ContentType!.ToString().Should().Be("image/gif");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox");
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        (await SendAsync([.. Pictures.Png(), .. new byte[100_000]])).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await SendAsync([.. Pictures.Png(), .. new byte[400_000]], json: true)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);

        Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData(16_385, 1, HttpStatusCode.UnprocessableEntity)]
    [InlineData(16_384, 6_104, HttpStatusCode.UnprocessableEntity)]
    [InlineData(int.MaxValue, int.MaxValue, HttpStatusCode.UnprocessableEntity)]
    [InlineData(-1, 1, HttpStatusCode.UnsupportedMediaType)]
    [InlineData(16_384, 6_103, HttpStatusCode.OK)]
    public async Task A_small_file_that_opens_to_a_very_large_picture_is_refused(int width, int height, HttpStatusCode status)
    {
        var answer = await SendAsync(Pictures.Png(width, height), json: true);

        answer.Status.Should().Be(status);
        if (status is HttpStatusCode.UnprocessableEntity)
        {
            answer.Text.Should().Be("This picture has too many pixels: at most 16,384 on a side and 100 million in all are taken.");
        }
    }

    [Fact]
    public async Task What_is_kept_says_nothing_of_a_camera_or_a_place()
    {
        foreach (var picture in PicturePrivacyTests.WithSecrets().Select(row => (byte[])row[1]))
        {
            using var json = JsonDocument.Parse((await SendAsync(picture, json: true)).Text);
            var kept = await _browser.Client.GetByteArrayAsync(json.RootElement.GetProperty("url").GetString());

            System.Text.Encoding.Latin1.GetString(kept).Should().NotContain(PicturePrivacyTests.Secret);
        }
    }

    [Fact]
    public async Task A_day_has_a_limit_for_each_author()
    {
        for (var i = 1; i <= 5; i++)
        {
            (await SendAsync(Pictures.Png(i, i), json: true)).Status.Should().Be(HttpStatusCode.OK);
        }

        (await SendAsync(Pictures.Png(6, 6), json: true)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        Files.Should().HaveCount(5);
    }

    [Fact]
    public async Task A_form_of_another_site_without_a_file_or_with_two_stores_nothing()
    {
        (await SendAsync(Pictures.Png(), token: "forged")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await SendAsync(null)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await SendAsync(Pictures.Png(), field: "other")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.PostAsync(Media, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))).Status
            .Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _browser.PostAsync(Media, new ByteArrayContent([
            1,
            2,
            3,
        ])
        { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } })).Status
            .Should().Be(HttpStatusCode.BadRequest);
        using var guest = _site.Browse();
        (await guest.PostAsync(Media, new MultipartFormDataContent())).Status.Should().Be(HttpStatusCode.Redirect);

        Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData("..%2F..%2Fappsettings.json")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.png")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.svg")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000G.png")]
    [InlineData("nonsense")]
    public async Task Other_names_lead_nowhere(string name) =>
        (await _browser.GetAsync("/blog/media/" + name)).Status.Should().Be(HttpStatusCode.NotFound);

    private async Task<WebPage> SendAsync(
        byte[]? content,
        string name = "bee.png",
        string type = "image/png",
        bool json = false,
        string? alternative = null,
        string? token = null,
        string field = "file")
    {
        var page = await _browser.GetAsync(Media);
        var form = new MultipartFormDataContent
        {
            { new StringContent(token ?? page.Attribute("input[name^='__']", "value")!), page.Attribute("input[name^='__']", "name")! },
        };
        if (content is not null)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            file.Headers.TryAddWithoutValidation(
                "Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{name.Replace("\0", "", StringComparison.Ordinal)}\"");
            form.Add(file);
        }

        if (alternative is not null)
        {
            form.Add(new StringContent(alternative), "alt");
        }

        if (json)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Media) { Content = form };
            request.Headers.Accept.ParseAdd("application/json");
            var response = await _browser.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return new WebPage(response, text, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text));
        }

        return await _browser.PostAsync(Media, form);
    }
}
