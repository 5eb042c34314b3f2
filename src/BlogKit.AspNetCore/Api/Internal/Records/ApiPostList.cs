namespace BlogKit.AspNetCore.Internal;

/// <summary>A page of posts.</summary>
internal sealed record ApiPostList(ImmutableArray<ApiPostSummary> Items, string? Previous, string? Next);
