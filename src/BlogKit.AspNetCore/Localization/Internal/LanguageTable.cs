using System.Collections.Frozen;
using System.Reflection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>How languages write numbers and dates (Data/languages.tsv).</summary>
internal static class LanguageTable
{
    private static readonly FrozenDictionary<string, LanguageWays> s_ways = Read();

    /// <summary>The languages there are, as two letters.</summary>
    public static IEnumerable<string> Languages => s_ways.Keys;

    /// <summary>A language's ways; null of one that is not in the table.</summary>
    public static LanguageWays? Find(string language) => s_ways.GetValueOrDefault(language);

    private static FrozenDictionary<string, LanguageWays> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("data/languages.tsv")!);
        var ways = new Dictionary<string, LanguageWays>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not '#')
            {
                var fields = line.Split('\t');
                ways.Add(fields[0], LanguageWays.Read(fields));
            }
        }

        return ways.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
