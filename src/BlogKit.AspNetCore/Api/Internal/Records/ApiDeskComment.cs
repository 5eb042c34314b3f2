namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment as moderators see it; addresses stay where they are.</summary>
internal sealed record ApiDeskComment
{
    public required CommentId Id { get; init; }

    public required PostId PostId { get; init; }

    public CommentId? ParentId { get; init; }

    public required CommentStatus Status { get; init; }

    public required CommentKind Kind { get; init; }

    public required CommenterKind WriterKind { get; init; }

    public required string Name { get; init; }

    public string? Website { get; init; }

    public required string Body { get; init; }

    public required string Html { get; init; }

    public required bool IsPinned { get; init; }

    public required int Revision { get; init; }

    public required ApiDecision Decision { get; init; }

    public ApiHold? Hold { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public string? Appeal { get; init; }

    public required long Version { get; init; }
}
