using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit;

/// <summary>
/// Renders again every text that another version of the renderer made, so that reading never renders. Run by <c>PrepareBlogKitAsync</c>
/// when the host starts; safe to run beside readers and writers and in several hosts: whoever changes something meanwhile wins.
/// </summary>
public sealed class RenderingRefresh : IRenderAgain
{
    private const int BatchSize = 200;

    private readonly IBlogStore _blogs;
    private readonly IPostStore _posts;
    private readonly IAuthorStore _authors;
    private readonly IFooterStore _footers;
    private readonly ICommentUpkeepStore _upkeepStore;
    private readonly CommentTexts _texts;
    private readonly PostService _postService;
    private readonly FooterService _footerService;
    private readonly IMarkdownRenderer _renderer;
    private readonly BlogChanges _changes;
    private readonly ILogger<RenderingRefresh> _logger;

    internal RenderingRefresh(
        IBlogStore blogs,
        IPostStore posts,
        IAuthorStore authors,
        IFooterStore footers,
        ICommentUpkeepStore upkeepStore,
        CommentTexts texts,
        PostService postService,
        FooterService footerService,
        IMarkdownRenderer renderer,
        BlogChanges changes,
        ILogger<RenderingRefresh> logger)
    {
        _blogs = blogs;
        _posts = posts;
        _authors = authors;
        _footers = footers;
        _upkeepStore = upkeepStore;
        _texts = texts;
        _postService = postService;
        _footerService = footerService;
        _renderer = renderer;
        _changes = changes;
        _logger = logger;
    }

    /// <summary>
    /// Renders every text that is out of date. Cost: proportional to what is out of date, plus one pass over the list of posts, without
    /// their texts.
    /// </summary>
    /// <param name="progress">Told the number of texts rendered so far; null for nobody.</param>
    /// <param name="cancellationToken">Honoured between batches; what was done stays done.</param>
    /// <returns>How many texts were rendered.</returns>
    public async Task<int> RunAsync(IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var posts = 0;
        foreach (var blog in await _blogs.ListAllAsync(cancellationToken).ConfigureAwait(false))
        {
            posts += await RefreshPostsAsync(blog.Id, cancellationToken).ConfigureAwait(false);
            await RefreshProfilesAsync(blog.Id, blog.Language, isForced: false, cancellationToken).ConfigureAwait(false);
            progress?.Report(posts);
        }

        var comments = 0;
        CommentId? after = null;
        while (await _upkeepStore.ListStaleAsync(
            _renderer.Version, after, BatchSize, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } batch)
        {
            await RefreshCommentsAsync(batch, cancellationToken).ConfigureAwait(false);
            after = batch[^1].Id;
            comments += batch.Length;
            progress?.Report(posts + comments);
        }

        if (posts + comments > 0)
        {
            _changes.Announce(new BlogChange(default, BlogChangeKind.Blog));
            RefreshLog.RenderedAgain(_logger, posts, comments, _renderer.Version);
        }

        return posts + comments;
    }

    private async Task<int> RefreshPostsAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        // Lists have no texts: at most starts none is old, and then no text is read.
        var old = new List<PostId>();
        PostCursor? cursor = null;
        do
        {
            var slice = await _posts.ListForDeskAsync(
                new PostDeskQuery { BlogId = blogId, Size = 100, Cursor = cursor }, cancellationToken).ConfigureAwait(false);
            old.AddRange(slice.Items.Where(p => IsOld(p.Format, p.RendererVersion)).Select(static p => p.Id));
            cursor = slice.HasNext ? new PostCursor(slice.Items[^1].UpdatedAt, slice.Items[^1].Id) : null;
        }
        while (cursor is not null);

        var rendered = 0;
        foreach (var chunk in old.Chunk(50))
        {
            foreach (var post in await _posts.FindManyAsync(blogId, chunk, cancellationToken).ConfigureAwait(false))
            {
                if (!IsOld(post.Format, post.RendererVersion))
                {
                    continue;
                }

                var again = await _postService.RenderAsync(post, cancellationToken).ConfigureAwait(false);
                if (await _posts.SaveAsync(new PostSave(again, null), cancellationToken).ConfigureAwait(false) is SaveOutcome.Saved)
                {
                    rendered++;
                }
            }
        }

        return rendered;
    }

    // What nobody here renders stays as it is.
    private bool IsOld(PostFormat format, int version) => _postService.FindRendererVersion(format) is { } now && version != now;

    Task IRenderAgain.RenderPostsAsync(BlogId blogId, AuthorId author) => _postService.RenderAgainAsync(blogId, author);

    async Task IRenderAgain.RenderBlogAsync(BlogId blogId, string language)
    {
        await _postService.RenderAgainAsync(blogId, author: null).ConfigureAwait(false);
        await RefreshProfilesAsync(blogId, language, isForced: true, CancellationToken.None).ConfigureAwait(false);
        _changes.Announce(new BlogChange(blogId, BlogChangeKind.Blog));
    }

    private async Task RefreshProfilesAsync(BlogId blogId, string language, bool isForced, CancellationToken cancellationToken)
    {
        foreach (var author in await _authors.ListAllAsync(blogId, cancellationToken).ConfigureAwait(false))
        {
            if (isForced || author.RendererVersion != _renderer.Version)
            {
                await _authors.SaveAsync(AuthorProfile.Render(author, _renderer, language), cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var block in await _footers.ListAllAsync(blogId, cancellationToken).ConfigureAwait(false))
        {
            if (isForced || block.RendererVersion != _renderer.Version)
            {
                await _footers.SaveAsync(_footerService.Render(block, language), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RefreshCommentsAsync(ImmutableArray<Comment> batch, CancellationToken cancellationToken)
    {
        var renderings = new List<StaleRendering>(batch.Length);
        foreach (var comment in batch)
        {
            var rendered = await _texts.RenderAsync(
                comment.BlogId, comment.PostId, comment.Markdown, cancellationToken).ConfigureAwait(false);
            renderings.Add(new StaleRendering
            {
                BlogId = comment.BlogId,
                CommentId = comment.Id,
                Revision = comment.Revision,
                Html = rendered.Html,
                PlainText = rendered.PlainText,
                RendererVersion = _renderer.Version,
            });
        }

        await _upkeepStore.SaveRenderingsAsync(renderings, cancellationToken).ConfigureAwait(false);
    }
}
