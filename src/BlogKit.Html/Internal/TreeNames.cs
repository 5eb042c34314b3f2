namespace BlogKit.Html.Internal;

/// <summary>Compares trees by how often every element and attribute stands in them.</summary>
internal static class TreeNames
{
    public static ImmutableArray<string> Missing(IEnumerable<TreeNode> before, IEnumerable<TreeNode> after)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Count(before, 1, counts);
        Count(after, -1, counts);
        return [.. counts.Where(static count => count.Value > 0).Select(static count => count.Key)];
    }

    private static void Count(IEnumerable<TreeNode> nodes, int step, SortedDictionary<string, int> counts)
    {
        foreach (var element in nodes.OfType<ElementNode>())
        {
            counts[element.Name] = counts.GetValueOrDefault(element.Name) + step;
            foreach (var name in element.Attributes.Keys)
            {
                var attribute = $"{element.Name}[{name}]";
                counts[attribute] = counts.GetValueOrDefault(attribute) + step;
            }

            Count(element.Children, step, counts);
        }
    }
}
