using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.Browser.Tests;

/// <summary>
/// A small application in this process with a blog that moved in from another system, and readers who follow its old addresses.
/// </summary>
internal sealed class MovedSite : IAsyncDisposable
{
    public const string OldAddressOfPost = "/2009/05/high-water/";
    private const string Source = "wordpress:old.example";
    private readonly WebApplication _app;
    private long _import;

    private MovedSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public Post Post { get; private set; } = null!;

    public static async Task<MovedSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddBlogKit(static o =>
            {
                o.Moderation.UsePreset(ModerationPreset.None);
                o.Moderation.Hold = HoldMode.None;
                o.Threads.RootsPerPage = 8;
            })
            .UseInMemory()
            .AddWeb();
        var app = builder.Build();
        app.UseBlogKitRedirects();
        app.MapBlogKit("/blog");
        await app.Services.PrepareBlogKitAsync();
        var site = new MovedSite(app);
        await site.MoveInAsync();
        await app.StartAsync();
        return site;
    }

    /// <summary>A comment as it came from the old system, where it had a number.</summary>
    public async Task<CommentId> CommentAsync(string number, string text)
    {
        var comment = (await Get<CommentService>().SubmitAsync(
            new NewComment(Post.BlogId, Post.Id, text) { Name = "Ines", Email = "ines@readers.example.org" },
            Actor.Guest("a secret of more than enough length " + number))).Value.Comment;
        await SaveOriginAsync(OriginKind.Comment, number, comment.Id.Value);
        return comment.Id;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private async Task MoveInAsync()
    {
        var blog = (await Get<BlogService>().CreateAsync(new NewBlog("default", "Notes from the Hive"), Actor.System)).Value;
        var author = (await Get<AuthorService>().CreateAsync(new NewAuthor(blog.Id, "Ada Keeper"), Actor.System)).Value;
        var draft = (await Get<PostService>().CreateAsync(
            new NewPost(blog.Id, "High Water", "The river stood at the hives.") { AuthorIds = [author.Id] }, Actor.System)).Value;
        Post = (await Get<PostService>().PublishAsync(blog.Id, draft.Id, Actor.System, draft.Version)).Value;
        _import = (await Get<IOriginStore>().BeginImportAsync(
            new NewImport { BlogId = blog.Id, Source = Source, StartedBy = ActorKey.System, StartedAt = DateTimeOffset.UnixEpoch },
            default))!.Number;
        await SaveOriginAsync(OriginKind.Post, "12", Post.Id.Value);
        (await Get<RedirectService>().SaveManyAsync(
            blog.Id,
            [
                new Redirect
                {
                    BlogId = blog.Id,
                    From = OldAddress.Parse(OldAddressOfPost),
                    To = RedirectTarget.OfPost(Post.Id),
                    CreatedAt = DateTimeOffset.UnixEpoch,
                },
            ],
            Actor.System)).EnsureSucceeded();
    }

    private async Task SaveOriginAsync(OriginKind kind, string originalId, Guid itemId) =>
        (await Get<IOriginStore>().SaveOriginsAsync(
            Post.BlogId,
            [
                new Origin
                {
                    BlogId = Post.BlogId,
                    Source = Source,
                    Kind = kind,
                    OriginalId = originalId,
                    ItemId = itemId,
                    ContentHash = "x",
                    ItemVersion = 1,
                    ImportNumber = _import,
                    LastImportNumber = _import,
                    ImportedAt = DateTimeOffset.UnixEpoch,
                },
            ],
            default)).Should().Be(SaveOutcome.Saved);
}
