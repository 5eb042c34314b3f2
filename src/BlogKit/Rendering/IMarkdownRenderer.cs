namespace BlogKit;

/// <summary>
/// Turns Markdown (CommonMark 0.31.2 and the extensions named per method) into HTML, once, on write.
/// Pure, synchronous and safe for concurrent use; time and memory are linear in the input.
/// </summary>
/// <remarks>
/// Replace it by registering your own implementation. Whatever it returns is stored and shown as it is,
/// so a replacement of <see cref="RenderComment"/> takes over the promise that untrusted text is safe.
/// </remarks>
public interface IMarkdownRenderer
{
    /// <summary>
    /// The version of the renderer and its configuration, stored beside everything it rendered. It must change
    /// whenever the same input may give other output; stored HTML of another version is then rendered again.
    /// At least 1.
    /// </summary>
    int Version { get; }

    /// <summary>
    /// Renders an author's text: CommonMark, tables, task lists, footnotes, figures with caption and credit, heading anchors,
    /// smart typography, emoji, definition lists, fenced code with a language class and custom containers.
    /// Front matter is left out. Raw HTML is text unless <see cref="PostRendering.AllowRawHtml"/> is set.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    RenderedPost RenderPost(string markdown, PostRendering rendering);

    /// <summary>
    /// Renders a commenter's text, safe by construction: only <c>p br em strong del blockquote ul ol li code pre a</c>
    /// (and a <c>hr</c>) can come out; raw HTML is text, images become links, headings bold paragraphs, line breaks stay;
    /// links carry <c>rel="nofollow ugc noopener"</c> and pass the scheme allow-list (http, https, mailto) after decoding.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    RenderedComment RenderComment(string markdown, CommentRendering rendering);
}
