using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>Makes anchors of headings in any script, each once, in time linear in their number.</summary>
internal sealed class HeadingAnchors(string prefix)
{
    private const int MaximumLength = 80;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public string Add(string text)
    {
        var name = prefix + Name(text);
        var anchor = name;
        var number = _next.GetValueOrDefault(name, 1);
        while (!_taken.Add(anchor))
        {
            number++;
            anchor = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        _next[name] = number;
        return anchor;
    }

    private static string Name(string text)
    {
        var name = new StringBuilder();
        var isPending = false;
        foreach (var rune in UnicodeForms.Nfc(text).EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (isPart && name.Length < MaximumLength)
            {
                name.Append(isPending && name.Length > 0 ? "-" : "").Append(Rune.ToLowerInvariant(rune).ToString());
            }

            // An apostrophe holds a word together: "don't" becomes "dont".
            isPending = !isPart && rune.Value is not ('\'' or '’') || (isPending && !isPart);
        }

        return name.Length == 0 ? "section" : name.ToString();
    }
}
