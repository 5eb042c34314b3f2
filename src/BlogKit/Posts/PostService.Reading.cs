using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

public sealed partial class PostService
{
    /// <summary>Returns a post by identity, in any stage, for those who may edit it; readers get one only when they may read it.</summary>
    public async Task<Result<Post>> GetAsync(BlogId blogId, PostId id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var post = await _posts.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        return post is not null && (post.IsReadableAt(_clock.GetUtcNow()) || MaySee(actor, post))
            ? post
            : Errors.PostNotFound;
    }

    /// <summary>
    /// Returns the post that has, or had, the slug, if the actor may open it. <see cref="PostBySlug.IsCurrent"/> false means: redirect to
    /// <see cref="Post.Slug"/>. <see cref="ErrorCodes.PostArchived"/> for one that was published and then archived,
    /// <see cref="ErrorCodes.PostNotFound"/> otherwise. The password of a protected post is the host's to ask for. One command.
    /// </summary>
    public async Task<Result<PostBySlug>> GetBySlugAsync(
        BlogId blogId, Slug slug, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await _posts.FindBySlugAsync(blogId, slug, cancellationToken).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        if (found is null || (!found.Post.IsReadableAt(now) && !MaySee(actor, found.Post)))
        {
            return found is { Post.Status: PostStatus.Archived } && found.Post.PublishedAt <= now
                ? BlogError.Of(ErrorKind.NotFound, ErrorCodes.PostArchived, "This post was archived.")
                : Errors.PostNotFound;
        }

        return found;
    }

    /// <summary>
    /// Returns the posts readers find in lists, newest first. Fails for a bad cursor or size, or a filter that names nothing.
    /// </summary>
    public async Task<Result<Page<PostSummary>>> ListAsync(PostListQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var size = query.Size ?? _options.PageSize;
        if (Refuse(size, query.Cursor, out var cursor) is { } refusal)
        {
            return refusal;
        }

        var stored = await ToStoreQueryAsync(query, size, cursor, cancellationToken).ConfigureAwait(false);
        if (!stored.Succeeded)
        {
            return stored.Error;
        }

        var slice = await _posts.ListPublishedAsync(stored.Value, cancellationToken).ConfigureAwait(false);
        return ToPage(slice, cursor, static post => post.PublishedAt!.Value);
    }

    /// <summary>Returns posts of every stage, latest changed first, for those who write. Contributors and authors see their own.</summary>
    public async Task<Result<Page<PostSummary>>> ListForDeskAsync(
        DeskPostsQuery query, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        actor = actor.ForBlog(query.BlogId);
        if (!actor.CanWrite)
        {
            return Errors.NotAllowed("You may not see unpublished posts.");
        }

        var size = query.Size ?? _options.PageSize;
        if (Refuse(size, query.Cursor, out var cursor) is { } refusal)
        {
            return refusal;
        }

        var slice = await _posts.ListForDeskAsync(
            new PostDeskQuery
            {
                BlogId = query.BlogId,
                Status = query.Status,
                Kind = query.Kind,
                Author = actor.CanEditOthers ? null : actor.AuthorId ?? new AuthorId(Guid.AllBitsSet),
                Size = size,
                Cursor = cursor,
            },
            cancellationToken).ConfigureAwait(false);
        return ToPage(slice, cursor, static post => post.UpdatedAt);
    }

