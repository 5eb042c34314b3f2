namespace BlogKit.Html.Internal;

/// <summary>How Markdown is written, from the most readable way to the one that nothing can be read into.</summary>
internal enum MarkdownStyle
{
    Readable,

    /// <summary>Emphasis begins with the other of its two characters.</summary>
    OtherMarks,

    /// <summary>Punctuation of texts as character references.</summary>
    References,

    /// <summary>That, and no emphasis.</summary>
    NoMarks,
}
