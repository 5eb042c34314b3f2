using BlogKit;

var builder = WebApplication.CreateBuilder(args);
builder.Services
    .AddBlogKit(builder.Configuration.GetSection("BlogKit"))
    .AddModeration()
    .UseSqlite(builder.Configuration.GetConnectionString("Blog") ?? "Data Source=blog.db")
    .AddHealthCheck()
    .AddWeb();

var app = builder.Build();

// Creates the database, or brings an older one forward.
await app.Services.PrepareBlogKitAsync();

// The first start creates the blog and its author; what they are called is in the database from then on.
var blogs = app.Services.GetRequiredService<BlogService>();
if (!(await blogs.GetByKeyAsync("default")).Succeeded)
{
    var first = builder.Configuration.GetRequiredSection("Blog");
    var blog = (await blogs.CreateAsync(new NewBlog("default", first["Title"]!), Actor.System)).Value;
    blog = (await blogs.UpdateAsync(blog with { Language = first["Language"]! }, Actor.System)).Value;
    var author = new NewAuthor(blog.Id, first["Author"]!) { Roles = BlogRoles.Author | BlogRoles.Administrator };
    (await app.Services.GetRequiredService<AuthorService>().CreateAsync(author, Actor.System)).EnsureSucceeded();
}

app.MapHealthChecks("/health");
app.MapGet("/", () => Results.Redirect("/blog"));
app.MapBlogKit("/blog");
app.Run();
