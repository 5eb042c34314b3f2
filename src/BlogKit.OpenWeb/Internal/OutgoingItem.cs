namespace BlogKit.OpenWeb.Internal;

/// <summary>Something others are to be told.</summary>
/// <param name="Kind">What.</param>
/// <param name="BlogId">The blog of the post; the default for a hub.</param>
/// <param name="PostId">The post that was published or changed; the default for a hub.</param>
/// <param name="To">The hub, or the page that is mentioned; null for a post whose audience is to be found.</param>
/// <param name="About">The feed, or the post's address; null likewise.</param>
internal sealed record OutgoingItem(OutgoingKind Kind, BlogId BlogId, PostId PostId, Uri? To, Uri? About);
