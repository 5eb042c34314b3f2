using BlogKit;

// A blog to look at, and no e-mail address for a name.
internal static class Seed
{
    public static async Task CreateAsync(IServiceProvider services)
    {
        await services.PrepareBlogKitAsync();
        var blogs = services.GetRequiredService<BlogService>();
        if ((await blogs.GetByKeyAsync("default")).Succeeded)
        {
            return;
        }

        var blog = (await blogs.CreateAsync(new NewBlog("default", "Our blog"), Actor.System)).Value;
        var author = (await services.GetRequiredService<AuthorService>().CreateAsync(new NewAuthor(blog.Id, "Ada Byron"), Actor.System)).Value;
        var posts = services.GetRequiredService<PostService>();
        var draft = (await posts.CreateAsync(new NewPost(blog.Id, "Hello", "With `code`, a [link](https://example.org/) and lists:\n\n- one\n- two\n\n## First\n\nText.\n\n## Second\n\nText.\n\n## Third\n\nText."), Actor.Author(author))).Value;
        var post = (await posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(author), draft.Version)).Value;
        var comments = services.GetRequiredService<CommentService>();
        var first = (await comments.SubmitAsync(new NewComment(post.BlogId, post.Id, "A first comment, with a [link](https://example.org/) and `code`.") { Name = "Max", Email = "max@example.org" }, Actor.System)).Value;
        await comments.SubmitAsync(new NewComment(post.BlogId, post.Id, "And an answer.") { ParentId = first.Comment.Id }, Actor.Author(author));
    }
}
