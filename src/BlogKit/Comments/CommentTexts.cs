using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Renders the texts of comments, in one way whether they are new, stored, judged again or only previewed. Safe for concurrent use.
/// </summary>
public sealed class CommentTexts
{
    private const int MostParticipants = 200;

    private readonly IMarkdownRenderer _renderer;
    private readonly IThreadStore _threads;

    internal CommentTexts(IMarkdownRenderer renderer, IThreadStore threads)
    {
        _renderer = renderer;
        _threads = threads;
    }

    /// <summary>The version of what renders.</summary>
    internal int RendererVersion => _renderer.Version;

    /// <summary>A text as it is kept: lines end in one way, and none is empty before the first word or after the last.</summary>
    internal static string NormaliseLines(string text) => text.ReplaceLineEndings("\n").Trim('\n');

    /// <summary>
    /// Renders a text as that of a comment under a post, whatever its length. Cost: one command of the store when it has an @, to ask who
    /// can be mentioned; none otherwise.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="postId">The post.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="cancellationToken">Passed to the store.</param>
    public async Task<RenderedComment> RenderAsync(
        BlogId blogId, PostId postId, string markdown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var rendering = CommentRendering.Default;
        if (markdown.Contains('@', StringComparison.Ordinal))
        {
            var participants = await _threads.ListParticipantsAsync(
                blogId, postId, MostParticipants, cancellationToken).ConfigureAwait(false);
            rendering = rendering with { Participants = participants };
        }

        return _renderer.RenderComment(markdown, rendering);
    }

    /// <summary>The comment with a text and what was rendered from it.</summary>
    internal Comment With(Comment comment, string markdown, RenderedComment rendered) => comment with
    {
        Markdown = markdown,
        Html = rendered.Html,
        PlainText = rendered.PlainText,
        RendererVersion = RendererVersion,
    };
}
