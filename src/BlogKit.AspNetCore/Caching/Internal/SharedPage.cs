using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A page that is being made for everybody who has no cookie: whoever makes it puts nothing of a single visitor into it.
/// </summary>
internal sealed class SharedPage
{
    /// <summary>How long a making may take: a store that takes longer has a fault, and somebody has to be told of it.</summary>
    public static readonly TimeSpan LongestMaking = TimeSpan.FromSeconds(30);

    // Lists show how many comments a post has, nothing of what stands in them. What waits for moderators is on no page.
    private static readonly BlogParts s_ofLists = BlogParts.AllReadersSeeBut(BlogChangeKind.Feedback);
    private static readonly BlogParts s_ofThreads = BlogParts.AllReadersSeeBut();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BlogId? _blog;
    private PostId? _post;
    private bool _hasThread;
    private IRequestCookiesFeature? _cookies;
    private CancellationToken _aborted;
    private bool _hasBegun;

    /// <summary>Of all that was added: one blog and one post at most, else any.</summary>
    public Sources MadeOf => new(_blog ?? default, _post, _hasThread ? s_ofThreads : s_ofLists);

    /// <summary>What is kept; null when the page is not to be kept.</summary>
    public CachedPage? Result { get; set; }

    /// <summary>Complete once the request is given back: nothing is made for others any more.</summary>
    public Task Over => _over.Task;

    /// <summary>Something of a blog is on the page: its own, or that of a layout or widget.</summary>
    public void AddBlog(BlogId blog) => _blog = _blog is null || _blog == blog ? blog : default(BlogId);

    /// <summary>The thread of a post is on the page. Without any, only counts of comments are.</summary>
    public void AddThread(PostId post)
    {
        _post = !_hasThread || _post == post ? post : null;
        _hasThread = true;
    }

    /// <summary>From here on the request is nobody's: it has no cookies, and ends when <paramref name="making"/> does.</summary>
    public void Begin(HttpContext context, CancellationToken making)
    {
        _cookies = context.Features.Get<IRequestCookiesFeature>();
        _aborted = context.RequestAborted;
        _hasBegun = true;
        context.Features.Set<IRequestCookiesFeature>(new RequestCookiesFeature(new NoCookies()));
        context.RequestAborted = making;
        context.Features.Set(this);
    }

    /// <summary>
    /// Gives the request back to whoever sent it. Without <see cref="Result"/> others wait for it no longer and make their own.
    /// </summary>
    public void End(HttpContext context)
    {
        if (_hasBegun)
        {
            _hasBegun = false;
            context.Features.Set<SharedPage>(null);
            context.Features.Set(_cookies);
            context.RequestAborted = _aborted;
            _over.SetResult();
        }
    }
}
