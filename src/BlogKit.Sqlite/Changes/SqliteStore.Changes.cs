using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IChangeStore
{
    public Task<ChangeSlice> ReadChangesAsync(BlogId blogId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync(
            (blogId, after: Math.Min(after, ChangeSql.GreatestPosition), limit),
            static (session, by) =>
            {
                session.BeginRead();
                var isTrimmed = by.after > 0;
                using (var row = session.Use(ChangeSql.Bounds).With(by.blogId.Value))
                {
                    if (row.Step())
                    {
                        isTrimmed = by.after > (row.Int64OrNull(2) ?? 0) || by.after + 1 < (row.Int64OrNull(1) ?? 1);
                    }
                }

                using var changes = session.Use(ChangeSql.List).With(by.blogId.Value).With(by.after).With(by.limit);
                var items = ImmutableArray.CreateBuilder<StoredChange>();
                while (changes.Step())
                {
                    items.Add(new StoredChange
                    {
                        BlogId = by.blogId,
                        Position = changes.Int64(0),
                        Kind = (BlogChangeKind)changes.Int32(1),
                        At = changes.Time(2),
                        PostId = changes.IdOrNull(3) is { } post ? new PostId(post) : null,
                        CommentId = changes.IdOrNull(4) is { } comment ? new CommentId(comment) : null,
                    });
                }

                return new ChangeSlice(items.DrainToImmutable(), isTrimmed);
            },
            cancellationToken);
    }

    public Task<long> ReadChangePositionAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, blogId) =>
        {
            using var row = session.Use(ChangeSql.Bounds).With(blogId.Value);
            return row.Step() ? row.Int64OrNull(2) ?? 0 : 0;
        },
        cancellationToken);

    public async Task<int> DeleteChangesAsync(BlogId blogId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // Read before: it walks along the rows that stay, and nothing is added before the last one that is too old.
        var found = await ReadAsync(
            (blogId, before),
            static (session, what) => ChangeFeed.FindLastOld(session, what.blogId, what.before),
            cancellationToken).ConfigureAwait(false);
        var deleted = 0;
        for (var isLast = false; found is { } lastOld && !isLast;)
        {
            var some = await WriteAsync(
                (blogId, lastOld),
                static (session, what) => ChangeFeed.DeleteSome(session, what.blogId, what.lastOld),
                cancellationToken).ConfigureAwait(false);
            deleted += some.Deleted;
            isLast = some.IsLast;
        }

        return deleted;
    }
}
