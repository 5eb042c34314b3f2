namespace BlogKit.Moderation;

/// <summary>One action on many comments of a blog.</summary>
/// <param name="BlogId">The blog; comments of another are not found.</param>
/// <param name="Action">The action.</param>
/// <param name="Comments">
/// The comments, 1 to <see cref="BulkModerationService.MaximumComments"/>; one that is named twice counts once, as it is named first.
/// </param>
public sealed record BulkRequest(BlogId BlogId, BulkAction Action, ImmutableArray<BulkComment> Comments)
{
    /// <summary>The reason, in words, for the log; at most 1,000 characters. Null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>The keys of the writers that <see cref="BulkAction.Ban"/> bans.</summary>
    public BanTarget BanTarget { get; init; }

    /// <summary>The end of the bans of <see cref="BulkAction.Ban"/>; null = without end.</summary>
    public DateTimeOffset? BanUntil { get; init; }
}
