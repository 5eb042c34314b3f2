using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What stands in a feed.</summary>
internal sealed record FeedContent(Blog Blog, BlogLinks Links, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>When anything in it last changed, to the second, as HTTP dates can say.</summary>
    public DateTimeOffset UpdatedAt { get; } = Seconds(Entries.Select(static e => Later(e.Post.UpdatedAt, e.Post.PublishedAt)).Append(Blog.UpdatedAt).Max());

    // A post scheduled long ago is new to readers from its publication on.
    private static DateTimeOffset Later(DateTimeOffset updated, DateTimeOffset? published) => published > updated ? published.Value : updated;

    private static DateTimeOffset Seconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
