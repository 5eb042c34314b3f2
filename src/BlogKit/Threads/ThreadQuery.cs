namespace BlogKit;

/// <summary>Asks for one page of a post's thread.</summary>
/// <param name="BlogId">The blog; a post of another is an unknown one.</param>
/// <param name="PostId">The post. The caller has made sure that the viewer may read it.</param>
public sealed record ThreadQuery(BlogId BlogId, PostId PostId)
{
    /// <summary>Asks for the first page of a post's thread, with the post's authors marked.</summary>
    public static ThreadQuery For(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new ThreadQuery(post.BlogId, post.Id) { PostAuthorIds = post.AuthorIds };
    }

    /// <summary>The post's authors, whose comments are marked.</summary>
    public ImmutableArray<AuthorId> PostAuthorIds { get; init; } = [];

    /// <summary>The order of the roots; null = <see cref="ThreadOptions.Sort"/>.</summary>
    public ThreadSort? Sort { get; init; }

    /// <summary>
    /// Roots on the page; null = <see cref="ThreadOptions.RootsPerPage"/>, more than <see cref="ThreadOptions.MaximumRootsPerPage"/> is
    /// refused.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>The cursor of a page got before; null = the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Instead of a cursor: the page that holds this comment. Roots are then in time order.</summary>
    public CommentId? Holding { get; init; }

    /// <summary>The actor who looks: their own held comments and votes come with the page.</summary>
    public Actor Viewer { get; init; } = Actor.Anonymous;
}
