using System.Globalization;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Benchmarks;

/// <summary>A whole BlogKit on a SQLite file in a temporary folder, with one open post, taking comments by a thousand guests.</summary>
public sealed class CommentIntake : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-bench-").FullName;
    private readonly ServiceProvider _provider;
    private readonly CommentService _comments;
    private readonly Post _post;
    private int _last;

    public CommentIntake(SqliteSynchronous synchronous, bool leavesChanges = true)
    {
        var services = new ServiceCollection();
        services.AddBlogKit(options => options.Moderation.UsePreset(ModerationPreset.None))
            .UseSqlite(
                $"Data Source={Path.Combine(_folder, "blog.db")}",
                options =>
                {
                    options.Synchronous = synchronous;
                    options.LeavesChanges = leavesChanges;
                });
        _provider = services.BuildServiceProvider();
        _post = PrepareAsync().GetAwaiter().GetResult();
        _comments = _provider.GetRequiredService<CommentService>();
    }

    public async Task SubmitAsync(string text)
    {
        var number = Interlocked.Increment(ref _last);
        var guest = (number % 1000).ToString(CultureInfo.InvariantCulture);
        var result = await _comments.SubmitAsync(
            new NewComment(_post.BlogId, _post.Id, text)
            {
                Name = "Guest " + guest,
                Email = "guest" + guest + "@hive.example",
                IdempotencyKey = number.ToString(CultureInfo.InvariantCulture),
                RemoteAddress = "192.0.2.7",
                UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            },
            Actor.Anonymous);
        if (!result.Succeeded || result.Value.Replayed)
        {
            throw new InvalidOperationException("The comment was not taken: " + result.Error?.Message);
        }
    }

    public void Dispose()
    {
        _provider.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Post> PrepareAsync()
    {
        await _provider.PrepareBlogKitAsync();
        var blog = (await _provider.GetRequiredService<BlogService>().CreateAsync(new NewBlog("hive", "Hive"), Actor.System)).Value;
        var author = (await _provider.GetRequiredService<AuthorService>().CreateAsync(
            new NewAuthor(blog.Id, "Ida Comb"), Actor.System)).Value;
        var posts = _provider.GetRequiredService<PostService>();
        var draft = (await posts.CreateAsync(new NewPost(blog.Id, "What the hive says", "Listen."), Actor.Author(author))).Value;
        return (await posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(author), draft.Version)).Value;
    }
}
