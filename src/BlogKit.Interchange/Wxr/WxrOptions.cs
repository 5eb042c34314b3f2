namespace BlogKit.Interchange;

/// <summary>
/// The options for reading exports of WordPress. Read when a <see cref="WxrSource"/> is made; changing it afterwards has no effect.
/// </summary>
public sealed class WxrOptions
{
    /// <summary>
    /// The longest text of a post or comment, in characters. An item with a longer one is refused, and never held in memory as a whole.
    /// Default 16,777,216; at least 1,000.
    /// </summary>
    public int MaximumTextLength { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// The name under which the source is remembered; null takes the address the export names. To be set when the same site was exported
    /// under two addresses.
    /// </summary>
    public string? Source { get; set; }

    /// <summary>
    /// The zone of the site, for dates that were exported without one; null takes the difference that the dates before in the export had,
    /// and says so.
    /// </summary>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>
    /// Types of posts beside <c>post</c> and <c>page</c> that are brought in, and as what. Every other is refused by name. Default none.
    /// </summary>
    public IDictionary<string, PostKind> PostTypes { get; } = new Dictionary<string, PostKind>(StringComparer.Ordinal);

    /// <summary>
    /// Types of comments beside WordPress's own (comment, pingback, trackback) and <c>webmention</c> that are brought in as comments. Every
    /// other is refused by name, because plugins keep private talk in them (<c>order_note</c>). Default none.
    /// </summary>
    public ISet<string> CommentTypes { get; } = new HashSet<string>(StringComparer.Ordinal);
}
