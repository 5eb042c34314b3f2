using System.Text;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Reads the slug an editing program would like. One of signs alone suggests nothing: the title gives a better one.</summary>
internal static class SuggestedSlug
{
    public static Slug? From(string? text) => text is not null && text.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? Slug.From(text) : null;
}
