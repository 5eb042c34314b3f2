namespace BlogKit.Internal;

/// <summary>
/// Renders again what a change of a blog or an author made stale, before the change is answered. It belongs to those who change,
/// so that they need not know what there is to render. The change is committed, so nothing cancels what follows from it.
/// </summary>
internal interface IRenderAgain
{
    /// <summary>Renders the posts of an author whose new roles change what may stand in them.</summary>
    Task RenderPostsAsync(BlogId blogId, AuthorId author);

    /// <summary>Renders everything authors wrote in a blog whose language has changed.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="language">Its new language.</param>
    Task RenderBlogAsync(BlogId blogId, string language);
}
