namespace BlogKit;

/// <summary>Limits of posts.</summary>
public sealed class PostOptions
{
    /// <summary>The longest title, in characters. Default 300; 1 to 2,000.</summary>
    public int MaximumTitleLength { get; set; } = 300;

    /// <summary>The longest text, in characters. Default 1,000,000; at least 1.</summary>
    public int MaximumLength { get; set; } = 1_000_000;

    /// <summary>The most tags of a post. Default 30; at least 0.</summary>
    public int MaximumTags { get; set; } = 30;

    /// <summary>The most fields of the application's own that a post has. Default 50; 0 to 1,000.</summary>
    public int MaximumFields { get; set; } = 50;

    /// <summary>The longest name of such a field, in characters. Default 100; 1 to 1,000.</summary>
    public int MaximumFieldNameLength { get; set; } = 100;

    /// <summary>The longest value of such a field, in characters. Default 10,000; 1 to 1,000,000.</summary>
    public int MaximumFieldValueLength { get; set; } = 10_000;

    /// <summary>The longest excerpt taken from the text by itself, in characters. Default 280; 1 to 10,000.</summary>
    public int ExcerptLength { get; set; } = 280;

    /// <summary>The number of revisions kept of each post. Default 100; null = all.</summary>
    public int? RevisionsKept { get; set; } = 100;

    /// <summary>The time for which unsaved text is kept. Default 30 days; 1 hour to 365 days.</summary>
    public TimeSpan AutosaveRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// The most characters that the fields of an editor beside title and text may have together when they are kept. Default 100,000; 1,000
    /// to 10,000,000.
    /// </summary>
    public int MaximumAutosaveFieldsLength { get; set; } = 100_000;

    /// <summary>Posts on a page of a list when nothing is asked for. Default 10; 1 to <see cref="MaximumPageSize"/>.</summary>
    public int PageSize { get; set; } = 10;

    /// <summary>The most posts on a page of a list. Default 100; 1 to 100.</summary>
    public int MaximumPageSize { get; set; } = 100;

    /// <summary>
    /// The slugs that no post or page gets, because the host has something else at their addresses. Default none; the web package adds its
    /// own. A title that would give one gets a number; a slug that was typed is refused with <see cref="ErrorCodes.SlugReserved"/>.
    /// </summary>
    public ISet<string> ReservedSlugs { get; } = new HashSet<string>(StringComparer.Ordinal);
}
