using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Files that are no pictures: taken where the host says so, given out as downloads, deleted.</summary>
public sealed class FileUploadTests : IAsyncLifetime
{
    private const string Media = "/blog/desk/media";
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync(web: o =>
        {
            o.Media.Folder = _folder;
            o.Media.TakesFiles = true;
            o.Media.MaximumLength = 100_000;
            o.Media.MaximumFileLength = 200_000;
            o.Media.MaximumPerDay = 100;
        });
        _browser = _site.Browse(WriterSite.Administrator);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "a.svg", "image/svg+xml", "application/octet-stream")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>", "a.html", "text/html", "application/octet-stream")]
    [InlineData("%PDF-1.7 <script>alert(1)</script>", "a.pdf", "text/html", "application/pdf")]
    [InlineData("alert(1)", "a.js", "text/javascript", "application/octet-stream")]
    public async Task Whatever_it_is_it_is_a_download_that_can_do_nothing(string content, string name, string sent, string type)
    {
        using var response = await _browser.Client.GetAsync(await SendAsync(Encoding.UTF8.GetBytes(content), name, sent));

        response.Content.Headers.ContentType!.ToString().Should().Be(type);
        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.Should().Be(name);
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox");
        (await response.Content.ReadAsStringAsync()).Should().Be(content);
    }

    [Theory]
    [InlineData("naïve 漢字.txt", "filename*=UTF-8''na%C3%AFve%20%E6%BC%A2%E5%AD%97.txt")]
    [InlineData("../../etc/passwd", "filename*=UTF-8''passwd")]
    [InlineData("a; filename=b.html", "filename*=UTF-8''a%20filename%3Db.html")]
    public async Task A_name_is_said_as_a_header_says_names(string name, string said)
    {
        using var response = await _browser.Client.GetAsync(await SendAsync(Encoding.UTF8.GetBytes(name), name));

        response.Content.Headers.GetValues("Content-Disposition").Single().Should().StartWith("attachment; ").And.EndWith(said);
    }

    [Fact]
    public async Task Players_are_given_the_part_they_ask_for()
    {
        var content = new byte[50_000];
        new Random(1).NextBytes(content);
        "ID3"u8.CopyTo(content);
        var url = await SendAsync(content, "bees.mp3");
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(100, 199) } };

        using var response = await _browser.Client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentType!.ToString().Should().Be("audio/mpeg");
        response.Content.Headers.ContentRange!.ToString().Should().Be("bytes 100-199/50000");
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(content[100..200]);
    }

    [Fact]
    public async Task Pictures_are_shown_and_have_a_limit_of_their_own()
    {
        using var response = await _browser.Client.GetAsync(await SendAsync(Pictures.Png(), "a.png"));

        response.Content.Headers.ContentDisposition.Should().BeNull();
        (await PostAsync([.. Pictures.Png(), .. new byte[150_000]], "b.png")).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(new byte[150_000], "b.bin")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await PostAsync(new byte[200_001], "c.bin")).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync([], "d.bin")).StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task The_editor_is_told_the_name_of_a_file_and_none_of_a_picture()
    {
        using var file = JsonDocument.Parse(await (await PostAsync("x"u8.ToArray(), "notes.txt")).Content.ReadAsStringAsync());
        using var picture = JsonDocument.Parse(await (await PostAsync(Pictures.Png(), "bee.png")).Content.ReadAsStringAsync());

        file.RootElement.GetProperty("name").GetString().Should().Be("notes.txt");
        picture.RootElement.GetProperty("name").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_desk_shows_a_file_with_its_name_and_a_link_to_put_into_a_text()
    {
        var url = await SendAsync("x"u8.ToArray(), "a [b] <i>.txt");

        var page = await _browser.GetAsync(Media);

        page.First(".bk-media-item bdi").Should().Be("a [b] i.txt");
        page.Attribute(".bk-media-item input", "value").Should().Be($"[a \\[b\\] i.txt]({url})");
        page.Attribute(".bk-media-file", "href").Should().Be(url);
    }

    [Fact]
    public async Task Pages_of_many_files_lead_on_and_back()
    {
        for (var i = 1; i <= 61; i++)
        {
            using var content = new MemoryStream(Pictures.Png(i, 1));
            await _site.Get<MediaService>().AddAsync(_site.Blog.Id, content, $"{i}.png", Actor.System);
        }

        var first = await _browser.GetAsync(Media);
        var second = await _browser.GetAsync(first.Attribute("a[rel=next]", "href")!);

        first.All(".bk-media-item").Should().HaveCount(60);
        second.All(".bk-media-item").Should().ContainSingle();
        second.Attribute("a[rel=prev]", "href").Should().NotBeNull();
        (await _browser.GetAsync(Media + "?cursor=nonsense")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_deletes_is_asked_first_and_then_it_is_gone()
    {
        var url = await SendAsync("x"u8.ToArray(), "notes.txt");
        var list = await _browser.GetAsync(Media);

        var ask = await _browser.GetAsync(list.Attribute(".bk-media-item p a", "href")!);
        ask.First("h1").Should().Be("Delete this for ever?");
        (await _browser.GetAsync(url)).Status.Should().Be(HttpStatusCode.OK);
        var done = await _browser.SendAsync(ask.Html.QuerySelector<IHtmlFormElement>("form[action$='/delete']")!);

        (await _browser.FollowAsync(done)).Text.Should().Contain("Deleted.");
        (await _browser.GetAsync(url)).Status.Should().Be(HttpStatusCode.NotFound);
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task Authors_delete_their_own_files_and_nobody_elses()
    {
        var name = (await SendAsync("x"u8.ToArray(), "notes.txt")).Split('/')[^1];
        using var other = _site.Browse(WriterSite.Contributor);

        (await other.GetAsync($"{Media}/{name}/delete")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await other.GetAsync(Media)).All(".bk-media-item p a").Should().BeEmpty();
        (await _browser.GetAsync($"{Media}/{new string('0', 64)}.bin/delete")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync($"{Media}/..%2F..%2Fx/delete")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<string> SendAsync(byte[] content, string name, string type = "application/octet-stream")
    {
        using var response = await PostAsync(content, name, type);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("url").GetString()!;
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] content, string name, string type = "application/octet-stream")
    {
        var page = await _browser.GetAsync(Media);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        using var request = new HttpRequestMessage(HttpMethod.Post, Media)
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(page.Attribute("input[name^='__']", "value")!), page.Attribute("input[name^='__']", "name")! },
                file,
            },
        };
        request.Headers.Accept.ParseAdd("application/json");
        return await _browser.Client.SendAsync(request);
    }
}
