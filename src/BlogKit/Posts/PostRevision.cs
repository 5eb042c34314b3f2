namespace BlogKit;

/// <summary>A post's content as it once was. Written on every change of content, never changed afterwards.</summary>
public sealed record PostRevision
{
    /// <summary>The revision's identity.</summary>
    public required RevisionId Id { get; init; }

    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The <see cref="Post.Version"/> that had this content.</summary>
    public required long PostVersion { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The text.</summary>
    public required string Markdown { get; init; }

    /// <summary>The excerpt written by hand; null for none.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Who saved it: <see cref="Actor.Key"/>.</summary>
    public required ActorKey SavedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>What was said of the change; null for nothing.</summary>
    public string? Note { get; init; }
}
