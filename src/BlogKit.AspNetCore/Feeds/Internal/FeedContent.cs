namespace BlogKit.AspNetCore.Internal;

/// <summary>What stands in a feed, whatever the format.</summary>
/// <param name="Blog">The blog.</param>
/// <param name="Links">Its addresses.</param>
/// <param name="Id">What the feed is known by for ever, a URI.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Path">The path its address begins with.</param>
/// <param name="Entries">What is in it, newest first.</param>
internal sealed record FeedContent(Blog Blog, BlogLinks Links, string Id, string Title, string Path, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>Where changes are announced; empty for a feed that is announced nowhere.</summary>
    public ImmutableArray<Uri> Hubs { get; init; } = [];

    /// <summary>The post whose comments it lists; null when it lists posts, or comments on any.</summary>
    public PostId? PostId { get; init; }

    /// <summary>The page it belongs to, where that is not at <see cref="Path"/>.</summary>
    public string? PagePath { get; init; }

    public string HomeUrl => Links.Absolute(PagePath ?? Path);

    /// <summary>
    /// When what is read in it last changed, to the second (RFC 4287, 4.2.15); a blog's settings are not read. Without an entry, since the
    /// blog is there.
    /// </summary>
    public DateTimeOffset UpdatedAt { get; } = Seconds(Entries.Select(static e => e.UpdatedAt).Append(Blog.CreatedAt).Max());

    public string SelfUrl(FeedFormat format) => Links.Absolute(BlogLinks.FeedOf(Path, format));

    private static DateTimeOffset Seconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
