namespace BlogKit.AspNetCore.Internal;

/// <summary>A page of the authors' list.</summary>
internal sealed record ApiDeskPostList(ImmutableArray<ApiDeskPostSummary> Items, string? Previous, string? Next);
