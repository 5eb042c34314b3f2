namespace BlogKit.AspNetCore.Internal;

/// <summary>Tags, most used first.</summary>
internal sealed record ApiTagList(ImmutableArray<ApiTag> Items);
