using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.LoadTest;

/// <summary>Writes the posts and their comments through the services.</summary>
internal static class BlogSeed
{
    private const int Submitters = 32;

    public static async Task WriteAsync(
        DirectoryInfo folder, IEnumerable<MeasuredThread> threads, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        MeasuredBlog.Add(services, folder, ModerationPreset.None);
        await using var provider = services.BuildServiceProvider();
        await provider.PrepareBlogKitAsync(cancellationToken);
        var blog = (await provider.GetRequiredService<BlogService>().CreateAsync(
            new NewBlog("default", "Measured"), Actor.System, cancellationToken)).Value;
        var author = (await provider.GetRequiredService<AuthorService>().CreateAsync(
            new NewAuthor(blog.Id, "Writer") { Roles = BlogRoles.Administrator }, Actor.System, cancellationToken)).Value;
        var posts = provider.GetRequiredService<PostService>();
        foreach (var thread in threads)
        {
            var isLocked = thread == MeasuredThread.Locked;
            var post = new NewPost(blog.Id, thread.Title, thread.Text)
            {
                Slug = Slug.From(thread.Slug),
                Visibility = isLocked ? PostVisibility.Password : PostVisibility.Public,
                Password = isLocked ? "a password of the load test" : null,
            };
            var draft = (await posts.CreateAsync(post, Actor.Author(author), cancellationToken)).Value;
            await posts.PublishAsync(blog.Id, draft.Id, Actor.Author(author), draft.Version, cancellationToken);
            await WriteAsync(provider.GetRequiredService<CommentService>(), draft, thread, cancellationToken);
        }
    }

    // The roots one by one, so that they stand in their order; their replies by many at once, who share the commits.
    private static async Task WriteAsync(CommentService service, Post post, MeasuredThread thread, CancellationToken cancellationToken)
    {
        var ids = new CommentId[thread.Count];
        var roots = thread.Comments.Where(static c => c.Parent is null);
        foreach (var root in roots)
        {
            ids[root.Number] = await WriteAsync(service, post, root, null, cancellationToken);
        }

        var rootOf = 0;
        var replies = thread.Comments
            .Select(c => (Root: c.Parent is null ? rootOf = c.Number : rootOf, Comment: c))
            .Where(static c => c.Comment.Parent is not null)
            .GroupBy(static c => c.Root, static c => c.Comment)
            .ToArray();
        await Parallel.ForEachAsync(
            replies,
            new ParallelOptions { MaxDegreeOfParallelism = Submitters, CancellationToken = cancellationToken },
            async (group, token) =>
            {
                foreach (var reply in group)
                {
                    ids[reply.Number] = await WriteAsync(service, post, reply, ids[reply.Parent!.Value], token);
                }
            });
    }

    private static async Task<CommentId> WriteAsync(
        CommentService service, Post post, MeasuredComment comment, CommentId? parent, CancellationToken cancellationToken)
    {
        var result = await service.SubmitAsync(
            MeasuredBlog.NewComment(post, comment) with { ParentId = parent }, MeasuredBlog.Writer(comment), cancellationToken);
        return result.Succeeded
            ? result.Value.Comment.Id
            : throw new InvalidOperationException($"Comment {comment.Number} was not taken: {result.Error!.Code}.");
    }
}
