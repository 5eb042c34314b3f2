namespace BlogKit.AspNetCore;

/// <summary>The newest posts of a blog, for a page of the application.</summary>
/// <param name="Frame">The blog, its addresses and texts.</param>
/// <param name="Posts">The posts, newest first.</param>
public sealed record RecentPostsModel(PageFrame Frame, ImmutableArray<ReaderPostSummary> Posts);
