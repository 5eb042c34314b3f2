namespace BlogKit.AspNetCore.Internal;

/// <summary>A page of what was found, best first.</summary>
internal sealed record ApiSearchPage(ImmutableArray<ApiSearchHit> Items, string? Previous, string? Next);
