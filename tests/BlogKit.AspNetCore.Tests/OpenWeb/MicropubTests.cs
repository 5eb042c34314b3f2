using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class MicropubTests : IAsyncLifetime
{
    private Site _site = null!;
    private Browser _author = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(
            builder: kit =>
            {
                kit.AddDeskPolicies();
                kit.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("Test", null);
            },
            map: app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapBlogKit("/blog");
            });
        _author = _site.Browse(Site.AuthorUser + "|Ada");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Pages_say_where_the_endpoint_is() =>
        (await _author.GetAsync("/blog")).Attribute("link[rel=micropub]", "href").Should().Be("/blog/micropub");

    [Fact]
    public async Task A_form_creates_a_post()
    {
        var answer = await _author.PostAsync("/blog/micropub", new FormUrlEncodedContent(
        [
            new("h", "entry"),
            new("name", "From my phone"),
            new("content", "It **works**."),
            new("category[]", "Bees"),
            new("category[]", "Honey"),
            new("mp-slug", "From Phone!"),
        ]));

        answer.Status.Should().Be(HttpStatusCode.Created);
        answer.Location.Should().Be(_site.Address.GetLeftPart(UriPartial.Authority) + "/blog/from-phone");
        var page = await _author.GetAsync(new Uri(answer.Location!).AbsolutePath);
        page.Text.Should().Contain("From my phone").And.Contain("<strong>works</strong>").And.Contain("Honey");
    }

    [Fact]
    public async Task Json_creates_a_draft_that_an_update_publishes_and_a_delete_takes_down()
    {
        var created = await JsonAsync(
            """{"type":["h-entry"],"properties":{"content":[{"html":"A note without a name that is quite a bit longer than any title should be."}],"post-status":["draft"],"category":["One"]}}""");
        var url = created.Location!;
        using var reader = _site.Browse();
        (await reader.GetAsync(url)).Status.Should().Be(HttpStatusCode.NotFound);

        var updated = await JsonAsync(
            $$"""{"action":"update","url":"{{url}}","replace":{"name":["Named"],"post-status":["published"]},"add":{"category":["Two"]},"delete":{"category":["One"]} }""");
        updated.Status.Should().Be(HttpStatusCode.NoContent, updated.Text);
        (await reader.GetAsync(url)).Text.Should().Contain("Named").And.Contain("Two");

        using var source = JsonDocument.Parse((await _author.GetAsync(
            $"/blog/micropub?q=source&url={Uri.EscapeDataString(url)}&properties[]=category&properties[]=name")).Text);
        source.RootElement.GetProperty("properties").GetProperty("category").EnumerateArray().Select(c => c.GetString())
            .Should().Equal("Two");
        source.RootElement.TryGetProperty("type", out _).Should().BeFalse();

        (await JsonAsync($$"""{"action":"delete","url":"{{url}}"}""")).Status.Should().Be(HttpStatusCode.NoContent);
        (await reader.GetAsync(url)).Status.Should().Be(HttpStatusCode.Gone);
        (await JsonAsync($$"""{"action":"undelete","url":"{{url}}"}""")).Status.Should().Be(HttpStatusCode.NoContent);
        (await reader.GetAsync(url)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("config", "syndicate-to")]
    [InlineData("syndicate-to", "syndicate-to")]
    [InlineData("category", "categories")]
    public async Task Programs_are_told_what_there_is(string q, string member)
    {
        using var json = JsonDocument.Parse((await _author.GetAsync("/blog/micropub?q=" + q)).Text);

        json.RootElement.TryGetProperty(member, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_no_author_creates_nothing()
    {
        using var nobody = _site.Browse();
        using var reader = _site.Browse("somebody|Some Body");
        var form = new Dictionary<string, string> { ["h"] = "entry", ["content"] = "canary" };

        (await nobody.PostAsync("/blog/micropub", new FormUrlEncodedContent(form))).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await reader.PostAsync("/blog/micropub", new FormUrlEncodedContent(form))).Status.Should().Be(HttpStatusCode.Forbidden);
        (await nobody.GetAsync("/blog/micropub?q=source&url=" + Uri.EscapeDataString(_site.Address + "blog/open-for-talk-and-more"))).Status
            .Should().Be(HttpStatusCode.Unauthorized);
        (await nobody.GetAsync("/blog")).Text.Should().NotContain("canary");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_cannot_use_the_browser_of_an_author(string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/blog/micropub")
        {
            Content = new FormUrlEncodedContent([new("h", "entry"), new("content", "canary")]),
        };
        request.Headers.TryAddWithoutValidation(name, value);

        (await _author.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await _author.GetAsync("/blog")).Text.Should().NotContain("canary");
    }

    [Theory]
    [InlineData("application/json", "", 400)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "\"x\"", 400)]
    [InlineData("application/json", "{\"type\":5,\"properties\":7}", 400)]
    [InlineData("application/json", "{\"type\":[\"h-event\"],\"properties\":{}}", 400)]
    [InlineData("application/json", "{\"type\":[\"h-entry\"],\"properties\":{}}", 400)]
    [InlineData("application/json", "{\"type\":[\"h-entry\"],\"properties\":{\"content\":[[[\"x\"]]]}}", 400)]
    [InlineData("application/json", "{\"type\":[\"h-entry\"],\"properties\":{\"content\":[\"x\"],\"published\":[\"soon\"]}}", 400)]
    [InlineData("application/json", "{\"action\":\"update\",\"url\":5}", 400)]
    [InlineData("application/json", "{\"action\":\"burn\",\"url\":\"x\"}", 400)]
    [InlineData("application/json", "{\"action\":\"delete\",\"url\":\"https://elsewhere.example/x\"}", 400)]
    [InlineData("application/json", "\"\\ud800\"", 400)]
    [InlineData("application/json", "{\"type\":[\"h-entry\"],\"properties\":{\"content\":[\"\\ud800\"]}}", 400)]
    [InlineData("application/json", "{\"type\":[\"h-entry\"],\"properties\":{\"content\":[\"a\\u0000b\"],\"name\":[\"x\"]}}", 400)]
    [InlineData("text/plain", "h=entry&content=x", 415)]
    [InlineData("application/x-www-form-urlencoded", "", 400)]
    [InlineData("application/x-www-form-urlencoded", "h=entry", 400)]
    [InlineData("application/x-www-form-urlencoded", "h=entry&content=%FF%FE%00", 400)]
    [InlineData("application/x-www-form-urlencoded", "action=delete", 400)]
    public async Task Bad_requests_are_refused_with_an_error_and_change_nothing(string type, string body, int status)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        var answer = await _author.PostAsync("/blog/micropub", content);

        ((int)answer.Status).Should().Be(status, answer.Text);
        JsonDocument.Parse(answer.Text).RootElement.GetProperty("error").GetString().Should().Be("invalid_request");
        (await _site.Posts.ListForDeskAsync(new DeskPostsQuery(_site.Blog.Id), Actor.System)).Value.Items.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_deep_or_huge_is_refused()
    {
        var deep = await JsonAsync(new string('[', 5_000));
        var huge = await JsonAsync("{\"x\":\"" + new string('a', 3 * 1024 * 1024) + "\"}");

        deep.Status.Should().Be(HttpStatusCode.BadRequest);
        huge.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _author.GetAsync("/blog/micropub")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _author.GetAsync("/blog/micropub?q=source&url=%00")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private Task<WebPage> JsonAsync(string json) =>
        _author.PostAsync("/blog/micropub", new StringContent(json, Encoding.UTF8, "application/json"));
}
