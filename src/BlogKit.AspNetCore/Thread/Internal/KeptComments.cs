using BlogKit.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Keeps the markup of comments, so that most of a page that is made is copied. What is kept is found by a comment and compared with all
/// it was made of: it needs no news of changes, and cannot be out of date. The least used are dropped first. Safe for concurrent use.
/// </summary>
internal sealed class KeptComments : IDisposable
{
    // What an entry takes beside its text.
    private const int Overhead = 512;

    // Whatever is deleted does not stay in memory for ever.
    private static readonly TimeSpan s_unused = TimeSpan.FromMinutes(10);

    private readonly MemoryCache? _comments;
    private readonly CacheDrops _drops;

    public KeptComments(IOptions<PageCacheOptions> options, TimeProvider clock, BlogKitInstruments instruments)
    {
        _drops = new CacheDrops(instruments, "comments");
        if (options.Value.Enabled)
        {
            _comments = new MemoryCache(
                new MemoryCacheOptions { SizeLimit = options.Value.CommentSizeLimit, Clock = new SteadyClock(clock) });
        }
    }

    /// <summary>
    /// The thread with the markup of its comments, those for its viewer alone left out. Makes what is not kept; asks the store for nothing.
    /// </summary>
    public async Task<ThreadModel> MakeAsync(ThreadModel thread)
    {
        // The links of a thread on another page hold that page's query, of which strangers make as many as they like.
        if (_comments is null || thread.Page.Roots.IsEmpty || thread.PageUrl?.Contains('?', StringComparison.Ordinal) == true)
        {
            return thread;
        }

        var surroundings = Share(CommentSurroundings.In(thread));
        var made = new Dictionary<CommentId, MadeComment>(CommentMarkup.Count(thread.Page.Roots));
        var missing = new List<ThreadNode>();
        Find(thread.Page.Roots, surroundings, thread.Highlighted, made, missing);
        if (missing.Count > 0)
        {
            var fragments = await ComponentHtml.RenderManyAsync(
                typeof(CommentFragment),
                missing.Select(node => new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(CommentFragment.Node)] = node,
                    [nameof(CommentFragment.Surroundings)] = surroundings,
                })).ConfigureAwait(false);
            foreach (var (node, html) in missing.Zip(fragments))
            {
                var kept = new Kept(node with { Replies = [], MoreReplies = null }, surroundings, new MarkupString(html));
                made[node.Id] = kept.For(node);
                Keep(kept);
            }
        }

        return thread with { Made = new MadeComments(surroundings, made) };
    }

    public void Dispose() => _comments?.Dispose();

    // Recursion is bounded by ThreadOptions.DisplayDepth.
    private void Find(
        ImmutableArray<ThreadNode> nodes,
        CommentSurroundings surroundings,
        CommentId? highlighted,
        Dictionary<CommentId, MadeComment> made,
        List<ThreadNode> missing)
    {
        foreach (var node in nodes)
        {
            if (node.Comment is { IsOwn: false, IsHeld: false, EditableUntil: null } comment
                && comment.Own == OwnFeedback.None
                && node.Id != highlighted)
            {
                if (_comments!.TryGetValue(KeyOf(node.Id, surroundings), out Kept? kept) && kept!.IsOf(node, comment, surroundings))
                {
                    made[node.Id] = kept.For(node);
                }
                else
                {
                    missing.Add(node);
                }
            }

            Find(node.Replies, surroundings, highlighted, made, missing);
        }
    }

    // The one that was there before, so that comparing costs nothing.
    private CommentSurroundings Share(CommentSurroundings surroundings) => _comments!.GetOrCreate(surroundings, entry =>
    {
        entry.Size = Overhead + surroundings.Size;
        entry.SlidingExpiration = s_unused;
        return surroundings;
    })!;

    // The surroundings count with every comment: a comment of surroundings that are shared no longer holds them alone.
    private void Keep(Kept kept) => _comments!.Set(
        KeyOf(kept.Node.Id, kept.Surroundings),
        kept,
        _drops.Watch(new MemoryCacheEntryOptions
        {
            Size = Overhead + kept.Surroundings.Size + kept.Size,
            SlidingExpiration = s_unused,
        }));

    private static object KeyOf(CommentId id, CommentSurroundings surroundings) => (id, surroundings.GetHashCode());

    /// <summary>Markup, and what it was made of.</summary>
    private sealed class Kept(ThreadNode node, CommentSurroundings surroundings, MarkupString html)
    {
        private readonly ThreadComment _comment = node.Comment!;
        private readonly string _place = CommentMarkup.PlaceOf(node.Id);

        public ThreadNode Node => node;

        public CommentSurroundings Surroundings => surroundings;

        /// <summary>About the bytes of its texts: the markup has the name and the addresses, and the comment has them once more.</summary>
        public long Size => 2L * ((2 * html.Value.Length) + _comment.Html.Length);

        public MadeComment For(ThreadNode other) => new(other.Comment!, other.AnswersTo, _place, html);

        // Every member of a comment, for whatever the markup may come to show; a test changes each.
        public bool IsOf(ThreadNode other, ThreadComment comment, CommentSurroundings around) =>
            _comment.Version == comment.Version
            && string.Equals(_comment.Html, comment.Html, StringComparison.Ordinal)
            && string.Equals(_comment.Name, comment.Name, StringComparison.Ordinal)
            && _comment.Kind == comment.Kind
            && _comment.CommenterKind == comment.CommenterKind
            && _comment.ParentId == comment.ParentId
            && _comment.AuthorId == comment.AuthorId
            && _comment.IsPostAuthor == comment.IsPostAuthor
            && _comment.IsPinned == comment.IsPinned
            && _comment.CreatedAt == comment.CreatedAt
            && _comment.EditedAt == comment.EditedAt
            && _comment.UpVotes == comment.UpVotes
            && _comment.DownVotes == comment.DownVotes
            && _comment.Reactions.SequenceEqual(comment.Reactions)
            && string.Equals(_comment.Url?.OriginalString, comment.Url?.OriginalString, StringComparison.Ordinal)
            && string.Equals(_comment.AvatarUrl?.OriginalString, comment.AvatarUrl?.OriginalString, StringComparison.Ordinal)
            && node.AnswersTo == other.AnswersTo
            && (ReferenceEquals(surroundings, around) || surroundings.Equals(around));
    }
}
