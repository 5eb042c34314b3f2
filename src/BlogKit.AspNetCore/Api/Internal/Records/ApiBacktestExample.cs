namespace BlogKit.AspNetCore.Internal;

/// <summary>One of them.</summary>
internal sealed record ApiBacktestExample(CommentId Id, PostId PostId, string Writer, double Points, string Explanation);
