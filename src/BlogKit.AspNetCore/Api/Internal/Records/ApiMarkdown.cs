namespace BlogKit.AspNetCore.Internal;

/// <summary>A post's text, to be previewed.</summary>
internal sealed record ApiMarkdown
{
    public required string Markdown { get; init; }

    /// <summary>The format of the text; Markdown where it is left out.</summary>
    public PostFormat Format { get; init; }
}
