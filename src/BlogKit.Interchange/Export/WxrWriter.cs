using BlogKit.Interchange.Internal;
using BlogKit.Storage;

namespace BlogKit.Interchange;

/// <summary>
/// Writes a whole blog as an export of WordPress (WXR 1.2), which the importer of WordPress reads, and those of Disqus, Isso, Remark42 and
/// Artalk for the comments. Safe for concurrent use.
/// </summary>
/// <remarks>
/// The file holds what readers never see: drafts, private posts, held comments and spam, and the e-mail and network addresses of
/// commenters. Keep it as you keep the blog's store, and leave it on no server. Nothing becomes visible in WordPress that is not here: what
/// has no equal there is written as private or held, and the report says so. The same blog gives the same bytes and the same numbers.
/// Memory: a few dozen bytes for each post and for each comment of the longest thread, the names of authors and terms, the longest text.
/// </remarks>
public sealed class WxrWriter
{
    private readonly IBlogStore _blogs;
    private readonly WxrStores _stores;
    private readonly TimeProvider _clock;

    internal WxrWriter(IBlogStore blogs, WxrStores stores, TimeProvider clock)
    {
        _blogs = blogs;
        _stores = stores;
        _clock = clock;
    }

    /// <summary>The sentences that say what no export of a blog holds in this format, for reports.</summary>
    public static ImmutableArray<string> NeverHolds { get; } =
    [
        "Texts are written as HTML: WordPress keeps no Markdown.",
        "Times are written to the second.",
        "Earlier texts of posts and comments, the log of moderation, bans and flags are not written.",
        "Votes, reactions, pinned comments, the time a comment was edited and the browsers of commenters are not written.",
        "Footer blocks, redirects and settings are not written.",
        "Biographies, pictures, links and roles of authors are not written: the format has no place for them.",
        "The addresses of pictures and files are written, not their contents; WordPress fetches them while they are there.",
    ];

    /// <summary>
    /// Writes a blog, post after post. The blog may change meanwhile: every post is written as it is when its turn comes, and posts that
    /// are new since the beginning are not written. Needs <see cref="Actor.CanEditOthers"/> in the blog.
    /// Errors: <see cref="ErrorCodes.NotAllowed"/>, <see cref="ErrorCodes.BlogNotFound"/>, <see cref="ErrorCodes.Required"/> (no address).
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="output">Where it is written to, as UTF-8. Stays open. What is there after a failure is no export.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="progress">Is told how far it has come after each post and within long threads; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two items.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="WxrWriterOptions.PostAddress"/> gave an address that is not absolute.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be written to.</exception>
    public async Task<Result<WxrWriterReport>> WriteAsync(
        BlogId blogId,
        Stream output,
        WxrWriterOptions? options,
        Actor actor,
        IProgress<WxrWriterProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(actor);
        options ??= new WxrWriterOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumNotes, nameof(options));
        if (!actor.ForBlog(blogId).CanEditOthers)
        {
            return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "Only editors and administrators may export a blog.");
        }

        var blog = await _blogs.FindAsync(blogId, cancellationToken).ConfigureAwait(false);
        if (blog is null)
        {
            return BlogError.Of(ErrorKind.NotFound, ErrorCodes.BlogNotFound, "There is no such blog.");
        }

        if ((options.BaseUrl ?? blog.BaseUrl) is not { IsAbsoluteUri: true, Scheme: "http" or "https" } baseUrl)
        {
            return BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.Required,
                "The blog has no address of its own: say at which http or https address its readers find it.",
                nameof(WxrWriterOptions.BaseUrl));
        }

        var ledger = new WxrLedger(options);
        using var xml = new WxrOutput(output);
        var addresses = new WxrAddresses(baseUrl, options.PostAddress);
        await new WxrExport(_stores, blog, addresses, xml, ledger, options.ApprovedCommentsOnly, progress, _clock.GetUtcNow())
            .WriteAsync(cancellationToken)
            .ConfigureAwait(false);
        return ledger.ToReport();
    }
}
