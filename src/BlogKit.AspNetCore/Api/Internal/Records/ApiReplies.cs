namespace BlogKit.AspNetCore.Internal;

/// <summary>What is below one comment.</summary>
internal sealed record ApiReplies(CommentId Under, ImmutableArray<ApiNode> Items, string? Next);