    /// <summary>
    /// Returns posts with their text, in the order asked for, as far as readers may open them without a password; for feeds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 were asked for.</exception>
    public async Task<ImmutableArray<Post>> FindManyReadableAsync(
        BlogId blogId, IReadOnlyCollection<PostId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostReadable, nameof(ids));
        var now = _clock.GetUtcNow();
        var posts = await _posts.FindManyAsync(blogId, ids, cancellationToken).ConfigureAwait(false);
        return [.. posts.Where(post => post.IsReadableAt(now) && post.Visibility is not PostVisibility.Password)];
    }

    /// <summary>Returns the tags of the blog's listed posts, most used first.</summary>
    public Task<ImmutableArray<TagCount>> ListTagsAsync(BlogId blogId, int limit = 50, CancellationToken cancellationToken = default) =>
        _posts.ListTagsAsync(blogId, _clock.GetUtcNow(), Math.Clamp(limit, 1, 1_000), cancellationToken);

    /// <summary>
    /// Returns the months in which the blog's listed posts were published, in the zone of <see cref="Blog.TimeZone"/>, latest first, each
    /// with its number of posts. One command.
    /// </summary>
    public Task<ImmutableArray<MonthCount>> ListAllMonthsAsync(Blog blog, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blog);
        return _posts.CountByMonthAsync(blog.Id, _clock.GetUtcNow(), blog.FindTimeZone(), cancellationToken);
    }

    /// <summary>Returns the posts before and after a post in its series, as far as readers may see them.</summary>
    public Task<PostNeighbours> ReadNeighboursAsync(BlogId blogId, PostId id, CancellationToken cancellationToken = default) =>
        _posts.ReadNeighboursAsync(blogId, id, _clock.GetUtcNow(), cancellationToken);

    /// <summary>Returns the earlier contents of a post, newest first.</summary>
    public async Task<Result<ImmutableArray<PostRevision>>> ListRevisionsAsync(
        BlogId blogId, PostId id, Actor actor, int limit = 100, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(blogId, id, null, actor, cancellationToken).ConfigureAwait(false);
        return found.Succeeded
            ? await _posts.ListRevisionsAsync(blogId, id, Math.Clamp(limit, 1, 1_000), cancellationToken).ConfigureAwait(false)
            : found.Error;
    }

    private static bool MaySee(Actor actor, Post post)
    {
        var here = actor.ForBlog(post.BlogId);
        return here.CanEditOthers || (here.CanWrite && here.AuthorId is { } self && post.AuthorIds.Contains(self));
    }

    private BlogError? Refuse(int size, string? text, out PostCursor? cursor)
    {
        cursor = null;
        return size < 1 || size > _options.MaximumPageSize ? Errors.PageSize(_options.MaximumPageSize)
            : text is not null && !CursorText.TryRead(text, out cursor) ? Errors.InvalidCursor
            : null;
    }

    // A page whose posts are all gone leads back to what is before it: the post at its place, too, if that is still there.
    private static Page<PostSummary> ToPage(
        Slice<PostSummary> slice, PostCursor? cursor, Func<PostSummary, DateTimeOffset> order) => slice.Items.IsEmpty
        ? new([], cursor is { Backwards: false } place
            ? CursorText.Write(place with { Id = new PostId(Neighbour.Before(place.Id.Value)), Backwards = true })
            : null, null)
        : new(
            slice.Items,
            slice.HasPrevious ? CursorText.Write(new PostCursor(order(slice.Items[0]), slice.Items[0].Id, Backwards: true)) : null,
            slice.HasNext ? CursorText.Write(new PostCursor(order(slice.Items[^1]), slice.Items[^1].Id)) : null);

    private async Task<Result<PublishedPostQuery>> ToStoreQueryAsync(
        PostListQuery query, int size, PostCursor? cursor, CancellationToken cancellationToken)
    {
        var stored = new PublishedPostQuery
        {
            BlogId = query.BlogId,
            Now = _clock.GetUtcNow(),
            Kind = query.Kind,
            Tag = query.Tag,
            From = query.From,
            Until = query.Until,
            Size = size,
            Cursor = cursor,
        };

        if (query.Category is { } categorySlug)
        {
            var categories = await _taxonomy.ListAllCategoriesAsync(query.BlogId, cancellationToken).ConfigureAwait(false);
            if (categories.FirstOrDefault(c => c.Slug == categorySlug) is not { } category)
            {
                return Errors.CategoryNotFound;
            }

            stored = stored with { Categories = CategoryTree.WithDescendants(categories, category.Id) };
        }

        if (query.Series is { } seriesSlug)
        {
            var all = await _taxonomy.ListAllSeriesAsync(query.BlogId, cancellationToken).ConfigureAwait(false);
            if (all.FirstOrDefault(s => s.Slug == seriesSlug) is not { } series)
            {
                return Errors.SeriesNotFound;
            }

            stored = stored with { Series = series.Id };
        }

        if (query.Author is { } authorSlug)
        {
            if (await _authors.FindBySlugAsync(query.BlogId, authorSlug, cancellationToken).ConfigureAwait(false) is not { } author)
            {
                return Errors.AuthorNotFound;
            }

            stored = stored with { Author = author.Id };
        }

        return stored;
    }
}
