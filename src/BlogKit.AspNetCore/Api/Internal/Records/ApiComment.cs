namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment as a reader may see it: no address, no hidden text.</summary>
internal sealed record ApiComment
{
    public CommentId? ParentId { get; init; }

    public required string Name { get; init; }

    public required bool IsPostAuthor { get; init; }

    public string? Website { get; init; }

    public string? AvatarUrl { get; init; }

    public required string Html { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public bool IsPinned { get; init; }

    public bool IsHeld { get; init; }

    public int UpVotes { get; init; }

    public int DownVotes { get; init; }

    public ImmutableArray<ApiReaction> Reactions { get; init; } = [];

    public required string Url { get; init; }
}
