namespace BlogKit.Interchange;

/// <summary>
/// The options for reading exports of Disqus. Read when a <see cref="DisqusSource"/> is made; changing it afterwards has no effect.
/// </summary>
public sealed class DisqusOptions
{
    /// <summary>
    /// The longest text of a comment, in characters. A comment with a longer one is refused, and never held in memory as a whole.
    /// Default 16,777,216; at least 1,000.
    /// </summary>
    public int MaximumTextLength { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// The name under which the source is remembered; null takes <c>disqus:</c> and the short name of the export's first forum. To be set
    /// when the same comments were exported from two forums.
    /// </summary>
    public string? Source { get; set; }
}
