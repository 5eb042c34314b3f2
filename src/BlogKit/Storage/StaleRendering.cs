namespace BlogKit;

/// <summary>A comment's HTML made again from its text.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Revision">The text it was made from; nothing is stored when that is no longer the current one.</param>
/// <param name="Html">The HTML.</param>
/// <param name="PlainText">The text without markup.</param>
/// <param name="RendererVersion">What made it.</param>
public sealed record StaleRendering(CommentId CommentId, int Revision, string Html, string PlainText, int RendererVersion);
