using BlogKit.Moderation;

namespace BlogKit;

/// <summary>Whose comments are counted together.</summary>
internal readonly record struct ActivityKey(BlogId Blog, ActivityScope Scope, string Key)
{
    public static ActivityKey Of(ActivityWindow window, BlogId blog, PostId post) => new(
        blog,
        window.Scope,
        window.Scope switch
        {
            ActivityScope.Post => post.ToString(),
            ActivityScope.Blog => "",
            _ => window.Key,
        });

    public static IEnumerable<ActivityKey> Of(Comment comment)
    {
        yield return new ActivityKey(comment.BlogId, ActivityScope.Blog, "");
        yield return new ActivityKey(comment.BlogId, ActivityScope.Post, comment.PostId.ToString());
        if (comment.RemoteAddress is { } address)
        {
            yield return new ActivityKey(comment.BlogId, ActivityScope.Address, NetworkAddress.GetNetwork(address));
        }

        if (comment.By.HistoryKey is { } writer)
        {
            yield return new ActivityKey(comment.BlogId, ActivityScope.Writer, writer);
        }
    }
}
