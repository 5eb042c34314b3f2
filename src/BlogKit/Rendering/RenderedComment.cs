namespace BlogKit;

/// <summary>The result of rendering a comment.</summary>
public sealed record RenderedComment
{
    /// <summary>The comment as HTML of the allow-listed elements only.</summary>
    public required string Html { get; init; }

    /// <summary>The comment without markup, for search and for moderation policies. Never contains HTML entities.</summary>
    public required string PlainText { get; init; }

    /// <summary>Every link target that was written out (after the scheme allow-list), in order, repeated ones included.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>The comments whose writers are mentioned, each once, in order of appearance.</summary>
    public ImmutableArray<CommentId> Mentions { get; init; } = [];
}
