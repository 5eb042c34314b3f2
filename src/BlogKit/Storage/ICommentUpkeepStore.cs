namespace BlogKit.Storage;

/// <summary>
/// Keeps the stored HTML of comments at the version of the renderer. Upkeep goes over every blog, since all have the same renderer. Safe
/// for concurrent use.
/// </summary>
/// <remarks>
/// A rendering says its blog: a comment of another blog is passed over.
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written: <see cref="StorableText"/>,
/// which every store calls.
/// </remarks>
public interface ICommentUpkeepStore
{
    /// <summary>
    /// Returns unpurged comments whose HTML was made by another renderer version, by identity after <paramref name="after"/> (null = from
    /// the first).
    /// </summary>
    Task<ImmutableArray<Comment>> ListStaleAsync(int rendererVersion, CommentId? after, int limit, CancellationToken cancellationToken);

    /// <summary>Stores HTML made again; changes no version. One transaction.</summary>
    Task SaveRenderingsAsync(IReadOnlyCollection<StaleRendering> renderings, CancellationToken cancellationToken);
}
