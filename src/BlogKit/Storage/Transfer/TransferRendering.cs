using BlogKit.Internal;

namespace BlogKit.Storage;

/// <summary>
/// Makes everything that stands rendered in an item of a copy again, from the text beside it: HTML that came in a file may say anything.
/// Safe for concurrent use.
/// </summary>
/// <remarks>
/// The blog and the authors are to be stored before what is rendered with their language and their roles, the post before its comments. A
/// comment that names others is rendered with those who are there now and is marked as out of date: <see cref="RenderingRefresh"/> makes
/// it again when all are.
/// </remarks>
public sealed class TransferRendering
{
    /// <summary>The version that no renderer has: what is marked with it is rendered again at the next refresh.</summary>
    private const int Never = 0;

    private readonly IBlogStore _blogs;
    private readonly PostService _posts;
    private readonly FooterService _footers;
    private readonly CommentTexts _comments;
    private readonly IMarkdownRenderer _renderer;

    internal TransferRendering(
        IBlogStore blogs, PostService posts, FooterService footers, CommentTexts comments, IMarkdownRenderer renderer)
    {
        _blogs = blogs;
        _posts = posts;
        _footers = footers;
        _comments = comments;
        _renderer = renderer;
    }

    /// <summary>
    /// Returns the item with its HTML, and what was taken from it, made of its text here; an item without any as it is.
    /// </summary>
    /// <param name="blogId">The blog that is written.</param>
    /// <param name="item">The item, in which <see cref="TransferCheck"/> finds no problem.</param>
    /// <param name="cancellationToken">Ends the rendering.</param>
    public async Task<TransferItem> RenderAsync(BlogId blogId, TransferItem item, CancellationToken cancellationToken) => item switch
    {
        TransferredPost post => new TransferredPost(await RenderAsync(post.Post, cancellationToken).ConfigureAwait(false)),
        TransferredComment comment => comment with
        {
            Comment = await RenderAsync(blogId, comment.Comment, cancellationToken).ConfigureAwait(false),
        },
        TransferredAuthor author => new TransferredAuthor(AuthorProfile.Render(
            author.Author, _renderer, await LanguageAsync(blogId, cancellationToken).ConfigureAwait(false))),
        TransferredFooterBlock block => new TransferredFooterBlock(_footers.Render(
            block.Block, await LanguageAsync(blogId, cancellationToken).ConfigureAwait(false))),
        _ => item,
    };

    private async Task<Post> RenderAsync(Post post, CancellationToken cancellationToken) =>
        _posts.FindRendererVersion(post.Format) is null
            ? post with
            {
                // Nothing here reads the format: it is shown as text until something does.
                Rendered = _renderer.RenderPost(post.Markdown, new PostRendering { AllowRawHtml = false }),
                RendererVersion = Never,
            }
            : await _posts.RenderAsync(post, cancellationToken).ConfigureAwait(false);

    private async Task<Comment> RenderAsync(BlogId blogId, Comment comment, CancellationToken cancellationToken)
    {
        if (comment.PurgedAt is not null && comment.Markdown.Length == 0)
        {
            return comment with { Html = "", PlainText = "" };
        }

        var rendered = await _comments.RenderAsync(blogId, comment.PostId, comment.Markdown, cancellationToken).ConfigureAwait(false);
        var again = _comments.With(comment, comment.Markdown, rendered);
        return comment.Markdown.Contains('@', StringComparison.Ordinal) ? again with { RendererVersion = Never } : again;
    }

    private async Task<string?> LanguageAsync(BlogId blogId, CancellationToken cancellationToken) =>
        (await _blogs.FindAsync(blogId, cancellationToken).ConfigureAwait(false))?.Language;
}
