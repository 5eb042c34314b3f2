namespace BlogKit.Internal;

/// <summary>
/// Renders again what a change of a blog or an author made stale, before the change is answered. It belongs to those who change,
/// so that they need not know what there is to render.
/// </summary>
internal interface IRenderAgain
{
    /// <summary>Renders the posts of an author whose new roles change what may stand in them.</summary>
    Task RenderPostsAsync(BlogId blogId, AuthorId author, CancellationToken cancellationToken);

    /// <summary>Renders everything authors wrote in a blog whose language has changed.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="language">Its new language.</param>
    /// <param name="cancellationToken">Honoured between texts; what was rendered stays so.</param>
    Task RenderBlogAsync(BlogId blogId, string language, CancellationToken cancellationToken);
}
