namespace BlogKit.Html.Internal;

/// <summary>The parts of a document that links of the same document lead to.</summary>
internal static class LinkedParts
{
    /// <summary>The identity of the part that an element leads to; null for what leads to none.</summary>
    public static string? FragmentOf(ElementNode element) =>
        element.Is("a") && element["href"] is ['#', _, ..] href ? Uri.UnescapeDataString(href[1..]) : null;

    /// <summary>
    /// What links of the one document lead to and the other does not have, as <c>li[id]</c>: there they would lead nowhere.
    /// </summary>
    public static IEnumerable<string> Missing(IReadOnlyCollection<TreeNode> before, IReadOnlyCollection<TreeNode> after)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in All(before))
        {
            foreach (var id in element.Ids)
            {
                owners.TryAdd(id, element.Name);
            }
        }

        var asked = new HashSet<string>(StringComparer.Ordinal);
        if (owners.Count > 0)
        {
            asked.UnionWith(All(before).Select(FragmentOf).OfType<string>().Where(owners.ContainsKey));
        }

        if (asked.Count == 0)
        {
            return [];
        }

        asked.ExceptWith(All(after).SelectMany(static element => element.Ids));
        return asked.Select(id => owners[id] + "[id]");
    }

    private static IEnumerable<ElementNode> All(IEnumerable<TreeNode> nodes)
    {
        var open = new Stack<TreeNode>(nodes.Reverse());
        while (open.TryPop(out var node))
        {
            if (node is ElementNode element)
            {
                yield return element;
                foreach (var child in Enumerable.Reverse(element.Children))
                {
                    open.Push(child);
                }
            }
        }
    }
}
