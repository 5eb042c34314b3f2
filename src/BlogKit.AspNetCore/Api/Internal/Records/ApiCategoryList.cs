namespace BlogKit.AspNetCore.Internal;

/// <summary>All categories.</summary>
internal sealed record ApiCategoryList(ImmutableArray<ApiCategory> Items);
