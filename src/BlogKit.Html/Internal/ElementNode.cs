namespace BlogKit.Html.Internal;

internal sealed class ElementNode(string name) : TreeNode
{
    public string Name { get; } = name;

    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is a paragraph that nobody wrote: lines beside blocks.</summary>
    public bool IsImplied { get; init; }

    /// <summary>The identity it had where it was read; null for none. Written only where it becomes <see cref="Anchor"/>.</summary>
    public string? SourceId { get; init; }

    /// <summary>The identities of what stood around, before or in it and went: links to them lead here.</summary>
    public List<string> OtherIds { get; } = [];

    /// <summary>All of both, its own first.</summary>
    public IEnumerable<string> Ids => SourceId is null ? OtherIds : OtherIds.Prepend(SourceId);

    /// <summary>The identity it has in the post; null for none.</summary>
    public string? Anchor { get; set; }

    public List<TreeNode> Children { get; } = [];

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public bool Is(params ReadOnlySpan<string> names) => names.Contains(Name);
}
