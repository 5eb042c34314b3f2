using System.Net;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.Architecture;

/// <summary>
/// Endpoints of others, inside a blog's mount, made of what is public alone: no package shows its internals to these tests.
/// </summary>
public sealed class EndpointSeamTests
{
    private static readonly EndpointRule s_rule =
        new(CacheRule.Change) { Limit = BlogKitRateLimits.Comment, Body = new BodyLimit(null, static _ => 4_096) };

    [Fact]
    public async Task An_endpoint_of_others_is_mapped_with_the_blog_and_gets_the_opened_request()
    {
        await using var app = Build(static _ => { });
        app.MapBlogKit("/blog");
        using var client = await StartAsync(app);

        (await client.GetStringAsync(new Uri("/blog/notes", UriKind.Relative))).Should().Be("Notes of nobody at /blog/notes");
        (await SendAsync(client, "hello")).Should().Be(HttpStatusCode.Accepted);
        (await SendAsync(client, new string('a', 5_000))).Should()
            .Be(HttpStatusCode.RequestEntityTooLarge, "the rule of the endpoint says how much it takes");
    }

    [Fact]
    public async Task It_is_mapped_alone_too_and_not_called_for_a_blog_that_there_is_not()
    {
        await using var app = Build(static _ => { });
        app.MapBlogKitEndpoints<NoteEndpoints>("/blog");
        app.MapBlogKitEndpoints<NoteEndpoints>("/other", static o => o.BlogKey = "other");
        using var client = await StartAsync(app);

        (await client.GetAsync(new Uri("/blog/notes", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync(new Uri("/other/notes", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_one_too_many_is_refused_without_a_word_of_the_endpoint()
    {
        await using var app = Build(static _ => { }, static kit => kit.AddRateLimits(static limits => limits.Comment = 1));
        app.MapBlogKit("/blog");
        using var client = await StartAsync(app);

        (await SendAsync(client, "one")).Should().Be(HttpStatusCode.Accepted);
        (await SendAsync(client, "two")).Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Whoever_says_nothing_of_a_body_reads_none()
    {
        await using var app = Build(static _ => { }, rule: new EndpointRule(CacheRule.Change));
        app.MapBlogKit("/blog");
        using var client = await StartAsync(app);

        (await SendAsync(client, "hello")).Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void A_limit_that_there_is_not_stops_the_start_and_is_named()
    {
        var app = Build(static _ => { }, rule: new EndpointRule(CacheRule.Change) { Limit = "notes" });

        var act = () => app.MapBlogKit("/blog");

        act.Should().Throw<InvalidOperationException>().WithMessage($"There is no rate limit 'notes'*{BlogKitRateLimits.Comment}*");
    }

    [Fact]
    public void The_same_is_not_mapped_twice_and_the_message_names_its_call()
    {
        var app = Build(static _ => { });
        app.MapBlogKit("/blog");

        var act = () => app.MapBlogKitEndpoints<NoteEndpoints>("/blog");

        act.Should().Throw<InvalidOperationException>().WithMessage("MapNotes was called twice*");
    }

    [Fact]
    public void Settings_of_the_open_web_that_nothing_reads_stop_the_start()
    {
        var app = Build(static settings => settings["BlogKit:Web:OpenWeb:ReceiveWebmentions"] = "true");

        var act = () => app.MapBlogKit("/blog");

        act.Should().Throw<InvalidOperationException>().WithMessage("*BlogKit:Web:OpenWeb*AddOpenWeb*");
    }

    private static WebApplication Build(Action<IConfiguration> set, Action<BlogKitBuilder>? extend = null, EndpointRule? rule = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        set(builder.Configuration);
        var kit = builder.Services.AddBlogKit().UseInMemory().AddWeb();
        extend?.Invoke(kit);
        builder.Services.AddSingleton<Notes>().AddSingleton<IBlogEndpoints>(new NoteEndpoints(rule ?? s_rule));
        return builder.Build();
    }

    private static async Task<HttpClient> StartAsync(WebApplication app)
    {
        await app.Services.PrepareBlogKitAsync();
        (await app.Services.GetRequiredService<BlogService>().CreateAsync(new NewBlog("default", "Notes"), Actor.System)).EnsureSucceeded();
        await app.StartAsync();
        return new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string text)
    {
        using var form = new FormUrlEncodedContent([new("text", text)]);
        return (await client.PostAsync(new Uri("/blog/notes", UriKind.Relative), form)).StatusCode;
    }

    private sealed class NoteEndpoints(EndpointRule rule) : IBlogEndpoints
    {
        public string Call => "MapNotes";

        public void Map(BlogRoutes routes)
        {
            routes.MapRead<Notes>("/notes", static (_, request) => Notes.ShowAsync(request), "notes", new EndpointRule(CacheRule.Asked));
            routes.MapWrite<Notes>(
                "/notes",
                static (_, request) => Notes.TakeAsync(request),
                "note",
                rule);
        }
    }

    private sealed class Notes
    {
        public static Task ShowAsync(BlogRequest request) => request.Http.Response.WriteAsync(
            $"{request.Blog.Name} of {(request.Actor == Actor.Anonymous ? "nobody" : request.Actor.Name)} at "
                + $"{request.Links.Below("/notes")}",
            request.Aborted);

        public static async Task TakeAsync(BlogRequest request)
        {
            var (form, status) = await RequestBody.ReadFormAsync(request.Http);
            request.Http.Response.StatusCode = form is null ? status : StatusCodes.Status202Accepted;
        }
    }
}
