namespace BlogKit.Redirects;

/// <summary>An address of before and the place it leads to. Immutable.</summary>
public sealed record Redirect
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The old address; a blog has one redirect for each.</summary>
    public required OldAddress From { get; init; }

    /// <summary>The place it leads to.</summary>
    public required RedirectTarget To { get; init; }

    /// <summary>The number of the import that brought it; null for one that somebody made.</summary>
    public long? ImportNumber { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
