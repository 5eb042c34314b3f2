namespace BlogKit.AspNetCore.Internal;

/// <summary>What a stream tells: how many comments are shown, and which arrived last. Never a text or a name.</summary>
internal readonly record struct LiveNews(int Shown, CommentId? Newest);
