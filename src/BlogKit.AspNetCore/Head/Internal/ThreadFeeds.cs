using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The feeds of a post's comments.</summary>
internal static class ThreadFeeds
{
    /// <summary>
    /// Whether the post's comments are in feeds: it is listed, nobody has to know a password, and readers see its thread.
    /// </summary>
    public static bool Has(Blog blog, Post post) =>
        post.Visibility is PostVisibility.Public && blog.Comments.With(post.Comments).Mode is not CommentMode.Hidden;

    public static ImmutableArray<FeedLink> Of(BlogRequest request, Post post) => Has(request.Blog, post)
        ? FeedLinks.Of(request.Links, Title(request, post), request.Links.Post(post.Slug))
        : [];

    public static string Title(BlogRequest request, Post post) => request.Text.Format("openweb.comments-on", post.Title);
}
