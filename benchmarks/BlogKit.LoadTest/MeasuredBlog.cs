using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.LoadTest;

/// <summary>
/// The blog that is measured: on a SQLite file with its default durability, without policies, so that taking a comment costs what storing
/// it costs.
/// </summary>
internal static class MeasuredBlog
{
    public const string Slug = "a-long-discussion";
    private const int Words = 45;

    public static BlogKitBuilder Add(IServiceCollection services, DirectoryInfo folder) => services
        .AddLogging(static logging => logging.ClearProviders())
        .AddBlogKit(static options => options.Moderation.UsePreset(ModerationPreset.None))
        .UseSqlite($"Data Source={Path.Combine(folder.FullName, "blog.db")}");

    /// <summary>Writes the post and its comments, each a root: a page shows 50.</summary>
    public static async Task SeedAsync(DirectoryInfo folder, int count, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        Add(services, folder);
        await using var provider = services.BuildServiceProvider();
        await provider.PrepareBlogKitAsync(cancellationToken);
        var blog = (await provider.GetRequiredService<BlogService>().CreateAsync(
            new NewBlog("default", "Measured"), Actor.System, cancellationToken)).Value!;
        var author = (await provider.GetRequiredService<AuthorService>().CreateAsync(
            new NewAuthor(blog.Id, "Writer") { Roles = BlogRoles.Administrator }, Actor.System, cancellationToken)).Value!;
        var posts = provider.GetRequiredService<PostService>();
        var draft = (await posts.CreateAsync(
            new NewPost(blog.Id, "A long discussion", string.Join("\n\n", Enumerable.Range(0, 8).Select(Text))),
            Actor.Author(author),
            cancellationToken)).Value!;
        await posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(author), draft.Version, cancellationToken);
        var comments = provider.GetRequiredService<CommentService>();
        for (var i = 0; i < count; i++)
        {
            await comments.SubmitAsync(Comment(draft, i), Actor.Guest($"the secret of guest number {i:D8}"), cancellationToken);
        }
    }

    public static NewComment Comment(Post post, int number) => new(post.BlogId, post.Id, Text(number))
    {
        Name = $"Reader {number % 97}",
        Email = $"reader{number}@example.org",
        RemoteAddress = "127.0.0.1",
        UserAgent = "BlogKit.LoadTest",
    };

    /// <summary>About 300 characters that differ from comment to comment.</summary>
    public static string Text(int number)
    {
        string[] words =
        [
            "honey", "of", "the", "hive", "in", "clover", "smoke", "and", "we", "saw", "bees", "long", "before", "winter", "came", "to",
            "hills",
        ];
        return string.Join(' ', Enumerable.Range(0, Words).Select(i => words[((number * 31) + (i * i * 7) + i) % words.Length]))
            + $" ({number}).";
    }
}
