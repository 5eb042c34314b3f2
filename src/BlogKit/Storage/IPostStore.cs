namespace BlogKit.Storage;

/// <summary>
/// Keeps posts with their revisions and slugs. Every method is one transaction; reads see one committed state; safe for concurrent use.
/// </summary>
/// <remarks>
/// Every call says its blog. A post or a revision of another blog is one that does not exist, for saving too.
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IPostStore
{
    /// <summary>Returns the post; null when there is none.</summary>
    Task<Post?> FindAsync(BlogId blogId, PostId id, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the posts of the blog, in the order asked for, at most one per identity. At most 100 identities; a bounded number of
    /// commands.
    /// </summary>
    Task<ImmutableArray<Post>> FindManyAsync(BlogId blogId, IReadOnlyCollection<PostId> ids, CancellationToken cancellationToken);

    /// <summary>Returns the post that has or had the slug; null when none did.</summary>
    Task<PostBySlug?> FindBySlugAsync(BlogId blogId, Slug slug, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the posts readable at <see cref="PublishedPostQuery.Now"/> with <see cref="PostVisibility.Public"/> or
    /// <see cref="PostVisibility.Password"/>, newest publication first, ties by identity descending. Excerpts of password posts are empty.
    /// A bounded number of commands; cost independent of the number of posts stored.
    /// </summary>
    Task<Slice<PostSummary>> ListPublishedAsync(PublishedPostQuery query, CancellationToken cancellationToken);

    /// <summary>Returns posts of every stage, latest <see cref="Post.UpdatedAt"/> first, ties by identity descending.</summary>
    Task<Slice<PostSummary>> ListForDeskAsync(PostDeskQuery query, CancellationToken cancellationToken);

    /// <summary>Returns the tags of the posts <see cref="ListPublishedAsync"/> would list, most used first, ties by slug.</summary>
    Task<ImmutableArray<TagCount>> ListTagsAsync(BlogId blogId, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the number of posts (not pages) that <see cref="ListPublishedAsync"/> would list from each month, by the month of their
    /// publication in UTC, latest month first. Months without a post are left out. One command; cost is that of one walk along the
    /// published posts, of which only the time is read.
    /// </summary>
    Task<ImmutableArray<MonthCount>> CountByMonthAsync(
        BlogId blogId, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the readable, listed posts before and after this one in its series (by <see cref="Post.SeriesPosition"/>, publication,
    /// identity); <see cref="PostNeighbours.None"/> outside a series.
    /// </summary>
    Task<PostNeighbours> ReadNeighboursAsync(BlogId blogId, PostId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts (version 0) or replaces when the stored version is the given one; the stored version is then one higher. Keeps the revision,
    /// drops those over <see cref="PostSave.RevisionsKept"/>, and keeps a replaced slug as a former one, all in one transaction.
    /// A post may take back its own former slug. <see cref="SaveOutcome.Duplicate"/> when another post of the blog has or had the slug.
    /// <see cref="SaveOutcome.Missing"/> when the blog, or the post to replace, is not there. <see cref="SaveOutcome.TagTaken"/> when
    /// another listed post (of <see cref="PostKind.Post"/>, published or to be published, and neither unlisted nor private) has one of
    /// <see cref="PostSave.NewTags"/> under another name.
    /// A save that is sent again, because the answer to it was lost after the commit, is recognised by its revision: when the version is
    /// another one and the post has that revision, of the same <see cref="PostRevision.PostVersion"/>, title, Markdown and excerpt, the
    /// answer is <see cref="SaveOutcome.Saved"/> and nothing is written.
    /// </summary>
    Task<SaveOutcome> SaveAsync(PostSave save, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the post with its revisions, slugs, thread, log and unsaved texts when the stored version is the given one; posts that stood
    /// below it stand below none. Cannot be undone.
    /// </summary>
    Task<SaveOutcome> DeleteAsync(BlogId blogId, PostId id, long version, CancellationToken cancellationToken);

    /// <summary>Returns the revisions of a post, newest first.</summary>
    Task<ImmutableArray<PostRevision>> ListRevisionsAsync(BlogId blogId, PostId id, int limit, CancellationToken cancellationToken);

    /// <summary>Returns the revision; null when there is none.</summary>
    Task<PostRevision?> FindRevisionAsync(BlogId blogId, RevisionId id, CancellationToken cancellationToken);
}
