namespace BlogKit;

/// <summary>
/// A blog: every post, author, comment and setting belongs to one. Immutable; change it through <see cref="BlogService"/>.
/// </summary>
public sealed record Blog
{
    /// <summary>The blog's identity.</summary>
    public required BlogId Id { get; init; }

    /// <summary>
    /// The short name by which a host refers to the blog in code and configuration, unique: lower-case letters, digits and hyphens.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The name shown to readers.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence about the blog; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The language of its texts as a BCP 47 tag. Default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>
    /// The time zone of the blog's dates, as a name of the IANA time zone database such as <c>Europe/Berlin</c>: it rules the archive, the
    /// dates beside posts, feeds and the desk. Default <c>UTC</c>.
    /// </summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The absolute address readers use, for feeds and canonical links; null when only the request tells it.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The comment settings of its posts, unless a post has its own.</summary>
    public CommentSettings Comments { get; init; } = new();

    /// <summary>The reactions readers may choose from, in order; empty turns reactions off.</summary>
    public ImmutableArray<ReactionKind> Reactions { get; init; } = ReactionKind.Defaults;

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }

    /// <summary>Returns the time zone that <see cref="TimeZone"/> names, with its rules; UTC where this machine does not know it.</summary>
    public TimeZoneInfo FindTimeZone() => Internal.TimeZones.Find(TimeZone) ?? TimeZoneInfo.Utc;
}
