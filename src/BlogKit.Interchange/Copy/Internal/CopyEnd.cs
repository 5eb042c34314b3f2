namespace BlogKit.Interchange.Internal;

/// <summary>The last line of a copy: how many items of each kind it has.</summary>
internal sealed record CopyEnd(string Kind, ImmutableSortedDictionary<string, long> Items)
{
    public const string Name = "end";
}
