namespace BlogKit.Moderation.Internal;

/// <summary>How a link is written in a text.</summary>
internal enum TextLinkKind
{
    /// <summary>With its scheme.</summary>
    Written,

    /// <summary>A host without a scheme.</summary>
    Bare,

    /// <summary>Maybe a host: its dot is a word, or has spaces around it.</summary>
    Spaced,

    /// <summary>Made to be no link for machines: <c>hxxp</c>, <c>[.]</c>, <c>(dot)</c>.</summary>
    Disguised,
}
