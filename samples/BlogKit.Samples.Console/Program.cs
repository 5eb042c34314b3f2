using BlogKit.Samples.Console;
using Microsoft.Extensions.DependencyInjection;

// A blog without a web server: everything a worker, a desktop program or a nightly job does goes through the same services.
var file = args is [var path] ? path : "console.db";
var services = new ServiceCollection();
services.AddBlogKit().AddModeration().UseSqlite($"Data Source={file}");
await using var provider = services.BuildServiceProvider();
await provider.PrepareBlogKitAsync();

var discussion = ActivatorUtilities.CreateInstance<Discussion>(provider);
var post = await discussion.OpenAsync();
Console.WriteLine($"# {post.Title}\n\n{post.Markdown}\n");
await discussion.PrintThreadAsync(post, Console.Out);
await discussion.PrintQueueAsync(post.BlogId, Console.Out);
