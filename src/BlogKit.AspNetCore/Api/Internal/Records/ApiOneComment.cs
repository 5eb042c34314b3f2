namespace BlogKit.AspNetCore.Internal;

/// <summary>A single comment as whoever asks may see it. A comment taken for spam is <c>held</c> to its writer.</summary>
internal sealed record ApiOneComment
{
    public required CommentId Id { get; init; }

    public required ApiPostLink Post { get; init; }

    /// <summary><c>approved</c> or <c>held</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Whether whoever asks wrote it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Its source, for those who may change it; else null.</summary>
    public string? Body { get; init; }

    public required long Version { get; init; }

    public required ApiComment Comment { get; init; }
}
