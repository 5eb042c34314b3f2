using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.OpenWeb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// A site with everything switched on, on an SQLite file: which of its routes were reached, what it logged as an error, what its pages'
/// forms hold.
/// </summary>
internal sealed class FuzzSite : IAsyncDisposable
{
    public const string Owner = Tests.Site.AuthorUser + "|Ada Keeper";
    private const string Password = "open sesame";
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, int> _reached = new(StringComparer.Ordinal);
    private readonly FakeLoggerProvider _log = new();
    private int _fresh;

    private FuzzSite(string folder) => _folder = folder;

    public Site Site { get; private set; } = null!;

    public IReadOnlyDictionary<string, int> Reached => _reached;

    /// <summary>What was logged as an error since it was last asked.</summary>
    public IReadOnlyList<string> TakeErrors() => _log.Collector.At(LogLevel.Error, clear: true);

    public IReadOnlyList<RouteEndpoint> Routes { get; private set; } = [];

    /// <summary>Values of route parameters that exist.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    /// <summary>Addresses of posts: public, behind a password, and a draft's.</summary>
    public IReadOnlyList<string> Slugs { get; private set; } = [];

    public IReadOnlyList<string> PostIds { get; private set; } = [];

    public IReadOnlyList<string> CommentIds { get; private set; } = [];

    /// <summary>Where a form of some page leads, and its fields as the owner or a guest was given them.</summary>
    public IReadOnlyList<FuzzForm> Forms { get; private set; } = [];

    public IReadOnlyList<Browser> People { get; private set; } = [];

    public static async Task<FuzzSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-fuzz-").FullName;
        var fuzz = new FuzzSite(folder);
        fuzz.Site = await Site.StartAsync(
            builder: kit =>
            {
                kit.Services.AddSingleton<IMetaWeblogAuthenticator, Names>();
                kit.Services.AddSingleton<ILoggerProvider>(fuzz._log);
            },
            map: fuzz.Map,
            web: o =>
            {
                o.Media.Folder = Path.Combine(folder, "media");
                o.Media.MaximumPerDay = 100_000;
                o.EmbedOrigins.Add("https://elsewhere.example");
                o.SignInPath = "/sign-in";
            },
            openWeb: static o => o.ReceiveWebmentions = true,
            database: Path.Combine(folder, "blog.db"),
            desk: true);
        fuzz.Routes =
        [
            .. fuzz.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .OfType<RouteEndpoint>()
                .Where(static e => e.Metadata.GetMetadata<BlogMount>() is not null)
                .OrderBy(static e => e.DisplayName, StringComparer.Ordinal)
                .ThenBy(static e => e.RoutePattern.RawText, StringComparer.Ordinal),
        ];
        await fuzz.Site.Get<AuthorService>().CreateAsync(
            new NewAuthor(fuzz.Site.Blog.Id, "Wim Writer") { UserKey = "writer", Roles = BlogRoles.Author }, Actor.System);
        await fuzz.Site.Get<TaxonomyService>().CreateCategoryAsync(new NewCategory(fuzz.Site.Blog.Id, "Bees"), Actor.System);
        fuzz.People =
        [
            fuzz.Site.Browse(),
            fuzz.Site.Browse(),
            fuzz.Site.Browse("reader|Rita Reader"),
            fuzz.Site.Browse("writer|Wim Writer"),
            fuzz.Site.Browse(Owner),
        ];
        await fuzz.RefreshAsync();
        return fuzz;
    }

    public static string NameOf(RouteEndpoint route) =>
        $"{route.DisplayName} {string.Join(',', route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"])} "
        + $"{route.RoutePattern.RawText}";

    /// <summary>Makes new things for what was deleted meanwhile, and reads the forms of pages anew.</summary>
    public async Task RefreshAsync()
    {
        var number = ++_fresh;
        var post = await Site.PublishAsync(
            new NewPost(Site.Blog.Id, $"Fresh {number}", $"Some *text* {number}.\n\n<!--more-->\n\n## More\n\n![a](/p.png)")
            {
                Tags = ["Honey", "Wax"],
            });
        var locked = await Site.PublishAsync(
            new NewPost(Site.Blog.Id, $"Locked {number}", "Secret.") { Visibility = PostVisibility.Password, Password = Password });
        var draft = (await Site.Posts.CreateAsync(
            new NewPost(Site.Blog.Id, $"Draft {number}", "Not yet.") { AuthorIds = [Site.Author.Id] }, Actor.Author(Site.Author))).Value;
        var root = await Site.CommentAsync("Max", "First @Ada", post: post);
        var reply = await Site.CommentAsync("Eve", "Second", parent: root.Id, post: post);
        var tombstone = await Site.CommentAsync("Tom", "Third", post: post);
        await Site.CommentAsync("Tim", "Fourth", parent: tombstone.Id, post: post);
        await Site.Moderation.TrashAsync(tombstone.BlogId, tombstone.Id, Actor.System);
        Slugs = [post.Slug.Value, post.Slug.Value, locked.Slug.Value, draft.Slug.Value];
        PostIds = [post.Id.ToString(), post.Id.ToString(), locked.Id.ToString(), draft.Id.ToString()];
        CommentIds = [root.Id.ToString(), reply.Id.ToString(), tombstone.Id.ToString()];
        Known = [.. Slugs, .. PostIds, .. CommentIds, "honey", "bees", "ada-keeper", "2026", "11", "1", "blogkit.css", "blogkit.js", "up"];
        var forms = new List<FuzzForm>();
        foreach (var person in (Browser[])[People[1], People[^1]])
        {
            foreach (var path in (string[])
                [
                    "/blog",
                    "/blog/search",
                    $"/blog/{post.Slug}",
                    $"/blog/{post.Slug}?replyTo={root.Id}",
                    $"/blog/{locked.Slug}",
                    $"/blog/comments/{root.Id}/more",
                    $"/blog/comments/{reply.Id}/flag",
                    $"/blog/embed/{post.Slug}",
                    $"/blog/comments/{root.Id}/edit",
                    "/blog/desk",
                    "/blog/desk/comments",
                    $"/blog/desk/comments/{reply.Id}",
                    $"/blog/desk/comments/{reply.Id}/purge",
                    "/blog/desk/bans",
                    "/blog/desk/policies",
                    "/blog/desk/posts",
                    "/blog/desk/posts/new",
                    $"/blog/desk/posts/{draft.Id}",
                    $"/blog/desk/posts/{post.Id}",
                    $"/blog/desk/posts/{draft.Id}/delete",
                    $"/blog/desk/posts/{post.Id}/revisions",
                    "/blog/desk/media",
                ])
            {
                var page = await person.GetAsync(path);
                forms.AddRange(page.Html.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Select(form => new FuzzForm(
                    person, new Uri(new Uri(Site.Address, path), form.GetAttribute("action") ?? path).PathAndQuery, Fields(form))));
            }
        }

        Forms = forms;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in People)
        {
            person.Dispose();
        }

        await Site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll("input[name], textarea[name], select[name], button[name]")
            .Select(static e => KeyValuePair.Create(e.GetAttribute("name")!, e switch
            {
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => e.GetAttribute("value") ?? "",
            })),
    ];

    private void Map(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is RouteEndpoint route)
            {
                _reached.AddOrUpdate(NameOf(route), 1, static (_, count) => count + 1);
            }

            return next(context);
        });
        app.MapBlogKit("/blog");
    }

    private sealed class Names : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult(password == "secret" ? Tests.Site.AuthorUser : null);
    }
}
