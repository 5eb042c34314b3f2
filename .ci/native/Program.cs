// A stranger's application that is compiled to native code: it knows the packages only.
using BlogKit;
using BlogKit.Moderation;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services
    .AddBlogKit(builder.Configuration.GetSection("BlogKit"), options => options.Moderation.Hold = HoldMode.None)
    .AddModeration()
    .UseSqlite(builder.Configuration.GetConnectionString("Blog") ?? "Data Source=blog.db")
    .AddWeb();

var app = builder.Build();
await app.Services.PrepareBlogKitAsync();

var blogs = app.Services.GetRequiredService<BlogService>();
if (!(await blogs.GetByKeyAsync("default")).Succeeded)
{
    var blog = (await blogs.CreateAsync(new NewBlog("default", "Notes"), Actor.System)).Value;
    var author = (await app.Services.GetRequiredService<AuthorService>().CreateAsync(new NewAuthor(blog.Id, "Ada Byron"), Actor.System)).Value;
    var posts = app.Services.GetRequiredService<PostService>();
    var draft = (await posts.CreateAsync(new NewPost(blog.Id, "Hello", "It *runs*."), Actor.Author(author))).Value;
    (await posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(author), draft.Version)).EnsureSucceeded();
}

// The groups of a reader's blog.
app.MapBlogKitPages("/blog");
app.MapBlogKitApi("/blog");
app.MapBlogKitFeeds("/blog");
app.MapBlogKitSitemap("/blog");
app.Run();
