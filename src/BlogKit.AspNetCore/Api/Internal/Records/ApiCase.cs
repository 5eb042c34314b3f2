namespace BlogKit.AspNetCore.Internal;

/// <summary>All there is to know for a decision about one comment.</summary>
internal sealed record ApiCase
{
    public required ApiDeskComment Comment { get; init; }

    public ApiPostLink? Post { get; init; }

    public required ApiWhy Why { get; init; }

    public ApiDeskComment? Parent { get; init; }

    public required ApiHistory History { get; init; }

    public required ImmutableArray<ApiQueuedFlag> Flags { get; init; }

    public required ImmutableArray<ApiLogEntry> Records { get; init; }

    public required ImmutableArray<ApiBanKey> BanKeys { get; init; }

    public required int EarlierTexts { get; init; }

    public CommentId? Previous { get; init; }

    public CommentId? Next { get; init; }
}
