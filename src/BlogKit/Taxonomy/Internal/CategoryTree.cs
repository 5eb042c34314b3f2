namespace BlogKit.Internal;

/// <summary>Walks the category tree.</summary>
internal static class CategoryTree
{
    public static ImmutableArray<CategoryId> WithDescendants(ImmutableArray<Category> categories, CategoryId top)
    {
        var below = categories.Where(static c => c.ParentId is not null).ToLookup(static c => c.ParentId!.Value, static c => c.Id);
        var found = ImmutableArray.CreateBuilder<CategoryId>();
        found.Add(top);
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(below[found[i]]);
        }

        return found.ToImmutable();
    }
}
