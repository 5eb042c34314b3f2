using BlogKit.Moderation;

namespace BlogKit.Samples.Console;

/// <summary>A post and what people say under it.</summary>
internal sealed class Discussion(
    BlogService blogs,
    AuthorService authors,
    PostService posts,
    CommentService comments,
    ModerationService moderation,
    ModerationQueueService queue,
    ThreadService threads)
{
    /// <summary>The blog's newest post; the first time, one is written and talked about.</summary>
    public async Task<Post> OpenAsync()
    {
        if (await blogs.GetByKeyAsync("default") is not { Succeeded: true, Value: var blog })
        {
            return await BeginAsync();
        }

        var newest = (await posts.ListAsync(new PostListQuery(blog.Id) { Size = 1 })).Value.Items[0];
        return (await posts.GetAsync(newest.BlogId, newest.Id, Actor.System)).Value;
    }

    public async Task PrintThreadAsync(Post post, TextWriter output)
    {
        var page = (await threads.ReadAsync(ThreadQuery.For(post))).Value;
        await output.WriteLineAsync($"{page.ShownComments} comments");
        foreach (var root in page.Roots)
        {
            await PrintAsync(root);
        }

        async Task PrintAsync(ThreadNode node)
        {
            var said = node.Comment is { } comment ? $"{comment.Name}: {comment.Html.Trim()}" : "(taken down)";
            await output.WriteLineAsync(
                $"{new string(' ', 2 * (node.Level - 1))}{(node.Number is { } number ? $"{number}." : "-")} {said}");
            foreach (var reply in node.Replies)
            {
                await PrintAsync(reply);
            }
        }
    }

    /// <summary>What waits for a moderator, each with the reason.</summary>
    public async Task PrintQueueAsync(BlogId blog, TextWriter output)
    {
        foreach (var (comment, _, _) in (await queue.ListAsync(new QueueFilter(blog), Actor.System)).Value.Items)
        {
            await output.WriteLineAsync($"waits: {comment.By.Name}: {comment.PlainText}\n       {comment.Explanation}");
        }
    }

    // GetValue is for code that knows it cannot fail. Everywhere else, look at the result: expected failures are values.
    private async Task<Post> BeginAsync()
    {
        var blog = (await blogs.CreateAsync(new NewBlog("default", "Notes from a Shed"), Actor.System)).Value;
        var ada = (await authors.CreateAsync(new NewAuthor(blog.Id, "Ada Byron"), Actor.System)).Value;
        var draft = (await posts.CreateAsync(new NewPost(blog.Id, "On Hinges", "They *turn*."), Actor.Author(ada))).Value;
        var post = (await posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(ada), draft.Version)).Value;

        // A first comment waits until somebody has read it; those of authors do not.
        var first = await SayAsync(post, "Max", "Mine *squeak*.");
        await moderation.ApproveAsync(first.BlogId, first.Id, Actor.System);
        await comments.SubmitAsync(new NewComment(post.BlogId, post.Id, "A drop of oil.") { ParentId = first.Id }, Actor.Author(ada));
        await SayAsync(post, "Eva", "Which oil do you take?");
        await SayAsync(post, "Roy", "You are an idiot, and your hinges are stupid.");
        return post;
    }

    private async Task<Comment> SayAsync(Post post, string name, string text) =>
        (await comments.SubmitAsync(
            new NewComment(post.BlogId, post.Id, text) { Name = name, Email = $"{name}@example.org" }, Actor.Anonymous)).Value.Comment;
}
