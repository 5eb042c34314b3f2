namespace BlogKit.AspNetCore.Internal;

/// <summary>A page of a thread.</summary>
internal sealed record ApiThread(
    int Count, int RootCount, string Sort, ImmutableArray<ApiNode> Pinned, ImmutableArray<ApiNode> Items, string? Previous, string? Next);
