using BlogKit.Internal;
using Markdig;

namespace BlogKit;

/// <summary>
/// The options of the built-in Markdown renderer: what it allows and where it stops. The defaults are safe for text by strangers. Every
/// limit degrades to text: what lies beyond it is shown as it was typed, nothing throws and nothing is lost.
/// </summary>
/// <remarks>Read once, when the renderer is made; changing an instance afterwards has no effect.</remarks>
public sealed class RenderingOptions
{
    /// <summary>
    /// Adds Markdig extensions to the authors' profile, after those the profile already has. Null (the default) adds none.
    /// Commenters' text is never touched by it. Raise <see cref="ConfigurationVersion"/> whenever this changes.
    /// </summary>
    /// <remarks>What an added extension writes is its own responsibility; URLs and attributes it puts on links are still checked.</remarks>
    public Action<MarkdownPipelineBuilder>? ConfigurePosts { get; set; }

    /// <summary>
    /// A number of your own that becomes part of <see cref="IMarkdownRenderer.Version"/>: raise it when <see cref="ConfigurePosts"/>
    /// changes, and everything stored is rendered again. Default 0; not negative. The other options are taken into account by themselves.
    /// </summary>
    public int ConfigurationVersion { get; set; }

    /// <summary>
    /// The schemes a link or picture may have, without the colon. Default <c>https</c>, <c>http</c> and <c>mailto</c>. <c>javascript</c>,
    /// <c>vbscript</c>, <c>data</c>, <c>file</c> and <c>blob</c> are refused here.
    /// </summary>
    public IList<string> AllowedSchemes { get; } = ["https", "http", "mailto"];

    /// <summary>How deep quotations, lists and containers may be nested; deeper markers are text. Default 32; 1 to 100.</summary>
    public int MaximumNesting { get; set; } = 32;

    /// <summary>
    /// How many emphasis marks, and how many opening brackets, one paragraph may hold; further ones are text. Default 1000; at least 1.
    /// </summary>
    public int MaximumDelimiters { get; set; } = 1000;

    /// <summary>
    /// How many link reference definitions and footnotes a text may hold; a text with more is shown as plain paragraphs. Default 1000; at
    /// least 0.
    /// </summary>
    public int MaximumReferences { get; set; } = 1000;

    /// <summary>The longest link target, in characters; a link with a longer one is text. Default 2048; at least 1.</summary>
    public int MaximumUrlLength { get; set; } = 2048;

    /// <summary>
    /// How many cells a table may hold in an author's text, counted as lines times columns; a larger one is text. Default 10000; at least
    /// 0.
    /// </summary>
    public int MaximumTableCells { get; set; } = 10_000;

    /// <summary>The prefix of every heading's anchor. Default nothing. Letters, digits, hyphens and underscores only.</summary>
    public string AnchorPrefix { get; set; } = "";

    /// <summary>
    /// The text smilies that become emoji in comments when they stand alone. Keys are compared exactly. The default holds the common ones;
    /// cleared, they stay text for good.
    /// </summary>
    public IDictionary<string, string> Smilies { get; } = CommonSmilies.Create();
}
