namespace BlogKit.AspNetCore;

/// <summary>What a row of the queue becomes once something was done with its comment: a sentence, and the way back.</summary>
/// <param name="Page">Blog, addresses and texts.</param>
/// <param name="CommentId">The comment.</param>
/// <param name="Text">What was done, in words.</param>
/// <param name="Undo">The way back; null when there is none.</param>
public sealed record DoneRow(PageFrame Page, CommentId CommentId, string Text, DeskUndo? Undo)
{
    /// <summary>How many comments wait now; null when that is not known.</summary>
    public int? Waiting { get; init; }
}
