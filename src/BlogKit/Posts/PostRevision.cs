namespace BlogKit;

/// <summary>An earlier content of a post. Written on every change of content, never changed afterwards.</summary>
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

    /// <summary>The text, in <see cref="Format"/>.</summary>
    public required string Markdown { get; init; }

    /// <summary>The format of <see cref="Markdown"/>. Default Markdown.</summary>
    public PostFormat Format { get; init; }

    /// <summary>The excerpt written by hand; null for none.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The key of the actor who saved it, <see cref="Actor.Key"/>.</summary>
    public required ActorKey SavedBy { get; init; }

    /// <summary>When it was saved (UTC).</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>A note about the change; null for none.</summary>
    public string? Note { get; init; }
}
