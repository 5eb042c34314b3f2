namespace BlogKit.Html.Internal;

internal sealed class ElementNode(string name) : TreeNode
{
    public string Name { get; } = name;

    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is a paragraph that nobody wrote: lines beside blocks.</summary>
    public bool IsImplied { get; init; }

    /// <summary>The identity it had where it was read; null for none. Written only where it becomes <see cref="Anchor"/>.</summary>
    public string? SourceId { get; init; }

    /// <summary>The identity it has in the post; null for none.</summary>
    public string? Anchor { get; set; }

    public List<TreeNode> Children { get; } = [];

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public bool Is(params ReadOnlySpan<string> names) => names.Contains(Name);
}
