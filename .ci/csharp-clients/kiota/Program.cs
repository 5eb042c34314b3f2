using Generated;
using Generated.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

var blog = new BlogClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0] });

var posts = (await blog.Posts.GetAsync(static c => c.QueryParameters.KindAsPostKind = PostKind.Post))!;
var slug = posts.Items![0].Slug!;
var thread = (await blog.Posts[slug].Comments.GetAsync())!;
var sent = (await blog.Posts[slug].Comments.PostAsync(new NewComment { Name = "Max", Email = "max@example.org", Body = "By *Kiota*" }))!;
Console.WriteLine($"Kiota: {posts.Items.Count} posts, {thread.Items!.Count} comments, one sent: {sent.Status}");

try
{
    await blog.Posts[slug].Comments.PostAsync(new NewComment { Name = "Max", Email = "max@example.org", Body = "" });
    throw new InvalidOperationException("An empty comment was taken.");
}
catch (Problem refused)
{
    Console.WriteLine($"Kiota: an empty comment was refused: {refused.Code}, {string.Join(' ', refused.Errors!.AdditionalData.Keys)}");
}
