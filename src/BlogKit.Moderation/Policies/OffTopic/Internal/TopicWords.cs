using System.Collections.Frozen;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// What is known of words before anything was learned: which say nothing, which are common, and which field of talk they belong to. Loaded
/// once, never changed.
/// </summary>
internal sealed class TopicWords
{
    private static readonly Lazy<TopicWords> Loaded = new(static () => new TopicWords());

    private readonly FrozenDictionary<string, FrozenSet<ulong>> _stop;
    private readonly FrozenSet<ulong> _common;
    private readonly FrozenDictionary<ulong, byte[]> _fields;

    private TopicWords()
    {
        _stop = Sections("topic-stop-words.txt").ToFrozenDictionary(
            static s => s.Name, static s => s.Words.Select(static w => TopicText.KeyOf(w)).ToFrozenSet(), StringComparer.Ordinal);
        _common = Sections("topic-common-words.txt").SelectMany(static s => s.Words).Select(Stemmed).ToFrozenSet();
        var fields = Sections("topic-word-fields.txt").ToArray();
        FieldCount = fields.Length;
        var courtesy = Sections("topic-courtesy-words.txt")
            .GroupBy(static s => s.Name, StringComparer.Ordinal)
            .ToDictionary(
                static g => g.Key,
                static g => g.SelectMany(static s => s.Words).Select(static w => TopicText.KeyOf(w)).ToFrozenSet(),
                StringComparer.Ordinal);
        Thanks = courtesy["thanks"];
        Address = courtesy["address"];
        _fields = fields
            .SelectMany(static (field, index) => field.Words
                .SelectMany(static w => w.Split('-'))
                .Select(w => (Key: Stemmed(w), Field: (byte)index)))
            .Distinct()
            .GroupBy(static pair => pair.Key)
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static pair => pair.Field).ToArray());
    }

    public static TopicWords Default => Loaded.Value;

    public int FieldCount { get; }

    /// <summary>Words of thanks, praise and greeting, as written.</summary>
    public FrozenSet<ulong> Thanks { get; }

    /// <summary>Words that speak to somebody, as written.</summary>
    public FrozenSet<ulong> Address { get; }

    /// <summary>The words of a language that say nothing; null when the language is not known.</summary>
    public FrozenSet<ulong>? StopWords(string language) => _stop.GetValueOrDefault(language);

    public bool IsCommon(ulong stem) => _common.Contains(stem);

    /// <summary>The fields a stem belongs to; empty for most.</summary>
    public ReadOnlySpan<byte> Fields(ulong stem) => _fields.TryGetValue(stem, out var fields) ? fields : default;

    private static ulong Stemmed(string word)
    {
        Span<char> room = stackalloc char[word.Length + 1];
        word.CopyTo(room);
        return TopicText.KeyOf(room[..EnglishStemmer.Stem(room, word.Length)]);
    }

    private static IEnumerable<(string Name, List<string> Words)> Sections(string file)
    {
        using var stream = typeof(TopicWords).Assembly.GetManifestResourceStream($"BlogKit.Data.{file}")
            ?? throw new InvalidOperationException($"The resource '{file}' is missing.");
        using var reader = new StreamReader(stream);
        var name = "";
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
            {
                if (words.Count > 0)
                {
                    yield return (name, words);
                }

                name = line[1..end];
                words = [];
                line = line[(end + 1)..];
            }

            words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        yield return (name, words);
    }
}
