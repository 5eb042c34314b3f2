using System.Net;
using BlogKit.AspNetCore.Internal;
using BlogKit.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.AspNetCore.Tests;

public sealed class AvatarTests
{
    private const string Path = "/blog/open-for-talk-and-more";
    private static readonly byte[] Picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];

    [Fact]
    public async Task A_generated_picture_follows_from_blog_and_name_and_is_kept_for_ever()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        await site.CommentAsync("Max", "One");
        await site.CommentAsync("Max", "Two");
        await site.CommentAsync("Eva", "Three");
        await site.CommentAsync("x", "Four", actor: Actor.Author(site.Author));
        await site.CommentAsync("x", "Five", actor: Actor.User("someone", "Ada Keeper"));

        var sources = (await browser.GetAsync(Path)).Html
            .QuerySelectorAll(".bk-comment .p-author img")
            .Select(i => i.GetAttribute("src")!)
            .ToArray();

        sources[0].Should().Be(sources[1]).And.MatchRegex("^/blog/avatars/[0-9a-f]{10}\\.svg$");
        sources[2].Should().NotBe(sources[0]);
        sources[4].Should().NotBe(sources[3], because: "whoever takes an author's name does not get their face");
        var picture = await browser.GetAsync(sources[0]);
        picture.Response.Content.Headers.ContentType!.ToString().Should().Be("image/svg+xml");
        picture.Response.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        picture.Text.Should().StartWith("<svg").And.NotContain("script").And.NotContain("style");
        picture.Text.Length.Should().BeLessThan(800);
        (await browser.GetAsync(sources[0])).Text.Should().Be(picture.Text);
        (await browser.GetAsync(sources[2])).Text.Should().NotBe(picture.Text);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0123456789a")]
    [InlineData("012345678g")]
    [InlineData("0x12345678")]
    [InlineData("%20123456789")]
    public async Task What_is_no_key_has_no_picture(string key)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();

        (await browser.GetAsync($"/blog/avatars/{key}.svg")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_services_picture_is_handed_on_without_address_or_hash()
    {
        await using var service = await Service.StartAsync(static c => SendAsync(c, Picture));
        await using var site = await StartAsync(service);
        using var browser = site.Browse();
        var comment = await site.CommentAsync("Max", "One");
        await site.CommentAsync("Max", "Two");

        var page = await browser.GetAsync(Path);
        var sources = page.Html.QuerySelectorAll(".bk-comment .p-author img").Select(i => i.GetAttribute("src")!).ToArray();
        var first = await browser.Client.GetAsync(sources[0]);
        var second = await browser.Client.GetAsync(sources[1]);

        var hash = RemoteAvatarClient.HashOf("canary.max@example.org");
        page.Text.Should().NotContain(hash).And.NotContain("canary");
        sources[0].Should().MatchRegex("^/blog/avatars/remote/[A-Za-z0-9_-]{22}$");
        (await first.Content.ReadAsByteArrayAsync()).Should().Equal(Picture);
        first.Content.Headers.ContentType!.ToString().Should().Be("image/png");
        (await second.Content.ReadAsByteArrayAsync()).Should().Equal(Picture);
        service.Asked.Should().Equal([$"/avatar/{hash}?s=80&d=404&r=pg"], because: "the second picture of the same person is kept");
        comment.By.Email.Should().Be("canary.max@example.org");
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(0)]
    [InlineData(25)]
    public Task A_picture_is_kept_for_six_hours_however_the_clock_is_set(int hours) =>
        IsNotAskedAgainWithinAsync(TimeSpan.FromHours(6), static c => SendAsync(c, Picture), hours);

    [Theory]
    [InlineData(-25)]
    [InlineData(0)]
    [InlineData(25)]
    public Task A_service_that_failed_is_left_alone_for_two_minutes_however_the_clock_is_set(int hours) =>
        IsNotAskedAgainWithinAsync(TimeSpan.FromMinutes(2), static c => { c.Response.StatusCode = 503; return Task.CompletedTask; }, hours);

    [Fact]
    public async Task Whoever_the_service_does_not_know_or_lies_about_gets_a_generated_picture()
    {
        var answers = new Dictionary<string, RequestDelegate>
        {
            ["none"] = static c => { c.Response.StatusCode = 404; return Task.CompletedTask; },
            ["html"] = static c => { c.Response.ContentType = "image/png"; return c.Response.WriteAsync("<script>alert(1)</script>"); },
            ["svg"] = static c =>
            {
                c.Response.ContentType = "image/svg+xml"; return c.Response.WriteAsync(
                "<svg xmlns='http://www.w3.org/2000/svg'/>");
            },
            ["large"] = static c => SendAsync(c, [.. Picture, .. new byte[200_000]]),
            ["away"] = static c => { c.Response.Redirect("http://127.0.0.1:1/"); return Task.CompletedTask; },
            ["broken"] = static c => { c.Response.StatusCode = 500; return Task.CompletedTask; },
            ["cut"] = static c => { c.Abort(); return Task.CompletedTask; },
        };
        var byHash = answers.ToDictionary(a => RemoteAvatarClient.HashOf($"canary.{a.Key}@example.org"), a => a.Value);
        await using var service = await Service.StartAsync(c => byHash[c.Request.Path.Value!.Split('/')[^1]](c));
        await using var site = await StartAsync(service);
        using var browser = site.Browse();
        foreach (var name in answers.Keys)
        {
            await site.CommentAsync(name, "Text of " + name);
        }

        foreach (var image in (await browser.GetAsync(Path)).Html.QuerySelectorAll(".bk-comment .p-author img"))
        {
            var answer = await browser.GetAsync(image.GetAttribute("src")!);
            answer.Status.Should().Be(HttpStatusCode.OK);
            answer.Response.Content.Headers.ContentType!.ToString().Should().Be("image/svg+xml");
            answer.Text.Should().Contain("shape-rendering", because: image.ParentElement!.TextContent);
        }
    }

    [Fact]
    public async Task The_proxy_serves_shown_comments_only_and_nothing_when_it_is_off()
    {
        await using var service = await Service.StartAsync(static c => SendAsync(c, Picture));
        await using var site = await StartAsync(service);
        using var browser = site.Browse();
        var comment = await site.CommentAsync("Max", "One");
        await site.Moderation.TrashAsync(comment.BlogId, comment.Id, Actor.System);
        await using var plain = await Site.StartAsync();
        using var other = plain.Browse();
        var shown = await plain.CommentAsync("Max", "One");

        foreach (var id in new[]
        {
            comment.Id.ToString(),
            new CommentId(Guid.NewGuid()).ToString(),
            "x",
            "http:%2F%2F127.0.0.1%2F",
            RemoteAvatarClient.HashOf("a@b.c"),
        })
        {
            (await browser.GetAsync("/blog/avatars/remote/" + id)).Status.Should().Be(HttpStatusCode.NotFound, because: id);
        }

        (await other.GetAsync($"/blog/avatars/remote/{shown.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        service.Asked.Should().BeEmpty();
    }

    private static async Task IsNotAskedAgainWithinAsync(TimeSpan length, RequestDelegate answer, int hours)
    {
        var clock = new JumpingClock(TimeProvider.System.GetUtcNow());
        await using var service = await Service.StartAsync(answer);
        await using var site = await StartAsync(service, clock);
        using var browser = site.Browse();
        var address = $"/blog/avatars/remote/{(await site.CommentAsync("Max", "One")).Id}";
        clock.Jump(TimeSpan.FromHours(30));
        await browser.GetAsync(address);
        clock.Jump(TimeSpan.FromHours(hours));

        clock.Advance(length - TimeSpan.FromMilliseconds(1));
        await browser.GetAsync(address);
        service.Asked.Should().HaveCount(1);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await browser.GetAsync(address);

        service.Asked.Should().HaveCount(2);
    }

    private static Task<Site> StartAsync(Service service, TimeProvider? clock = null) => Site.StartAsync(
        web: static o => o.Avatars = AvatarSource.Gravatar,
        builder: b => b.Services
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(new RemoteAvatarClient(service.Address, TimeProvider.System, NullLogger<RemoteAvatarClient>.Instance)));

    private static async Task SendAsync(HttpContext context, byte[] content)
    {
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(content);
    }

    /// <summary>Stands in for the picture service.</summary>
    private sealed class Service(WebApplication app, List<string> asked) : IAsyncDisposable
    {
        public IReadOnlyList<string> Asked => asked;

        public Uri Address => new(app.Urls.First() + "/");

        public static async Task<Service> StartAsync(RequestDelegate answer)
        {
            var host = WebApplication.CreateSlimBuilder();
            host.Logging.ClearProviders();
            host.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
            var app = host.Build();
            var asked = new List<string>();
            app.Run(context =>
            {
                asked.Add(context.Request.Path + context.Request.QueryString);
                return answer(context);
            });
            await app.StartAsync();
            return new Service(app, asked);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
