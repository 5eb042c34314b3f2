using BlogKit.Storage;
using PostTag = BlogKit.Tag;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// What must be known of all posts before the first is written: their numbers, in the order of their creation, their tags and former
/// slugs. A few dozen bytes for each.
/// </summary>
internal sealed class WxrPlan
{
    private const int PartSize = 200;

    private readonly List<(DateTimeOffset At, PostId Id, PostKind Kind)> _posts = [];
    private readonly HashSet<PostId> _seen = [];
    private readonly Dictionary<PostId, int> _numbers = [];
    private readonly Dictionary<PostId, List<Slug>> _formerSlugs = [];
    private readonly Dictionary<Slug, (DateTimeOffset At, PostId Id, int Place, PostTag Tag)> _tags = [];

    /// <summary>The posts and pages, oldest first; the number of each is its place, from 1.</summary>
    public IReadOnlyList<(DateTimeOffset At, PostId Id, PostKind Kind)> Posts => _posts;

    /// <summary>The tags in the order in which posts had them first.</summary>
    public ImmutableArray<PostTag> Tags { get; private set; } = [];

    /// <summary>When anything was last changed; null without posts.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Whether former slugs are known.</summary>
    public bool KnowsFormerSlugs { get; private set; }

    public static async Task<WxrPlan> ReadAsync(WxrStores stores, BlogId blogId, CancellationToken cancellationToken)
    {
        var plan = new WxrPlan();
        if (!await plan.ReadCopyAsync(stores.Transfer, blogId, cancellationToken).ConfigureAwait(false))
        {
            await plan.ReadDeskAsync(stores.Posts, blogId, cancellationToken).ConfigureAwait(false);
        }

        plan.Number();
        return plan;
    }

    /// <summary>The number of a post; 0 for one that is not there.</summary>
    public int NumberOf(PostId? id) => id is { } post ? _numbers.GetValueOrDefault(post) : 0;

    public IReadOnlyList<Slug> FormerSlugsOf(PostId id) => _formerSlugs.TryGetValue(id, out var slugs) ? slugs : [];

    // The copy is of one moment and has the former slugs, which no other role lists.
    private async Task<bool> ReadCopyAsync(ITransferStore store, BlogId blogId, CancellationToken cancellationToken)
    {
        ITransferReading? reading;
        try
        {
            reading = await store.OpenAsync(blogId, cancellationToken).ConfigureAwait(false);
        }
        catch (NotSupportedException)
        {
            return false;
        }

        KnowsFormerSlugs = true;
        if (reading is null)
        {
            return true;
        }

        await using (reading.ConfigureAwait(false))
        {
            string? cursor = null;
            do
            {
                var part = await reading.ReadAsync(cursor, PartSize, cancellationToken).ConfigureAwait(false);
                cursor = part.Next;
                foreach (var item in part.Items)
                {
                    if (item is TransferredPost { Post: var post })
                    {
                        Add(post);
                    }
                    else if (item is TransferredFormerSlug former)
                    {
                        AddFormer(former);
                    }
                    else if (item.Kind > TransferKind.FormerSlug)
                    {
                        return true;
                    }
                }
            }
            while (cursor is not null);
        }

        return true;
    }

    // Latest changed first: a post that is changed meanwhile is found where the list begins, so that is read again.
    private async Task ReadDeskAsync(IPostStore store, BlogId blogId, CancellationToken cancellationToken)
    {
        PostCursor? cursor = null;
        PostSummary? newest = null;
        bool isMore;
        do
        {
            var part = await AddPartAsync(store, blogId, cursor, cancellationToken).ConfigureAwait(false);
            newest ??= part.Items.FirstOrDefault();
            isMore = part.HasNext && part.Items.Length > 0;
            cursor = part.Items.Length > 0 ? new PostCursor(part.Items[^1].UpdatedAt, part.Items[^1].Id) : cursor;
        }
        while (isMore);

        cursor = null;
        do
        {
            var part = await AddPartAsync(store, blogId, cursor, cancellationToken).ConfigureAwait(false);
            isMore = part.HasNext && part.Items.Length > 0 && part.Items[^1].UpdatedAt > newest?.UpdatedAt;
            cursor = part.Items.Length > 0 ? new PostCursor(part.Items[^1].UpdatedAt, part.Items[^1].Id) : cursor;
        }
        while (isMore);
    }

    private async Task<Slice<PostSummary>> AddPartAsync(
        IPostStore store, BlogId blogId, PostCursor? cursor, CancellationToken cancellationToken)
    {
        const int Most = 100;
        var part = await store.ListForDeskAsync(
            new PostDeskQuery { BlogId = blogId, Size = Most, Cursor = cursor }, cancellationToken).ConfigureAwait(false);
        if (!part.Items.IsEmpty)
        {
            // A summary does not say when its post was made, and its order is that of identities only in part.
            var posts = await store.FindManyAsync(blogId, [.. part.Items.Select(static item => item.Id)], cancellationToken)
                .ConfigureAwait(false);
            foreach (var post in posts)
            {
                Add(post);
            }
        }

        return part;
    }

    private void Add(Post post)
    {
        if (!_seen.Add(post.Id))
        {
            return;
        }

        _posts.Add((post.CreatedAt, post.Id, post.Kind));
        ChangedAt = ChangedAt is { } known && known >= post.UpdatedAt ? known : post.UpdatedAt;
        for (var place = 0; place < post.Tags.Length; place++)
        {
            var tag = post.Tags[place];
            var found = (post.CreatedAt, post.Id, place, tag);
            if (!_tags.TryGetValue(tag.Slug, out var first) || IsBefore(found, first))
            {
                _tags[tag.Slug] = found;
            }
        }
    }

    private static bool IsBefore(
        (DateTimeOffset At, PostId Id, int Place, PostTag Tag) left, (DateTimeOffset At, PostId Id, int Place, PostTag Tag) right) =>
        (left.At, left.Id, left.Place).CompareTo((right.At, right.Id, right.Place)) < 0;

    private void AddFormer(TransferredFormerSlug former)
    {
        if (!_formerSlugs.TryGetValue(former.PostId, out var slugs))
        {
            _formerSlugs.Add(former.PostId, slugs = []);
        }

        slugs.Add(former.Slug);
    }

    private void Number()
    {
        _seen.Clear();
        _posts.Sort();
        for (var at = 0; at < _posts.Count; at++)
        {
            _numbers.Add(_posts[at].Id, at + 1);
        }

        foreach (var slugs in _formerSlugs.Values)
        {
            slugs.Sort(static (left, right) => string.CompareOrdinal(left.Value, right.Value));
        }

        Tags = [.. _tags.Values.OrderBy(static tag => (tag.At, tag.Id, tag.Place)).Select(static tag => tag.Tag)];
        _tags.Clear();
    }
}
