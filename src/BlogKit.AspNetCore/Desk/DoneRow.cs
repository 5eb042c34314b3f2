namespace BlogKit.AspNetCore;

/// <summary>The row of the queue after an action on its comment: a sentence, and the form that takes it back.</summary>
/// <param name="Page">Blog, addresses and texts.</param>
/// <param name="CommentId">The comment.</param>
/// <param name="Text">The action that was done, in words.</param>
/// <param name="Undo">The way back; null when there is none.</param>
public sealed record DoneRow(PageFrame Page, CommentId CommentId, string Text, DeskUndo? Undo)
{
    /// <summary>The number of comments that wait now; null when unknown.</summary>
    public int? Waiting { get; init; }
}
