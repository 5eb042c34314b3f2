namespace BlogKit.Moderation.Internal;

/// <summary>A link found in a text.</summary>
internal readonly record struct TextLink(int Start, int Length, string Host, TextLinkKind Kind);
