namespace BlogKit.Storage;

/// <summary>A comment's HTML made again from its text.</summary>
public sealed record StaleRendering
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The comment.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>The text it was made from; nothing is stored when that is no longer the current one.</summary>
    public required int Revision { get; init; }

    /// <summary>The HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }

    /// <summary>The version of the renderer that made it.</summary>
    public required int RendererVersion { get; init; }
}
