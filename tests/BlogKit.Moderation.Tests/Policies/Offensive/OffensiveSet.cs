using System.Text;

namespace BlogKit.Moderation.Tests;

/// <summary>A labelled set of sentences, and the ways to disguise the abusive ones.</summary>
internal static class OffensiveSet
{
    public static IReadOnlyList<(bool IsAbuse, string Text)> Read(string name)
    {
        using var stream = typeof(OffensiveSet).Assembly.GetManifestResourceStream($"offensive-{name}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd()
            .Split('\n')
            .Where(l => l.Contains('\t'))
            .Select(l => (l.StartsWith("abuse\t", StringComparison.Ordinal), l[(l.IndexOf('\t') + 1)..].TrimEnd()))];
    }

    public static readonly string[] Disguises =
    [
        "leet", "homoglyphs", "spaced words", "spaced throughout", "no spaces", "repeated letter", "dropped letter", "swapped letters",
        "censored letter",
    ];

    /// <summary>A sentence in disguise. One word, the longest, loses or swaps letters; the other disguises go through every word.</summary>
    public static string Disguise(string disguise, string text) => disguise switch
    {
        "leet" => Each(text, c => "aeiost".Contains(c) ? "431057"["aeiost".IndexOf(c)] : c),
        "homoglyphs" => Each(text, c => "aeocpis".Contains(c) ? "аеосріѕ"["aeocpis".IndexOf(c)] : c),
        "spaced words" => Words(text, w => w.Length > 3 ? string.Join(' ', w.ToCharArray()) : w),
        "spaced throughout" => string.Join(' ', text.Where(char.IsLetter)),
        "no spaces" => text.Replace(" ", string.Empty, StringComparison.Ordinal),
        "repeated letter" => Words(text, w => w.Length > 3 ? w.Insert(w.Length / 2, new string(w[w.Length / 2], 3)) : w),
        "dropped letter" => Longest(text, w => w.Remove(w.Length / 2, 1)),
        "swapped letters" => Longest(text, w => w[..(w.Length / 2)] + w[(w.Length / 2) + 1] + w[w.Length / 2] + w[((w.Length / 2) + 2)..]),
        _ => Words(text, w => w.Length > 3 ? w[..(w.Length / 2)] + "*" + w[((w.Length / 2) + 1)..] : w),
    };

    private static string Each(string text, Func<char, char> change) => string.Concat(text.Select(change));

    private static string Longest(string text, Func<string, string> change)
    {
        var longest = text.Split(' ', '.', ',', '!', '?', '\'').MaxBy(w => w.Length)!;
        return longest.Length < 4 ? text : text.Replace(longest, change(longest), StringComparison.Ordinal);
    }

    private static string Words(string text, Func<string, string> change)
    {
        var result = new StringBuilder();
        var word = new StringBuilder();
        foreach (var c in text + "\0")
        {
            if (char.IsLetter(c))
            {
                word.Append(c);
                continue;
            }

            result.Append(change(word.ToString())).Append(c);
            word.Clear();
        }

        return result.ToString().TrimEnd('\0');
    }
}
