namespace BlogKit;

/// <summary>An import that is about to begin.</summary>
public sealed record NewImport
{
    /// <summary>The blog it imports into.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The site and system it reads, as <see cref="Origin.Source"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The key of the actor who starts it.</summary>
    public required ActorKey StartedBy { get; init; }

    /// <summary>When it begins (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
