namespace BlogKit.AspNetCore.Internal;

/// <summary>A tag of a page, with its place in the text.</summary>
/// <param name="Name">The element, in lower case.</param>
/// <param name="IsEnd">Whether it ends the element.</param>
/// <param name="Start">Where the tag begins in the text.</param>
/// <param name="End">The character after it.</param>
internal sealed record HtmlTag(string Name, bool IsEnd, int Start, int End)
{
    private static readonly string[] Voids =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>Whether nothing can be inside.</summary>
    public bool IsVoid => Array.IndexOf(Voids, Name) >= 0;

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>Whether an attribute that lists words has one of them; letter case does not count.</summary>
    public bool Has(string attribute, string word) =>
        this[attribute]?.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase) is true;
}
