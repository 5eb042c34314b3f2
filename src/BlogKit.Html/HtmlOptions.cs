namespace BlogKit.Html;

/// <summary>
/// The options for reading HTML: what is taken, and where reading stops. Read when a <see cref="PostHtml"/> is made; changing it afterwards
/// has no effect.
/// </summary>
public sealed class HtmlOptions
{
    /// <summary>The longest HTML that is read, in characters; longer is refused. Default 2,000,000; at least 1.</summary>
    public int MaximumLength { get; set; } = 2_000_000;

    /// <summary>The most elements it may hold; more are refused. Default 20,000; at least 1.</summary>
    public int MaximumElements { get; set; } = 20_000;

    /// <summary>The deepest nesting of elements; deeper is refused. Default 100; 1 to 200.</summary>
    public int MaximumDepth { get; set; } = 100;

    /// <summary>The most attributes one tag may have; more are refused. Default 100; at least 1.</summary>
    public int MaximumAttributes { get; set; } = 100;

    /// <summary>
    /// The schemes a link, picture or recording may have. Default <c>https</c>, <c>http</c> and <c>mailto</c>. <c>javascript</c>,
    /// <c>vbscript</c>, <c>data</c>, <c>file</c> and <c>blob</c> are refused here.
    /// </summary>
    public IList<string> AllowedSchemes { get; } = ["https", "http", "mailto"];

    /// <summary>
    /// The hosts whose pages may stand in an <c>iframe</c>, by https. Default none. A host's name is compared as a whole.
    /// </summary>
    public IList<string> FrameHosts { get; } = [];
}
