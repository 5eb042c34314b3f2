namespace BlogKit;

/// <summary>
/// The unsaved text of an editor: kept for its owner alone, and never shown to readers. One per owner and post; one more for a post that
/// does not exist yet. Immutable.
/// </summary>
public sealed record PostAutosave
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The post that is being edited; null for one that does not exist yet.</summary>
    public PostId? PostId { get; init; }

    /// <summary>The key of the owner, <see cref="Actor.Key"/>.</summary>
    public required ActorKey OwnerKey { get; init; }

    /// <summary>The title as typed; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>The text as typed; may be empty.</summary>
    public required string Markdown { get; init; }

    /// <summary>The other fields of the editor in a form of its own (JSON); opaque to stores. Empty for none.</summary>
    public string Fields { get; init; } = "";

    /// <summary>The <see cref="Post.Version"/> that was being edited; 0 for a post that does not exist yet.</summary>
    public long BaseVersion { get; init; }

    /// <summary>When it was kept (UTC).</summary>
    public required DateTimeOffset SavedAt { get; init; }
}
