namespace BlogKit;

/// <summary>What no two origins have in common.</summary>
internal readonly record struct OriginKey(BlogId Blog, string Source, OriginKind Kind, string OriginalId)
{
    public static OriginKey Of(Origin origin) => new(origin.BlogId, origin.Source, origin.Kind, origin.OriginalId);
}
