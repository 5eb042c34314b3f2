namespace BlogKit;

/// <summary>A shown comment as part of the conversation.</summary>
/// <param name="Id">The comment.</param>
/// <param name="ParentId">The comment it answers; null for a root.</param>
/// <param name="Name">Who wrote it.</param>
/// <param name="ByAuthor">Whether an author of the blog wrote it.</param>
/// <param name="PlainText">What it says.</param>
public sealed record ConversationComment(CommentId Id, CommentId? ParentId, string Name, bool ByAuthor, string PlainText);
