using BlogKit.Html;

namespace BlogKit.OpenWeb.Internal;

/// <summary>The one place in which a program's texts become those of posts, and those of posts a program's.</summary>
internal sealed class EditorTexts(PostHtml html, PostService posts)
{
    /// <summary>One line of plain text. What comes back as it was told stays as it is.</summary>
    public Result<string> Line(EditorText text, string? before = null, CancellationToken cancellationToken = default)
    {
        if (string.Equals(text.Value, before, StringComparison.Ordinal))
        {
            return text.Value;
        }

        if (text.Kind is not EditorTextKind.Html)
        {
            return text.Value;
        }

        var plain = html.ToPlainText(text.Value, cancellationToken);
        return plain.Succeeded ? string.Join(' ', plain.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : plain;
    }

    /// <summary>
    /// The text of a post of these authors, in Markdown. HTML that says what the post says already leaves it as it was written, and stays
    /// HTML where no Markdown says the same.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="authorIds">The post's authors.</param>
    /// <param name="text">The text.</param>
    /// <param name="before">The Markdown that it replaces; null for none.</param>
    /// <param name="lost">
    /// What a post may not hold of it, and what it loses as Markdown, is added to it: elements by name, attributes as <c>img[style]</c>.
    /// </param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    public async Task<Result<PostText>> ReadAsync(
        BlogId blogId,
        ImmutableArray<AuthorId> authorIds,
        EditorText text,
        string? before,
        ISet<string> lost,
        CancellationToken cancellationToken)
    {
        if (text.Kind is not EditorTextKind.Html)
        {
            return Markdown(text.Kind is EditorTextKind.Plain ? PostHtml.FromPlainText(text.Value) : text.Value);
        }

        var rendering = await posts.ReadRenderingAsync(blogId, authorIds, cancellationToken).ConfigureAwait(false);
        if (!string.IsNullOrWhiteSpace(before))
        {
            var shown = await posts.PreviewAsync(blogId, before, authorIds, cancellationToken).ConfigureAwait(false);
            if (html.AreEqual(text.Value, shown.Html, rendering, cancellationToken) || IsSource(text.Value, before, cancellationToken))
            {
                return Markdown(before);
            }
        }

        var converted = html.ToMarkdown(text.Value, rendering, cancellationToken);
        if (!converted.Succeeded)
        {
            return converted.Errors;
        }

        lost.UnionWith(converted.Value.Removed);
        if (!converted.Value.IsEqual && posts.HasRenderer(PostFormat.Html))
        {
            return new PostText(text.Value, PostFormat.Html);
        }

        lost.UnionWith(converted.Value.Lost);
        return Markdown(converted.Value.Markdown);

        static PostText Markdown(string markdown) => new(markdown, PostFormat.Markdown);
    }

    /// <summary>Whether a post is still one in HTML when what was sent is in it: only Markdown and plain text make it Markdown.</summary>
    public static bool StaysHtml(Post? before, EditorPost input) =>
        before?.Format is PostFormat.Html
        && (input.Text ?? input.More) is null or { Kind: EditorTextKind.Html };

    /// <summary>The text of a post that is in HTML and stays so. HTML that readers see as the same leaves it as it was.</summary>
    /// <param name="post">The post.</param>
    /// <param name="before">Its text, without the pictures that are told beside it.</param>
    /// <param name="input">What was sent.</param>
    /// <param name="lost">What a post may not hold of it is added to it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<PostText>> HtmlAsync(
        Post post, string before, EditorPost input, ISet<string> lost, CancellationToken cancellationToken)
    {
        if (input.Text is null && input.More is null)
        {
            return new PostText(before, PostFormat.Html);
        }

        // Programs are told the whole as one part.
        var text = MoreMark.Join(input.Text?.Value ?? before, input.More?.Value ?? "");
        var (shown, shownBefore) = (
            await ShowAsync(text).ConfigureAwait(false), await ShowAsync(before).ConfigureAwait(false));
        if (shown is not null
            && shownBefore is not null
            && string.Equals(shown.Html, shownBefore.Html, StringComparison.Ordinal)
            && string.Equals(shown.ExcerptHtml, shownBefore.ExcerptHtml, StringComparison.Ordinal))
        {
            return new PostText(before, PostFormat.Html);
        }

        var cleaned = html.Clean(text, cancellationToken);
        if (!cleaned.Succeeded)
        {
            return cleaned.Errors;
        }

        lost.UnionWith(cleaned.Value.Removed);
        return new PostText(text, PostFormat.Html);

        async Task<RenderedPost?> ShowAsync(string written) =>
            await posts.PreviewAsync(post.BlogId, PostFormat.Html, written, post.AuthorIds, cancellationToken).ConfigureAwait(false)
                is { Succeeded: true, Value: var rendered }
                ? rendered
                : null;
    }

    /// <summary>What a text in HTML begins with, as plain text.</summary>
    public string FirstLineOfHtml(string text, CancellationToken cancellationToken) =>
        html.ToPlainText(text, cancellationToken) is { Succeeded: true, Value: var plain } ? plain.Trim().Split('\n')[0] : "";

    /// <summary>What a text begins with, as plain text.</summary>
    public async Task<string> FirstLineAsync(
        BlogId blogId, ImmutableArray<AuthorId> authorIds, string markdown, CancellationToken cancellationToken)
    {
        var text = (await posts.PreviewAsync(blogId, markdown, authorIds, cancellationToken).ConfigureAwait(false)).PlainText.Trim();
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }

    /// <summary>A text of a post as HTML; of one that is written in HTML, as it was written.</summary>
    public async Task<string> HtmlAsync(Post post, string markdown, CancellationToken cancellationToken) =>
        post.Format is PostFormat.Html ? markdown
            : string.Equals(markdown, post.Markdown, StringComparison.Ordinal) ? post.Rendered.Html
            : (await posts.PreviewAsync(post.BlogId, markdown, post.AuthorIds, cancellationToken).ConfigureAwait(false)).Html;

    /// <summary>
    /// A post as HTML: what stands before the marker of its excerpt, and what stands behind it, where each can stand alone; else all of it
    /// and null.
    /// </summary>
    public async Task<(string Start, string? More)> HtmlPartsAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.Format is PostFormat.Html)
        {
            return (post.Markdown, null);
        }

        if (MoreMark.Split(post.Markdown) is not (var start, { } more))
        {
            return (post.Rendered.Html, null);
        }

        var (startHtml, moreHtml) = (
            await HtmlAsync(post, start, cancellationToken).ConfigureAwait(false),
            await HtmlAsync(post, more, cancellationToken).ConfigureAwait(false));
        var rendering = await posts.ReadRenderingAsync(post.BlogId, post.AuthorIds, cancellationToken).ConfigureAwait(false);
        return html.AreEqual(startHtml + moreHtml, post.Rendered.Html, rendering, cancellationToken)
            ? (startHtml, moreHtml)
            : (post.Rendered.Html, null);
    }

    // A program that was told the Markdown and sends HTML only.
    private bool IsSource(string value, string before, CancellationToken cancellationToken) =>
        html.ToPlainText(value, cancellationToken) is { Succeeded: true, Value: var plain }
        && string.Equals(plain, before.Trim(), StringComparison.Ordinal);
}
