using BlogKit.Moderation;
using BlogKit.Storage;
using BlogKit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Akismet.Tests;

/// <summary>A blog in memory with a post, whose comments are checked by the stand-in.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Site(ServiceProvider services, AkismetServer server) => (_services, Server) = (services, server);

    public AkismetServer Server { get; }

    public Blog Blog { get; private set; } = null!;

    public Post Post { get; private set; } = null!;

    public AkismetClient Client => _services.GetRequiredService<AkismetClient>();

    public AkismetTeacher Teacher => _services.GetRequiredService<AkismetTeacher>();

    public IModerationPolicy Policy => _services.GetServices<IModerationPolicy>().Single(p => p.Name == "akismet");

    public static async Task<Site> StartAsync(
        Action<AkismetOptions>? configure = null, Uri? baseUrl = null, Action<IServiceCollection>? extend = null)
    {
        var server = await AkismetServer.StartAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new JumpingClock());
        services.AddBlogKit().UseInMemory().AddAkismet(options =>
        {
            options.ApiKey = AkismetServer.Key;
            options.Blog = new Uri("https://front.example/blog/");
            options.Endpoint = server.Address;
            options.Timeout = TimeSpan.FromSeconds(30);
            configure?.Invoke(options);
        });
        extend?.Invoke(services);
        var site = new Site(services.BuildServiceProvider(), server);
        await site._services.PrepareBlogKitAsync();
        var blog = (await site._services.GetRequiredService<BlogService>().CreateAsync(new NewBlog("test", "A test"), Actor.System)).Value;
        var store = site._services.GetRequiredService<IBlogStore>();
        await store.SaveAsync(blog with { BaseUrl = baseUrl, Language = "fr-CA" }, default);
        site.Blog = (await store.FindAsync(blog.Id, default))!;
        var author = (await site._services.GetRequiredService<AuthorService>().CreateAsync(
            new NewAuthor(blog.Id, "Edith Editor") { Roles = BlogRoles.Editor }, Actor.System)).Value;
        var posts = site._services.GetRequiredService<PostService>();
        var draft = (await posts.CreateAsync(new NewPost(blog.Id, "蜂", "Some text."), Actor.Author(author))).Value;
        site.Post = (await posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(author), draft.Version)).Value;
        return site;
    }

    public Comment Comment(
        string text = "A comment with a [link](https://elsewhere.example/).", string name = "Gus Guest", string? email = "gus@example.org")
    {
        var id = new CommentId(Guid.CreateVersion7());
        return new Comment
        {
            Id = id,
            BlogId = Blog.Id,
            PostId = Post.Id,
            RootId = id,
            By = new Commenter { Name = name, Email = email, Url = new Uri("https://gus.example/") },
            Markdown = text,
            Html = "",
            PlainText = text,
            RendererVersion = 1,
            Decision = new ModerationDecision
            {
                Outcome = ModerationOutcome.Approve,
                Findings = [],
                DecidedAt = DateTimeOffset.UnixEpoch,
            },
            RemoteAddress = "203.0.113.77",
            UserAgent = "Mozilla/5.0 (Test)",
            CreatedAt = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)),
        };
    }

    public ModerationContext Context(Comment comment, Actor? actor = null) => new()
    {
        Comment = comment,
        Post = new PostFacts
        {
            Id = Post.Id,
            BlogId = Blog.Id,
            Slug = Post.Slug,
            Title = Post.Title,
            Status = Post.Status,
            Visibility = Post.Visibility,
            PublishedAt = Post.PublishedAt,
            Comments = new CommentSettings(),
            AuthorIds = Post.AuthorIds,
            ShownComments = 0,
            Language = Blog.Language,
        },
        Parent = null,
        History = CommenterHistory.None,
        Links = [],
        Actor = actor ?? Actor.Anonymous,
    };

    public async Task<ModerationFinding?> JudgeAsync(Comment comment, Actor? actor = null, bool isEdit = false) =>
        await Policy.EvaluateAsync(Context(comment, actor) with { IsEdit = isEdit }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
