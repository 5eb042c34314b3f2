using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<Slice<PostSummary>> ListPublishedAsync(PublishedPostQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state => ListPosts(
                state,
                state.PostsByPublication.GetValueOrDefault(query.BlogId, []),
                query.Cursor,
                query.Size,
                post => IsListed(post, query.Now) && Matches(post, query)),
            cancellationToken);
    }

    public Task<Slice<PostSummary>> ListForDeskAsync(PostDeskQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state => ListPosts(
                state,
                state.PostsByChange.GetValueOrDefault(query.BlogId, []),
                query.Cursor,
                query.Size,
                post => (query.Kind is null || post.Kind == query.Kind)
                    && (query.Status is null || post.Status == query.Status)
                    && (query.Author is not { } author || post.AuthorIds.Contains(author))),
            cancellationToken);
    }

    public Task<ImmutableArray<TagCount>> ListTagsAsync(
        BlogId blogId, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        Read(
            state => state.PostsByPublication.GetValueOrDefault(blogId, [])
                .Select(place => state.Posts[place.Id])
                .Where(post => post.Kind is PostKind.Post && IsListed(post, now))
                .SelectMany(static post => post.Tags.DistinctBy(static t => t.Slug))
                .GroupBy(static tag => tag.Slug)
                .Select(static group => new TagCount(group.First(), group.Count()))
                .OrderByDescending(static count => count.Posts)
                .ThenBy(static count => count.Tag.Slug.Value, StringComparer.Ordinal)
                .Take(limit)
                .ToImmutableArray(),
            cancellationToken);

    public Task<ImmutableArray<MonthCount>> CountByMonthAsync(
        BlogId blogId, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        Read(
            state => state.PostsByPublication.GetValueOrDefault(blogId, [])
                .Select(place => state.Posts[place.Id])
                .Where(post => post.Kind is PostKind.Post && IsListed(post, now))
                .Select(post => TimeZoneInfo.ConvertTime(post.PublishedAt!.Value, zone))
                .GroupBy(static at => (at.Year, at.Month))
                .Select(static group => new MonthCount { Year = group.Key.Year, Month = group.Key.Month, Posts = group.Count() })
                .OrderByDescending(static month => (month.Year, month.Month))
                .ToImmutableArray(),
            cancellationToken);

    public Task<PostNeighbours> ReadNeighboursAsync(BlogId blogId, PostId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        Read(
            state =>
            {
                if (state.FindPost(blogId, id) is not { SeriesId: { } series } post)
                {
                    return PostNeighbours.None;
                }

                var parts = state.Posts.Values
                    .Where(p => p.BlogId == post.BlogId && p.SeriesId == series && p.Id != id && IsListed(p, now))
                    .ToList();
                return new PostNeighbours(
                    Link(parts.Where(p => Place(p).CompareTo(Place(post)) < 0).MaxBy(Place)),
                    Link(parts.Where(p => Place(p).CompareTo(Place(post)) > 0).MinBy(Place)));
            },
            cancellationToken);

    private static (int Position, DateTimeOffset At, PostId Id) Place(Post post) =>
        (post.SeriesPosition, post.PublishedAt ?? default, post.Id);

    private static PostLink? Link(Post? post) => post is null ? null : new PostLink(post.Id, post.Slug, post.Title);

    private static bool IsListed(Post post, DateTimeOffset now) =>
        post.Visibility is PostVisibility.Public or PostVisibility.Password && post.IsReadableAt(now);

    private static bool Matches(Post post, PublishedPostQuery query) =>
        post.Kind == query.Kind
        && (query.Tag is not { } tag || post.Tags.Any(t => t.Slug == tag))
        && (query.Categories.IsDefaultOrEmpty || post.CategoryIds.Any(query.Categories.Contains))
        && (query.Author is not { } author || post.AuthorIds.Contains(author))
        && (query.Series is not { } series || post.SeriesId == series)
        && (query.From is not { } from || post.PublishedAt >= from)
        && (query.Until is not { } until || post.PublishedAt < until);

    private static Slice<PostSummary> ListPosts(
        InMemoryState state,
        ImmutableSortedSet<DatedPost> places,
        PostCursor? cursor,
        int size,
        Func<Post, bool> matches)
    {
        var index = cursor is null ? 0 : places.IndexOf(new DatedPost(cursor.At, cursor.Id));
        var (before, after) = cursor is null ? (0, 0) : index >= 0 ? (index, index + 1) : (~index, ~index);
        if (cursor is { Backwards: true })
        {
            var back = Walk(before - 1, -1).Take(size + 1).ToList();
            return new(
                [.. back.Take(size).Reverse().Select(p => Summary(state, p))],
                back.Count > size,
                Walk(before, 1).Any());
        }

        var page = Walk(after, 1).Take(size + 1).ToList();
        return new(
            [.. page.Take(size).Select(p => Summary(state, p))],
            Walk(after - 1, -1).Any(),
            page.Count > size);

        IEnumerable<Post> Walk(int from, int step)
        {
            for (var i = from; i >= 0 && i < places.Count; i += step)
            {
                var post = state.Posts[places[i].Id];
                if (matches(post))
                {
                    yield return post;
                }
            }
        }
    }

    private static PostSummary Summary(InMemoryState state, Post post)
    {
        var isHidden = post.Visibility is PostVisibility.Password;
        return new PostSummary
        {
            Id = post.Id,
            BlogId = post.BlogId,
            Kind = post.Kind,
            Format = post.Format,
            Slug = post.Slug,
            Title = post.Title,
            ExcerptHtml = isHidden ? "" : post.Rendered.ExcerptHtml,
            ExcerptText = isHidden ? "" : post.Rendered.ExcerptText,
            WordCount = post.Rendered.WordCount,
            AuthorIds = post.AuthorIds,
            Tags = post.Tags,
            CategoryIds = post.CategoryIds,
            FeaturedImage = post.FeaturedImage,
            Status = post.Status,
            Visibility = post.Visibility,
            PublishedAt = post.PublishedAt,
            UpdatedAt = post.UpdatedAt,
            ContentUpdatedAt = post.ContentUpdatedAt,
            ShownComments = state.Thread(post.Id).ByStatus[CommentStatus.Approved].Count,
            IsPinned = post.IsPinned,
            Version = post.Version,
            RendererVersion = post.RendererVersion,
        };
    }
}
