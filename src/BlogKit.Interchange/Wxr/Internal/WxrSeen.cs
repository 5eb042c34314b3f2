namespace BlogKit.Interchange.Internal;

/// <summary>What was read before in an export and later items need: few and small, whatever the size of the export.</summary>
internal sealed class WxrSeen
{
    /// <summary>The names of authors by login.</summary>
    public Dictionary<string, string> AuthorNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The difference to UTC that the last item with both dates had; null before the first.</summary>
    public TimeSpan? Offset { get; set; }

    /// <summary>Authors and terms that were told already: every part of a split export begins with them again.</summary>
    public HashSet<(string Kind, string Id)> Told { get; } = [];
}
