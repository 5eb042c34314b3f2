namespace BlogKit.OpenWeb.Internal;

/// <summary>What a program's text is; there is no text without it.</summary>
internal enum EditorTextKind
{
    Plain,
    Markdown,
    Html,
}
