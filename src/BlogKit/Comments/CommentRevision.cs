namespace BlogKit;

/// <summary>A text a comment had before it was edited.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Revision">Which text: 1 as submitted.</param>
/// <param name="Markdown">The text.</param>
/// <param name="ReplacedAt">When it was replaced (UTC).</param>
/// <param name="ReplacedBy">Who replaced it: <see cref="Actor.Key"/>.</param>
public sealed record CommentRevision(CommentId CommentId, int Revision, string Markdown, DateTimeOffset ReplacedAt, string ReplacedBy);
