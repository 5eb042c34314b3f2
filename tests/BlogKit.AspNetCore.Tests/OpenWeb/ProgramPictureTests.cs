using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using BlogKit.OpenWeb;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Pictures that editing programs send: Micropub's media endpoint and MetaWeblog's newMediaObject.</summary>
public sealed class ProgramPictureTests : IAsyncLifetime
{
    private const string Media = "/blog/micropub/media";
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;
    private Site _site = null!;
    private Browser _author = null!;

    // What is known of a picture lies beside it.
    private string[] Files =>
        [.. Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(static f => !f.EndsWith(".json", StringComparison.Ordinal))];

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(
            builder: kit =>
            {
                kit.AddDeskPolicies();
                kit.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("Test", null);
                kit.Services.AddSingleton<IMetaWeblogAuthenticator, Names>();
            },
            map: app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapBlogKit("/blog");
            },
            web: o =>
            {
                o.Media.Folder = _folder;
                o.Media.MaximumLength = 100_000;
                o.Media.MaximumPerDay = 3;
            },
            openWeb: static o => o.MaximumEditorBytes = 200_000);
        _author = _site.Browse(Site.AuthorUser + "|Ada");
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Micropub_names_its_media_endpoint_and_keeps_a_picture_there()
    {
        using var config = JsonDocument.Parse((await _author.GetAsync("/blog/micropub?q=config")).Text);
        var endpoint = new Uri(config.RootElement.GetProperty("media-endpoint").GetString()!);
        endpoint.AbsolutePath.Should().Be(Media);

        var answer = await _author.PostAsync(endpoint.AbsolutePath, Form(Pictures.Png(), "../../evil.html", "text/html"));

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        answer.Location.Should().MatchRegex("^http://127\\.0\\.0\\.1:\\d+/blog/media/[0-9a-f]{64}\\.png$");
        using var reader = _site.Browse();
        (await reader.Client.GetByteArrayAsync(answer.Location)).Should().Equal(Pictures.Png());
    }

    [Theory]
    [InlineData("", 415)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", 415)]
    [InlineData("<script>alert(1)</script>", 415)]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content, int status)
    {
        var bytes = Encoding.UTF8.GetBytes(content);

        var micropub = await _author.PostAsync(Media, Form(bytes, "fine.png", "image/png"));
        var metaWeblog = await CallAsync("ada", "secret", bytes);

        ((int)micropub.Status).Should().Be(status);
        JsonDocument.Parse(micropub.Text).RootElement.GetProperty("error_description").GetString().Should().Contain("PNG, JPEG");
        metaWeblog.Text.Should().Contain("fault").And.Contain("PNG, JPEG");
        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        byte[] large = [.. Pictures.Png(), .. new byte[100_000]];

        (await _author.PostAsync(Media, Form(large))).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _author.PostAsync(Media, Form(new byte[400_000]))).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await CallAsync("ada", "secret", large)).Text.Should().Contain("fault").And.Contain("413");
        (await CallAsync("ada", "secret", new byte[400_000])).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);

        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Forms_that_are_none_hold_no_file_or_two_are_refused()
    {
        var two = Form(Pictures.Png());
        two.Add(new ByteArrayContent(Pictures.Gif()), "file", "b.gif");

        (await _author.PostAsync(Media, two)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _author.PostAsync(Media, Form(Pictures.Png(), field: "photo"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _author.PostAsync(Media, new FormUrlEncodedContent([new("file", "x")]))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _author.PostAsync(Media, new StringContent("{}", Encoding.UTF8, "application/json"))).Status
            .Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await _author.PostAsync(
            Media,
            new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } }))
            .Status.Should().Be(HttpStatusCode.BadRequest);
        (await _author.PostAsync(
            Media, new ByteArrayContent([]) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data") } }))
            .Status.Should().Be(HttpStatusCode.BadRequest);

        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_authors_send_pictures_and_no_other_site_for_them()
    {
        using var nobody = _site.Browse();
        using var reader = _site.Browse("somebody|Some Body");
        using var foreign = new HttpRequestMessage(HttpMethod.Post, Media)
        {
            Content = Form(Pictures.Png()),
            Headers = { { "Origin", "https://evil.example" } },
        };

        (await nobody.PostAsync(Media, Form(Pictures.Png()))).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await reader.PostAsync(Media, Form(Pictures.Png()))).Status.Should().Be(HttpStatusCode.Forbidden);
        (await _author.Client.SendAsync(foreign)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await CallAsync("ada", "wrong", Pictures.Png())).Text.Should().Contain("403");
        (await CallAsync("reader", "secret", Pictures.Png())).Text.Should().Contain("403");

        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_call_of_MetaWeblog_keeps_a_picture_without_what_it_tells_of_a_place()
    {
        var answer = await CallAsync("ada", "secret", Pictures.Jpeg(Pictures.Exif(6)), "../../../etc/passwd");

        var url = XDocument.Parse(answer.Text).Descendants("member").Single(m => m.Element("name")!.Value == "url").Element("value")!.Value;
        new Uri(url).AbsolutePath.Should().MatchRegex("^/blog/media/[0-9a-f]{64}\\.jpg$");
        Encoding.Latin1.GetString(await _author.Client.GetByteArrayAsync(url)).Should().NotContain("GPS");
        Files.Should().ContainSingle().Which.Should().StartWith(_folder).And.MatchRegex("[0-9a-f]{64}\\.jpg$");
    }

    [Theory]
    [InlineData("<struct/>")]
    [InlineData("<struct><member><name>bits</name><value><string>iVBORw0KGgo=</string></value></member></struct>")]
    [InlineData("<struct><member><name>bits</name><value><base64>not base64!</base64></value></member></struct>")]
    [InlineData("<struct><member><name>bits</name><value><array><data/></array></value></member></struct>")]
    [InlineData("<string>iVBORw0KGgo=</string>")]
    public async Task Bits_that_are_none_get_a_fault(string third)
    {
        var answer = await CallAsync("ada", "secret", XElement.Parse(third));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Text.Should().Contain("faultString");
        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task All_ways_count_towards_the_same_limit_of_a_day()
    {
        (await _author.PostAsync(Media, Form(Pictures.Png(1, 1)))).Status.Should().Be(HttpStatusCode.Created);
        (await CallAsync("ada", "secret", Pictures.Png(2, 2))).Text.Should().NotContain("fault");
        (await _author.PostAsync(Media, Form(Pictures.Png(3, 3)))).Status.Should().Be(HttpStatusCode.Created);

        (await _author.PostAsync(Media, Form(Pictures.Png(4, 4)))).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await CallAsync("ada", "secret", Pictures.Png(5, 5))).Text.Should().Contain("fault").And.Contain("429");

        Files.Should().HaveCount(3);
    }

    private static MultipartFormDataContent Form(byte[] content, string name = "bee.png", string type = "image/png", string field = "file")
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new MultipartFormDataContent { { file, field, name } };
    }

    private Task<WebPage> CallAsync(
        string user, string password, byte[] content, string name = "bee.png") => CallAsync(user, password, new XElement(
        "struct",
        new XElement("member", new XElement("name", "name"), new XElement("value", new XElement("string", name))),
        new XElement("member", new XElement("name", "type"), new XElement("value", new XElement("string", "text/html"))),
        new XElement(
            "member", new XElement("name", "bits"), new XElement("value", new XElement("base64", Convert.ToBase64String(content))))));

    private Task<WebPage> CallAsync(string user, string password, XElement picture)
    {
        var call = new XElement(
            "methodCall",
            new XElement("methodName", "metaWeblog.newMediaObject"),
            new XElement("params", new object[] { "1", user, password, picture }.Select(
                p => new XElement("param", new XElement("value", p is XElement ? p : new XElement("string", p))))));
        return _author.PostAsync("/blog/xmlrpc", new StringContent(call.ToString(), Encoding.UTF8, "text/xml"));
    }

    private sealed class Names : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult(password != "secret" ? null : userName is "ada" ? Site.AuthorUser : "somebody");
    }
}
