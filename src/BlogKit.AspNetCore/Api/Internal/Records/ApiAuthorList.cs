namespace BlogKit.AspNetCore.Internal;

/// <summary>All authors.</summary>
internal sealed record ApiAuthorList(ImmutableArray<ApiAuthorProfile> Items);
