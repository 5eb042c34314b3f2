namespace BlogKit.Storage;

/// <summary>A place in the list of what an import brought. It stays valid when the origin there is gone.</summary>
/// <param name="Kind">The kind of the last origin that was read.</param>
/// <param name="ItemId">Its <see cref="Origin.ItemId"/>.</param>
/// <param name="OriginalId">Its <see cref="Origin.OriginalId"/>.</param>
public sealed record OriginCursor(OriginKind Kind, Guid ItemId, string OriginalId)
{
    /// <summary>The place of an origin.</summary>
    public static OriginCursor Of(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new OriginCursor(origin.Kind, origin.ItemId, origin.OriginalId);
    }
}
