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
    private IRequestCookiesFeature? _cookies;
    private CancellationToken _aborted;
    private bool _hasBegun;

    /// <summary>The blog; the default identity until it is found.</summary>
    public BlogId BlogId { get; set; }

    /// <summary>The post whose thread is on the page; null when no thread is, only counts.</summary>
    public PostId? PostId { get; set; }

    public Sources MadeOf => new(BlogId, PostId, PostId is null ? s_ofLists : s_ofThreads);

    /// <summary>What is kept; null when the page is not to be kept.</summary>
    public CachedPage? Result { get; set; }

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

    /// <summary>Gives the request back to whoever sent it.</summary>
    public void End(HttpContext context)
    {
        if (_hasBegun)
        {
            _hasBegun = false;
            context.Features.Set<SharedPage>(null);
            context.Features.Set(_cookies);
            context.RequestAborted = _aborted;
        }
    }
}
