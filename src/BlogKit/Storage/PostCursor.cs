namespace BlogKit.Storage;

/// <summary>A place in a list of posts.</summary>
/// <param name="At">The time the list is ordered by, of the post at the place.</param>
/// <param name="Id">That post.</param>
/// <param name="Backwards">Whether the page ends before the place instead of beginning after it.</param>
public sealed record PostCursor(DateTimeOffset At, PostId Id, bool Backwards = false);
