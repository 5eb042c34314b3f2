namespace BlogKit.OpenWeb.Internal;

/// <summary>A text as an editing program sent it. It becomes a post's by <see cref="EditorTexts"/> alone.</summary>
/// <param name="Value">The text.</param>
/// <param name="Kind">What it is.</param>
internal sealed record EditorText(string Value, EditorTextKind Kind)
{
    public static EditorText Plain(string value) => new(value, EditorTextKind.Plain);

    public static EditorText Html(string value) => new(value, EditorTextKind.Html);

    public static EditorText Markdown(string value) => new(value, EditorTextKind.Markdown);
}
