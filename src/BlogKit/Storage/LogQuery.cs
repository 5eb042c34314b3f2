using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>Asks for records of a blog's log.</summary>
public sealed record LogQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>Only what this actor did, <see cref="ModerationRecord.ActorKey"/>; null = all.</summary>
    public ActorKey? ActorKey { get; init; }

    /// <summary>Only these actions; null = all.</summary>
    public ModerationAction? Action { get; init; }

    /// <summary>Only records at or after this moment (UTC); null = all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only records before this moment (UTC); null = all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only records with a lower <see cref="ModerationRecord.Position"/>; null = from the newest.</summary>
    public long? Before { get; init; }

    /// <summary>Whether the oldest come first, from the first record on. Default false: the newest.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }
}
