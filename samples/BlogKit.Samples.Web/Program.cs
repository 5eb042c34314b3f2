using BlogKit.Samples.Web.Accounts;
using BlogKit.Samples.Web.SampleBlog;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var blog = SampleDatabase.In(builder.Configuration);

builder.AddAccounts(blog);
builder.Services
    .AddBlogKit(builder.Configuration.GetSection("BlogKit"))
    .AddModeration()
    .UseSqlite(blog)
    .AddHealthCheck()
    .AddWeb(o => (o.SignInPath, o.AccountPath) = ("/account/login", "/account"))
    .AddOpenWeb()
    .AddRateLimits(o => builder.Configuration.GetSection("BlogKit:RateLimits").Bind(o))
    .AddClaimsUserResolver()
    .AddDeskPolicies();

var app = builder.Build();

await app.Services.PrepareBlogKitAsync();
await app.Services.SeedSampleBlogAsync();

app.UseStaticFiles(
    new StaticFileOptions { OnPrepareResponse = static file => file.Context.Response.Headers.XContentTypeOptions = "nosniff" });
app.MapHealthChecks("/health");
app.MapGet("/", () => Results.Redirect("/blog"));
app.MapAccounts();
app.MapBlogKit("/blog");

await app.StartAsync();
foreach (var url in app.Urls)
{
    app.Logger.LogInformation("The blog is open at {Url}/blog (Ctrl+C closes it).", url);
}

app.AnnounceSetUp();
await app.WaitForShutdownAsync();
