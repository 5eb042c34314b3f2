namespace BlogKit.AspNetCore;

/// <summary>The list of posts at the desk.</summary>
/// <param name="Desk">The frame of the page.</param>
public sealed record PostDeskModel(DeskFrame Desk)
{
    /// <summary>The posts, latest changed first.</summary>
    public ImmutableArray<PostSummary> Posts { get; init; } = [];

    /// <summary>The authors of these posts.</summary>
    public ImmutableArray<Author> Authors { get; init; } = [];

    /// <summary>The moment the stages are told for (UTC).</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The stage the list is limited to; null for all.</summary>
    public PostStatus? Status { get; init; }

    /// <summary>Posts or pages only; null for both.</summary>
    public PostKind? Kind { get; init; }

    /// <summary>The page before this one; null on the first.</summary>
    public string? NewerUrl { get; init; }

    /// <summary>The page after this one; null on the last.</summary>
    public string? OlderUrl { get; init; }
}
