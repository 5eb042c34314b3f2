using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>Brings short texts into the form that a place here has, and says what that altered.</summary>
internal static class ShortText
{
    /// <summary>One line of at most so many characters, without control characters; null for one without a letter.</summary>
    public static string? Line(string? text, int maximum, string member, List<SourceNote> notes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = string.Join(' ', Storable(text, member, notes)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        line = string.Concat(line.Where(static c => !char.IsControl(c)));
        return line.Length == 0 ? null : Cut(line, maximum, member, notes);
    }

    /// <summary>A text of at most so many characters.</summary>
    public static string Cut(string text, int maximum, string member, List<SourceNote> notes)
    {
        if (text.Length <= maximum)
        {
            return text;
        }

        notes.Add(new SourceNote(
            SourceNoteKind.Shortened,
            member,
            string.Create(CultureInfo.InvariantCulture, $"It has {text.Length} characters and was cut after {maximum}.")));
        return text[..(char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum)];
    }

    /// <summary>A text without what no store keeps: NUL and halves of surrogate pairs.</summary>
    public static string Storable(string text, string member, List<SourceNote> notes)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && IsWhole(text))
        {
            return text;
        }

        notes.Add(new SourceNote(SourceNoteKind.ForbiddenCharacters, member, "Characters that no text may have were left out."));
        return string.Concat(text.EnumerateRunes()
            .Where(static rune => rune.Value is not (0 or 0xFFFD))
            .Select(static rune => rune.ToString()));
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
