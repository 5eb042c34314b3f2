using BlogKit.Samples.Web.SampleBlog;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.Services
    .AddBlogKit(builder.Configuration.GetSection("BlogKit"))
    .UseSqlite(builder.Configuration.GetConnectionString("Blog") ?? "Data Source=blog.db")
    .AddHealthCheck()
    .AddWeb();

var app = builder.Build();

await app.Services.PrepareBlogKitAsync();
await app.Services.SeedSampleBlogAsync();

app.UseStaticFiles();
app.MapHealthChecks("/health");
app.MapGet("/", () => Results.Redirect("/blog"));
app.MapBlogKit("/blog");

await app.StartAsync();
foreach (var url in app.Urls)
{
    app.Logger.LogInformation("The blog is open at {Url}/blog (Ctrl+C closes it).", url);
}

await app.WaitForShutdownAsync();
