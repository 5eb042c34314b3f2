namespace BlogKit.AspNetCore.Internal;

/// <summary>A text as an editing program sent it.</summary>
/// <param name="Value">The text.</param>
/// <param name="IsHtml">Whether it is HTML; else Markdown.</param>
internal sealed record EditorText(string Value, bool IsHtml = false);
