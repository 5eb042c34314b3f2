namespace BlogKit.Interchange;

/// <summary>The format of a text in its source.</summary>
public enum ImportedFormat
{
    /// <summary>HTML, not cleaned; every paragraph in its element.</summary>
    Html = 0,

    /// <summary>Markdown.</summary>
    Markdown = 1,

    /// <summary>Plain text; each line is one.</summary>
    PlainText = 2,
}
