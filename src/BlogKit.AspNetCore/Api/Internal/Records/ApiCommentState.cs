namespace BlogKit.AspNetCore.Internal;

/// <summary>How a post's discussion stands. <paramref name="ClosedReason"/> is null while it is open.</summary>
internal sealed record ApiCommentState(int Count, bool IsOpen, string? ClosedReason);
