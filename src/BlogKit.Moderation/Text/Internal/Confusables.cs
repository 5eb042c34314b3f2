using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using BlogKit.Internal;

namespace BlogKit.Moderation.Internal;

/// <summary>Characters that look like an ASCII letter or digit (Data/confusables.txt).</summary>
internal static class Confusables
{
    private static readonly FrozenDictionary<int, char> Table = Load();

    /// <summary>The ASCII character (lower case) a character looks like; U+0000 when it looks like none.</summary>
    public static char LookAlike(Rune rune) => rune.IsAscii ? '\0' : Table.GetValueOrDefault(rune.Value);

    private static FrozenDictionary<int, char> Load()
    {
        var table = new Dictionary<int, char>();
        foreach (var line in EmbeddedLines.Of("confusables.txt"))
        {
            var entry = line.StartsWith('+') ? line.AsSpan(1) : line;
            foreach (var range in entry[2..].Split(' '))
            {
                table[int.Parse(entry[2..][range], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)] = entry[0];
            }
        }

        return table.ToFrozenDictionary();
    }
}
