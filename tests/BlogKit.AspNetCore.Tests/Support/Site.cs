using System.Collections.Concurrent;
using System.Security.Claims;
using BlogKit.Moderation;
using BlogKit.OpenWeb;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A host with a blog, on a real Kestrel and a free port. The header X-User stands for the application's own sign-in.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string AuthorEmail = "canary.keeper@example.org";
    public const string AuthorUser = "user-of-the-keeper";

    private readonly WebApplication _app;
    private readonly ConcurrentBag<Browser> _browsers = [];

    private Site(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public Blog Blog { get; private set; } = null!;

    public Author Author { get; private set; } = null!;

    public Post Post { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public PostService Posts => Get<PostService>();

    public CommentService Comments => Get<CommentService>();

    public ModerationService Moderation => Get<ModerationService>();

    public static async Task<Site> StartAsync(
        HoldMode hold = HoldMode.None,
        Action<BlogKitOptions>? options = null,
        Action<BlogKitBuilder>? builder = null,
        Action<WebApplication>? map = null,
        Action<BlogKitWebOptions>? web = null,
        Action<OpenWebOptions>? openWeb = null,
        string? database = null,
        bool desk = false,
        StoreGate? gate = null,
        ILoggerProvider? log = null,
        bool limited = false)
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Logging.ClearProviders();
        if (log is not null)
        {
            host.Logging.AddProvider(log);
        }

        host.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var kit = host.Services.AddBlogKit(o =>
        {
            o.Moderation.UsePreset(ModerationPreset.None);
            o.Moderation.Hold = hold;
            options?.Invoke(o);
        });
        _ = database is null ? kit.UseInMemory() : kit.UseSqlite($"Data Source={database}");
        kit.AddModeration().AddWeb(web).AddOpenWeb(openWeb).AddClaimsUserResolver();
        if (!limited)
        {
            // Tests send faster, and more, than people do.
            kit.AddRateLimits(static o => o.Enabled = false);
        }

        if (desk)
        {
            kit.AddDeskPolicies();
            host.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderScheme>("Test", null);
        }

        builder?.Invoke(kit);
        gate ??= StoreGate.IsYieldingRun ? StoreGate.Yielding : null;
        gate?.StandBefore(host.Services);
        var app = host.Build();
        app.Use((context, next) =>
        {
            if (context.Request.Headers["X-User"] is [{ } user, ..] && user.Split('|') is [var key, var name])
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity(
                    [new(ClaimTypes.NameIdentifier, key), new(ClaimTypes.Name, name), new(ClaimTypes.Email, "canary.user@example.org")],
                    "Test"));
            }

            return next(context);
        });
        if (desk)
        {
            app.UseAuthorization();
        }

        if (map is null)
        {
            app.MapBlogKit("/blog");
        }
        else
        {
            map(app);
        }

        await app.Services.PrepareBlogKitAsync();
        var site = new Site(app);
        site.Blog = (await site.Get<BlogService>().CreateAsync(new NewBlog("default", "Notes from the Hive"), Actor.System)).Value;
        site.Author = (await site.Get<AuthorService>().CreateAsync(
            new NewAuthor(site.Blog.Id, "Ada Keeper")
            {
                Email = AuthorEmail,
                UserKey = AuthorUser,
                Credentials = "Beekeeper, M.Sc.",
                BioMarkdown = "Keeps *bees*.",
                Links = [new AuthorLink("Code", new Uri("https://code.example.org/ada"))],
                Roles = BlogRoles.Administrator,
            },
            Actor.System)).Value;
        site.Post = await site.PublishAsync(new NewPost(site.Blog.Id, "Open for Talk (and More)", "The *text* of the post."));
        await app.StartAsync();
        site.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return site;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Opens a browser, which is closed with the site.</summary>
    public Browser Browse(string? user = null)
    {
        var browser = new Browser(Address, user);
        _browsers.Add(browser);
        return browser;
    }

    public async Task<Post> PublishAsync(NewPost post)
    {
        var draft = (await Posts.CreateAsync(post with { AuthorIds = [Author.Id] }, Actor.Author(Author))).Value;
        return (await Posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(Author), draft.Version)).Value;
    }

    public async Task<Comment> CommentAsync(
        string name, string text, CommentId? parent = null, Post? post = null, Actor? actor = null, string? displayName = null)
    {
        var comment = (await Comments.SubmitAsync(
            new NewComment(Blog.Id, (post ?? Post).Id, text)
            {
                Name = name,
                Email = $"canary.{name.Replace(' ', '.').ToLowerInvariant()}@example.org",
                ParentId = parent,
                DisplayName = displayName,
                RemoteAddress = "203.0.113.77",
                UserAgent = "CanaryAgent/1",
            },
            actor ?? Actor.Guest("a secret of more than enough length " + name))).Value.Comment;
        return comment.Status is CommentStatus.Approved
            ? comment
            : (await Moderation.ApproveAsync(comment.BlogId, comment.Id, Actor.System)).Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers)
        {
            browser.Dispose();
        }

        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
