namespace BlogKit;

/// <summary>
/// Renders posts that are written in HTML. There is none unless a package registers one: <c>AddHtml</c> of BlogKit.Html does. Without it
/// posts in HTML are refused. Synchronous and safe for concurrent use.
/// </summary>
/// <remarks>
/// What it returns is stored and shown as it is, so an implementation takes over the promise that no script comes out, whoever the authors
/// are: <see cref="PostRendering.AllowRawHtml"/> changes nothing here.
/// </remarks>
public interface IHtmlPostRenderer
{
    /// <summary>
    /// The version of the renderer and its configuration, stored beside everything it rendered. It must change whenever the same input may
    /// give other output, as when something more is taken out; stored HTML of another version is then rendered again. At least 1.
    /// </summary>
    int Version { get; }

    /// <summary>
    /// Cleans HTML and renders it as a post: with anchors of headings, the excerpt before <c>&lt;!--more--&gt;</c> or by length, plain text
    /// and words. Fails for HTML over a bound, with an error that names it.
    /// </summary>
    /// <param name="html">The HTML as written: a fragment or a document.</param>
    /// <param name="rendering">The settings.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    Result<RenderedPost> RenderPost(string html, PostRendering rendering);

    /// <summary>
    /// Returns Markdown that renders to the same cleaned document; null where there is none, and for HTML over a bound. Anchors that no
    /// link of the document leads to, and the marker of the excerpt, do not count.
    /// </summary>
    /// <param name="html">The HTML as written.</param>
    /// <param name="rendering">The way in which the Markdown would be rendered.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    string? FindMarkdown(string html, PostRendering rendering);
}
