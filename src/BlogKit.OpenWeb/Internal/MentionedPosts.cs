namespace BlogKit.OpenWeb.Internal;

/// <summary>Which posts other sites may mention.</summary>
internal static class MentionedPosts
{
    /// <summary>Whether the post is listed, nobody has to know a password, and readers see its thread, where a mention is shown.</summary>
    public static bool Has(Blog blog, Post post) =>
        post.Visibility is PostVisibility.Public && blog.Comments.With(post.Comments).Mode is not CommentMode.Hidden;
}
