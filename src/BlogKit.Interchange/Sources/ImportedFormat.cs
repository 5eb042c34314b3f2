namespace BlogKit.Interchange;

/// <summary>What a text of a source is written in.</summary>
public enum ImportedFormat
{
    /// <summary>HTML, not cleaned; every paragraph in its element.</summary>
    Html = 0,

    /// <summary>Markdown.</summary>
    Markdown = 1,

    /// <summary>Plain text; each line is one.</summary>
    PlainText = 2,
}
