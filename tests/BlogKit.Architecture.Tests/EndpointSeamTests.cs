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

    private static WebApplication Build(Action<IConfiguration> set)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        set(builder.Configuration);
        builder.Services.AddBlogKit().UseInMemory().AddWeb();
        builder.Services.AddSingleton<Notes>().AddSingleton<IBlogEndpoints, NoteEndpoints>();
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

    private sealed class NoteEndpoints : IBlogEndpoints
    {
        public string Call => "MapNotes";

        public void Map(BlogRoutes routes)
        {
            routes.Read<Notes>("/notes", static (_, request) => Notes.ShowAsync(request), "notes", new EndpointRule(CacheRule.Asked));
            routes.Write<Notes>(
                "/notes",
                static (_, request) => Notes.TakeAsync(request),
                "note",
                new EndpointRule(CacheRule.Change) { Limit = BlogKitRateLimits.Comment, Body = new BodyLimit(null, static _ => 4_096) });
        }
    }

    private sealed class Notes
    {
        public static Task ShowAsync(BlogRequest request) => request.Http.Response.WriteAsync(
            $"{request.Blog.Name} of {(request.Actor == Actor.Anonymous ? "nobody" : request.Actor.Name)} at {request.Links.Below("/notes")}",
            request.Aborted);

        public static async Task TakeAsync(BlogRequest request)
        {
            var (form, status) = await RequestBody.ReadFormAsync(request.Http);
            request.Http.Response.StatusCode = form is null ? status : StatusCodes.Status202Accepted;
        }
    }
}
