namespace BlogKit.Internal;

/// <summary>The texts of comments: rendered the one way there is, whether they are new, stored, judged again or only looked at.</summary>
internal sealed class CommentTexts(IMarkdownRenderer renderer, IThreadStore threads)
{
    private const int MostParticipants = 200;

    /// <summary>The version of what renders.</summary>
    public int RendererVersion => renderer.Version;

    /// <summary>A text as it is kept: lines end in one way, and none is empty before the first word or after the last.</summary>
    public static string NormaliseLines(string text) => text.ReplaceLineEndings("\n").Trim('\n');

    /// <summary>Renders a text under a post. Who can be mentioned is asked for only when the text has an @: one command then.</summary>
    public async Task<RenderedComment> RenderAsync(BlogId blogId, PostId postId, string markdown, CancellationToken cancellationToken)
    {
        var rendering = CommentRendering.Default;
        if (markdown.Contains('@', StringComparison.Ordinal))
        {
            var participants = await threads.ListParticipantsAsync(blogId, postId, MostParticipants, cancellationToken).ConfigureAwait(false);
            rendering = rendering with { Participants = participants };
        }

        return renderer.RenderComment(markdown, rendering);
    }

    /// <summary>The comment with a text and what was rendered from it.</summary>
    public Comment With(Comment comment, string markdown, RenderedComment rendered) => comment with
    {
        Markdown = markdown,
        Html = rendered.Html,
        PlainText = rendered.PlainText,
        RendererVersion = RendererVersion,
    };
}
