namespace BlogKit;

internal sealed partial record InMemoryState
{
    /// <summary>The imports of a blog, by number: the first is 1, and none is left out.</summary>
    public ImmutableDictionary<BlogId, ImmutableList<ImportRun>> Imports { get; init; } =
        ImmutableDictionary<BlogId, ImmutableList<ImportRun>>.Empty;

    public ImmutableDictionary<OriginKey, Origin> Origins { get; init; } = ImmutableDictionary<OriginKey, Origin>.Empty;

    /// <summary>The origins of an item.</summary>
    public ImmutableDictionary<(BlogId Blog, OriginKind Kind, Guid ItemId), ImmutableHashSet<OriginKey>> OriginsOfItems { get; init; } =
        ImmutableDictionary<(BlogId, OriginKind, Guid), ImmutableHashSet<OriginKey>>.Empty;

    public InMemoryState WithOrigin(Origin origin)
    {
        var key = OriginKey.Of(origin);
        var state = WithoutOrigin(key);
        var item = (origin.BlogId, origin.Kind, origin.ItemId);
        return state with
        {
            Origins = state.Origins.Add(key, origin),
            OriginsOfItems = state.OriginsOfItems.SetItem(item, state.OriginsOfItems.GetValueOrDefault(item, []).Add(key)),
        };
    }

    public InMemoryState WithoutOrigin(OriginKey key)
    {
        if (Origins.GetValueOrDefault(key) is not { } origin)
        {
            return this;
        }

        var item = (origin.BlogId, origin.Kind, origin.ItemId);
        var others = OriginsOfItems[item].Remove(key);
        return this with
        {
            Origins = Origins.Remove(key),
            OriginsOfItems = others.IsEmpty ? OriginsOfItems.Remove(item) : OriginsOfItems.SetItem(item, others),
        };
    }

    /// <summary>The state in which the origins of an item say nothing of what it was.</summary>
    public InMemoryState WithForgottenOrigins(BlogId blogId, OriginKind kind, Guid itemId, bool keepsAddress)
    {
        var state = this;
        foreach (var key in OriginsOfItems.GetValueOrDefault((blogId, kind, itemId), []))
        {
            var origin = state.Origins[key];
            state = state with
            {
                Origins = state.Origins.SetItem(
                    key, origin with { ContentHash = "", Extra = null, Address = keepsAddress ? origin.Address : null }),
            };
        }

        return state;
    }
}
