namespace BlogKit.AspNetCore.Internal;

/// <summary>The contents a post had, newest first.</summary>
internal sealed record ApiRevisionList(ImmutableArray<ApiRevision> Items);
