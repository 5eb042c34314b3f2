using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>Makes anchors of headings in any script, each once and none that belongs to the page, in time linear in their number.</summary>
internal sealed class HeadingAnchors(string prefix)
{
    private const int MaximumLength = 80;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _moved = new(StringComparer.Ordinal);

    public string Prefix => prefix;

    /// <summary>Gives a heading its anchor, made of its text or of the id it was given.</summary>
    public string Add(string text)
    {
        var typed = Name(text);
        var anchor = AddName(typed);
        if (!string.Equals(anchor, typed, StringComparison.Ordinal))
        {
            _moved.TryAdd(typed, anchor);
        }

        return anchor;
    }

    /// <summary>
    /// Where a link to a fragment leads when its heading's anchor became another one than its text alone would have given.
    /// </summary>
    public string? Moved(string fragment) => !_taken.Contains(fragment) && _moved.TryGetValue(fragment, out var anchor) ? anchor : null;

    private string AddName(string typed)
    {
        var name = prefix + typed;
        if (AnchorNames.IsReserved(name))
        {
            name = AnchorNames.Moved + name;
        }

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
        foreach (var rune in UnicodeForms.ToNfc(text).EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
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
