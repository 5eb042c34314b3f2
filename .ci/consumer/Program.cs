// A stranger's application: it knows the packages only, and checks what the README promises.
using BlogKit;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
var services = new ServiceCollection();
services.AddBlogKit(options => options.Moderation.Hold = HoldMode.None).AddModeration().UseSqlite($"Data Source={file}");
await using (var provider = services.BuildServiceProvider())
{
    await provider.PrepareBlogKitAsync();
    var blog = (await provider.GetRequiredService<BlogService>().CreateAsync(new NewBlog("default", "Notes"), Actor.System)).Value;
    var author = (await provider.GetRequiredService<AuthorService>().CreateAsync(new NewAuthor(blog.Id, "Ada Byron"), Actor.System)).Value;
    var posts = provider.GetRequiredService<PostService>();
    var draft = (await posts.CreateAsync(new NewPost(blog.Id, "Hello", "It *works*."), Actor.Author(author))).Value;
    var post = (await posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(author), draft.Version)).Value;

    var comments = provider.GetRequiredService<CommentService>();
    var question = (await comments.SubmitAsync(
        new NewComment(post.BlogId, post.Id, "Does it **thread**?") { Name = "Reader", Email = "reader@example.org" }, Actor.Anonymous)).Value;
    await comments.SubmitAsync(new NewComment(post.BlogId, post.Id, "It does.") { ParentId = question.Comment.Id }, Actor.Author(author));

    var page = (await provider.GetRequiredService<ThreadService>().ReadAsync(ThreadQuery.For(post))).Value;
    var found = (await provider.GetRequiredService<SearchService>().SearchAsync(new SearchRequest(blog.Id, "thread"))).Value;
    if (page is not { ShownComments: 2, Roots: [{ Replies: [{ Comment.IsPostAuthor: true }] }] } || found.Items is not [_])
    {
        Console.Error.WriteLine("The consumer did not get what it asked for.");
        return 1;
    }

    Console.WriteLine($"The consumer got {page.ShownComments} comments: {page.Roots[0].Comment!.Html}");
}

File.Delete(file);
return 0;
