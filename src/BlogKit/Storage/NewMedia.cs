namespace BlogKit.Storage;

/// <summary>The facts of a file that is to be stored; its content comes beside it. Immutable.</summary>
public sealed record NewMedia
{
    /// <summary>The kind, by its content.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>When it is added (UTC).</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The name it had where it came from; null for none. <see cref="MediaService"/> has cleaned it.</summary>
    public string? OriginalName { get; init; }

    /// <summary>The actor who adds it; null when that is not known.</summary>
    public ActorKey? AddedBy { get; init; }
}
