using Generated;

using var http = new HttpClient { BaseAddress = new Uri(args[0] + "/") };
var blog = new BlogClient(http);

var posts = await blog.ListPostsAsync(null, null, PostKind.Post, null, null, null, null, null, null, null);
var slug = posts.Items.First().Slug;
var thread = await blog.ReadThreadAsync(slug, ThreadSort.Oldest, null, null, null);
var sent = await blog.SubmitCommentAsync(slug, Guid.NewGuid().ToString(), new NewComment { Name = "Max", Email = "max@example.org", Body = "By *NSwag*" });
Console.WriteLine($"NSwag: {posts.Items.Count} posts, {thread.Items.Count} comments, one sent: {sent.Status}");

try
{
    await blog.SubmitCommentAsync(slug, null, new NewComment { Name = "Max", Email = "max@example.org", Body = "" });
    throw new InvalidOperationException("An empty comment was taken.");
}
catch (ApiException<Problem> refused)
{
    Console.WriteLine($"NSwag: an empty comment was refused: {refused.Result.Code}, {refused.Result.Errors!["body"].First()}");
}

// A name of an enumeration that is not C#'s, a null, and a list of identities.
var post = Newtonsoft.Json.JsonConvert.DeserializeObject<PostStatus>("\"pending-review\"");
_ = post is PostStatus.PendingReview ? new PostInput { Title = "x", Markdown = "y", AuthorIds = ["0"] } : throw new InvalidOperationException("pending-review is not read.");
