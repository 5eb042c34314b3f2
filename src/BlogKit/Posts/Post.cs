namespace BlogKit;

/// <summary>
/// A post or a page as stored. Immutable; change it through <see cref="PostService"/>.
/// Equality compares array properties by reference.
/// </summary>
public sealed record Post
{
    /// <summary>The post's identity, and its thread's; never changes.</summary>
    public required PostId Id { get; init; }

    /// <summary>The blog it belongs to.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The kind: a post in the stream, or a page outside it.</summary>
    public PostKind Kind { get; init; }

    /// <summary>A page's parent page; null for none and for posts.</summary>
    public PostId? ParentId { get; init; }

    /// <summary>The slug in URLs, unique in the blog among current and former slugs.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The title as written, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The text as written, in <see cref="Format"/>.</summary>
    public required string Markdown { get; init; }

    /// <summary>The format of <see cref="Markdown"/>. Default Markdown.</summary>
    public PostFormat Format { get; init; }

    /// <summary>An excerpt written by hand, plain text; null = taken from the text.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The text as rendered when it was last saved.</summary>
    public required RenderedPost Rendered { get; init; }

    /// <summary>
    /// The <see cref="IMarkdownRenderer.Version"/> that made <see cref="Rendered"/>; of a post in HTML the
    /// <see cref="IHtmlPostRenderer.Version"/>.
    /// </summary>
    public required int RendererVersion { get; init; }

    /// <summary>The authors in order; at least one.</summary>
    public required ImmutableArray<AuthorId> AuthorIds { get; init; }

    /// <summary>The stage as stored; see <see cref="GetStatusAt"/> for a scheduled post whose time has come.</summary>
    public PostStatus Status { get; init; }

    /// <summary>
    /// The stage it had when it was archived, which <see cref="PostService.UnarchiveAsync"/> gives back; null for a post that is not
    /// archived, and for one that was before this was kept.
    /// </summary>
    public PostStatus? StatusBefore { get; init; }

    /// <summary>The readers who find it once it is published.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>
    /// The salted hash of the password; null unless <see cref="Visibility"/> is <see cref="PostVisibility.Password"/>. Never leaves by the
    /// API.
    /// </summary>
    public string? PasswordHash { get; init; }

    /// <summary>When it was or will be published (UTC); null when it never was and no time is set.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The picture that represents it; null for none.</summary>
    public FeaturedImage? FeaturedImage { get; init; }

    /// <summary>Its tags in the author's order.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>Its categories.</summary>
    public ImmutableArray<CategoryId> CategoryIds { get; init; } = [];

    /// <summary>The series it is a part of; null for none.</summary>
    public SeriesId? SeriesId { get; init; }

    /// <summary>Its place in the series, ascending; ties fall back to the date. 0 outside a series.</summary>
    public int SeriesPosition { get; init; }

    /// <summary>Footer blocks of this post alone, in order; those of the blog and its authors come by themselves.</summary>
    public ImmutableArray<FooterBlockId> FooterBlockIds { get; init; } = [];

    /// <summary>The title, description and address for search engines.</summary>
    public SeoFields Seo { get; init; } = new();

    /// <summary>
    /// Whether it is pinned: editors alone may set it. Lists and the desk mark it; the order of lists stays by date. Default false.
    /// </summary>
    public bool IsPinned { get; init; }

    /// <summary>
    /// Fields of the application's own, in order; bounded by <see cref="PostOptions.MaximumFields"/> and its like. No page, feed or API for
    /// readers shows them, and revisions do not keep them.
    /// </summary>
    public ImmutableArray<PostField> Fields { get; init; } = [];

    /// <summary>
    /// The identity that its entry has in feeds, so that feed readers know again what they read at another place: an absolute URI, or any
    /// other text on one line without spaces, at most 2,000 characters. Null (the default) = made by BlogKit of <see cref="Id"/>. Feeds of
    /// Atom, which know URIs only, have that too where this is none; so has the newer of two posts with the same one in one feed.
    /// </summary>
    public string? FeedId { get; init; }

    /// <summary>Its own comment settings.</summary>
    public PostCommentSettings Comments { get; init; } = PostCommentSettings.Inherited;

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything of it was last changed (UTC), settings and stage as well; the desk is sorted by it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// When the content that readers see last changed (UTC): title, text or excerpt. This is what feeds, sitemaps and pages call its
    /// update; settings, tags, stages and renderings leave it. Left out, it is <see cref="UpdatedAt"/>.
    /// </summary>
    public DateTimeOffset ContentUpdatedAt { get => field == default ? UpdatedAt : field; init; }

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }

    /// <summary>
    /// Returns the stage at a moment: a scheduled post is published from <see cref="PublishedAt"/> on, with no job to run.
    /// </summary>
    public PostStatus GetStatusAt(DateTimeOffset now) =>
        Status is PostStatus.Scheduled && PublishedAt <= now ? PostStatus.Published : Status;

    /// <summary>Returns whether readers may open it at that moment (a password may still be asked for).</summary>
    public bool IsReadableAt(DateTimeOffset now) => GetStatusAt(now) is PostStatus.Published && PublishedAt <= now;

    /// <summary>The reading time in minutes at 220 words a minute, at least 1.</summary>
    public int ReadingMinutes => Math.Max(1, (int)Math.Ceiling(Rendered.WordCount / 220.0));
}
