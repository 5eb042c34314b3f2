var builder = WebApplication.CreateBuilder(args);

// Add services to the container.
builder.Services.AddRazorPages();
builder.Services.AddBlogKit().AddModeration() // the blog
    .UseSqlite(builder.Configuration.GetConnectionString("Blog") ?? "Data Source=blog.db") // the blog
    .AddWeb().UseLayout("/Pages/Shared/_Layout.cshtml"); // the blog

var app = builder.Build();

await app.Services.PrepareBlogKitAsync(); // the blog
await app.Services.GetRequiredService<BlogKit.BlogService>() // the blog
    .CreateAsync(new BlogKit.NewBlog("default", "Our blog"), BlogKit.Actor.System); // the blog

// Configure the HTTP request pipeline.
if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Error");
    // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
    app.UseHsts();
}

app.UseHttpsRedirection();

app.UseRouting();

app.UseAuthorization();

app.MapStaticAssets();
app.MapRazorPages()
   .WithStaticAssets();
app.MapBlogKit("/blog"); // the blog

await app.RunAsync();
