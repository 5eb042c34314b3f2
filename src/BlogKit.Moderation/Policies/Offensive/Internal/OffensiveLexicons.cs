using System.Collections.Frozen;
using BlogKit.Internal;

namespace BlogKit.Moderation.Internal;

/// <summary>The lexicons of the languages a policy knows, each built when it is first needed. Thread-safe.</summary>
internal sealed class OffensiveLexicons
{
    private static readonly FrozenSet<string> Shipped = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "en", "de", "es");

    private readonly Dictionary<string, Lazy<OffensiveLexicon>> _byLanguage = new(StringComparer.OrdinalIgnoreCase);

    public OffensiveLexicons(OffensivePolicyOptions options)
    {
        var ignored = options.Ignore.Select(OffensiveLexiconBuilder.Fold).ToArray();
        var added = options.ExtraLists
            .Select(static path => (path, Lines: (IReadOnlyList<string>)File.ReadAllLines(path)))
            .Append(("Terms", [.. options.Terms]))
            .ToArray();
        foreach (var language in Shipped)
        {
            _byLanguage.Add(language, new Lazy<OffensiveLexicon>(() => Build(language, added, ignored)));
        }
    }

    /// <summary>The lexicon of a language, by a BCP 47 tag; null when there are no lists in it.</summary>
    public OffensiveLexicon? Find(string language)
    {
        var end = language.IndexOf('-', StringComparison.Ordinal);
        return _byLanguage.GetValueOrDefault(end < 0 ? language : language[..end])?.Value;
    }

    private static OffensiveLexicon Build(string language, IEnumerable<(string Name, IReadOnlyList<string> Lines)> added, string[] ignored)
    {
        var builder = new OffensiveLexiconBuilder(ignored);
        OffensiveListReader.Read(builder, language, EmbeddedLines.Of(language + ".txt"));
        foreach (var (name, lines) in added)
        {
            OffensiveListReader.Read(builder, name, lines);
        }

        var innocent = EmbeddedLines.Of("innocent-" + language + ".txt")
            .SelectMany(static line => line.Split(' '))
            .ToHashSet(StringComparer.Ordinal);
        return builder.Build(innocent);
    }
}
