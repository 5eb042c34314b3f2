using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>What tells tags apart: their names, of which a slug keeps letters and digits only.</summary>
internal static class TagNames
{
    /// <summary>
    /// The slug a name asks for, with words for the signs that names of languages and marks are made of: C# is csharp, C++ cpp, .NET
    /// dotnet, A+ a-plus.
    /// </summary>
    public static Slug SlugOf(string name) => Slug.From(Spelled(UnicodeForms.ToNfkc(TextRules.WithoutLoneSurrogates(name)).Trim()));

    /// <summary>
    /// Two names with one key are spellings of one tag: in another case or width, with other white space, hyphens or apostrophes, with # in
    /// front. Everything else distinguishes.
    /// </summary>
    public static string KeyOf(string? name)
    {
        var key = new StringBuilder();
        var pendingSpace = false;
        foreach (var rune in UnicodeForms.ToNfkc(TextRules.WithoutLoneSurrogates(name ?? "")).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || IsBetweenWords(rune, key))
            {
                pendingSpace = key.Length > 0;
            }
            else if (!UnicodeForms.IsInvisible(rune) && !(rune.Value is '#' && key.Length == 0))
            {
                key.Append(pendingSpace ? " " : "").Append(rune.Value is '’' or '‘' or 'ʼ' ? "'" : Rune.ToUpperInvariant(rune).ToString());
                pendingSpace = false;
            }
        }

        // A name of such signs alone is told apart by them; a hyphen at the end belongs to the name, as in "A-".
        return key.Length == 0 ? name?.Trim() ?? "" : key.Append(name!.TrimEnd().EndsWith('-') ? "-" : "").ToString();
    }

    private static bool IsBetweenWords(Rune rune, StringBuilder before) =>
        before.Length > 0 && (rune.Value is '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation);

    private static string Spelled(string name)
    {
        var spelled = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var sign = name[i];
            var run = 1;
            while (i + run < name.Length && name[i + run] == sign)
            {
                run++;
            }

            var followsWord = i > 0 && char.IsLetterOrDigit(name[i - 1]);
            var endsWord = i + run == name.Length || !char.IsLetterOrDigit(name[i + run]);
            var word = (sign, run) switch
            {
                ('#' or '♯', 1) when followsWord && endsWord => "sharp",
                ('+', 2) when followsWord && endsWord => "pp",
                ('+', 1) when followsWord && endsWord => " plus ",
                ('*', 1) when followsWord && endsWord => " star ",
                ('-', 1) when followsWord && i + 1 == name.Length => " minus",
                ('.', 1) when (i == 0 || char.IsWhiteSpace(name[i - 1])) && i + 1 < name.Length && char.IsAsciiLetter(name[i + 1]) => "dot",
                _ => null,
            };
            spelled.Append(word ?? name.Substring(i, run));
            i += run - 1;
        }

        return spelled.ToString();
    }
}
