using System.Buffers;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>The characters that XML 1.0 forbids (section 2.2).</summary>
internal static class XmlCharacters
{
    /// <summary>Those that are no halves of pairs.</summary>
    public static readonly string Forbidden =
        string.Concat(Enumerable.Range(0, 32).Where(static c => c is not 9 and not 10 and not 13).Select(static c => (char)c))
        + "\uFFFE\uFFFF";

    private static readonly SearchValues<char> All = SearchValues.Create(Forbidden);

    /// <summary>Returns the text without them, and how many there were.</summary>
    public static string Remove(string text, out int count)
    {
        count = 0;
        var span = text.AsSpan();
        if (!span.ContainsAny(All) && !span.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                kept.Append(text, at++, 2);
            }
            else if (char.IsSurrogate(text[at]) || All.Contains(text[at]))
            {
                count++;
            }
            else
            {
                kept.Append(text[at]);
            }
        }

        return count == 0 ? text : kept.ToString();
    }
}
