using System.Collections.Concurrent;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A page that is being made for everybody who has no cookie: whoever makes it puts nothing of a single visitor into it. Collects what
/// changes meanwhile, so that a page made of what was there before is not kept.
/// </summary>
internal sealed class SharedPage(string key)
{
    private readonly ConcurrentQueue<(BlogChange Change, Deadline End)> _changes = new();
    private IRequestCookiesFeature? _cookies;
    private CancellationToken _aborted;
    private bool _hasBegun;

    public string Key { get; } = key;

    /// <summary>The blog; the default identity until it is found.</summary>
    public BlogId BlogId { get; set; }

    /// <summary>The post whose thread is on the page; null when no thread is, only counts.</summary>
    public PostId? PostId { get; set; }

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

    /// <summary>Something has changed; what was made before may be shown until <paramref name="end"/>, if it may be shown at all.</summary>
    public void Heard(BlogChange change, Deadline end) => _changes.Enqueue((change, end));

    /// <summary>What has changed on it since it was begun.</summary>
    public IEnumerable<(BlogChange Change, Deadline End)> FindChanges() => _changes.Where(c => Touches(c.Change, BlogId, PostId));

    /// <summary>Whether a change can be seen on a page.</summary>
    public static bool Touches(BlogChange change, BlogId blogId, PostId? postId) =>
        (change.BlogId == blogId || change.BlogId == default)
        && change.Kind switch
        {
            BlogChangeKind.Queue => false,
            // Lists show how many comments a post has, nothing of what stands in them.
            BlogChangeKind.Thread => postId is null || change.PostId == postId,
            BlogChangeKind.Feedback => change.PostId == postId,
            _ => true,
        };
}
