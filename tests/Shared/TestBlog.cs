using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Testing;

/// <summary>A blog in memory under a clock that stands still. By default nothing is held.</summary>
internal sealed class TestBlog : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestBlog(ServiceProvider services, JumpingClock clock) => (_services, Clock) = (services, clock);

    public JumpingClock Clock { get; }

    public IServiceProvider Services => _services;

    public Blog Blog { get; private set; } = null!;

    public Author Editor { get; private set; } = null!;

    public Actor EditorActor => Actor.Author(Editor);

    public BlogService Blogs => Get<BlogService>();

    public PostService Posts => Get<PostService>();

    public AuthorService Authors => Get<AuthorService>();

    public TaxonomyService Taxonomy => Get<TaxonomyService>();

    public FooterService Footers => Get<FooterService>();

    public CommentService Comments => Get<CommentService>();

    public ModerationService Moderation => Get<ModerationService>();

    public ModerationLogService Log => Get<ModerationLogService>();

    public ThreadService Threads => Get<ThreadService>();

    public SearchService Search => Get<SearchService>();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<TestBlog> StartAsync(
        Action<BlogKitOptions>? configure = null,
        Action<BlogKitBuilder>? extend = null,
        Action<IServiceCollection>? before = null,
        IConfiguration? configuration = null)
    {
        var clock = new JumpingClock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        before?.Invoke(services);
        var kit = configuration is null
            ? services.AddBlogKit(options =>
            {
                options.Moderation.UsePreset(ModerationPreset.None);
                configure?.Invoke(options);
            })
            : services.AddBlogKit(configuration, configure);
        var builder = kit.AddModeration().UseInMemory();
        extend?.Invoke(builder);
        var blog = new TestBlog(services.BuildServiceProvider(), clock);
        await blog._services.PrepareBlogKitAsync();
        blog.Blog = (await blog.Blogs.CreateAsync(new NewBlog("test", "A test"), Actor.System)).Value;
        blog.Editor = await blog.AuthorAsync("Edith Editor", BlogRoles.Editor, "edith@example.org");
        return blog;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Author> AuthorAsync(string name, BlogRoles roles = BlogRoles.Author, string? email = null, BlogId? blogId = null) =>
        (await Authors.CreateAsync(new NewAuthor(blogId ?? Blog.Id, name) { Roles = roles, Email = email }, Actor.System)).Value;

    public async Task<Post> DraftAsync(
        string title = "A post", string markdown = "Some text.", Func<NewPost, NewPost>? with = null, Actor? actor = null)
    {
        var input = new NewPost(Blog.Id, title, markdown);
        return (await Posts.CreateAsync(with is null ? input : with(input), actor ?? EditorActor)).Value;
    }

    public async Task<Post> PublishAsync(
        string title = "A post", string markdown = "Some text.", Func<NewPost, NewPost>? with = null, Actor? actor = null)
    {
        var draft = await DraftAsync(title, markdown, with, actor);
        return (await Posts.PublishAsync(draft.BlogId, draft.Id, actor ?? EditorActor, draft.Version)).Value;
    }

    public Task<Result<SubmittedComment>> SubmitAsync(
        Post post, string text = "A comment.", CommentId? parent = null, Actor? actor = null, Func<NewComment, NewComment>? with = null)
    {
        var input = new NewComment(post.BlogId, post.Id, text) { Name = "Gus Guest", Email = "gus@example.org", ParentId = parent };
        return Comments.SubmitAsync(with is null ? input : with(input), actor ?? Actor.Anonymous);
    }

    public async Task<Comment> CommentAsync(
        Post post, string text = "A comment.", CommentId? parent = null, Actor? actor = null, Func<NewComment, NewComment>? with = null) =>
        (await SubmitAsync(post, text, parent, actor, with)).Value.Comment;

    public async Task<Comment> StoredAsync(CommentId id) =>
        await Get<ICommentStore>().FindAsync(Blog.Id, id, CancellationToken.None)
        ?? throw new InvalidOperationException("The comment is not there.");

    public async Task<int> CountShownAsync(Post post) => (await Threads.CountAsync(post.BlogId, post.Id)).Approved;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
