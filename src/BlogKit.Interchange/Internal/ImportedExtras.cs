namespace BlogKit.Interchange.Internal;

/// <summary>The beginning of what is kept of an item beside its members.</summary>
internal static class ImportedExtras
{
    public static ImmutableSortedDictionary<string, string> None { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
