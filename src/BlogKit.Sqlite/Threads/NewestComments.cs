using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Reads the newest approved comments: of one post along its own index, or of a blog along that of the blog, passing over posts that not
/// everybody may read.
/// </summary>
internal static class NewestComments
{
    public static Slice<ListedComment> Read(SqliteSession session, NewestQuery query)
    {
        session.BeginRead();
        var place = query.Before is { } before ? IdColumn.Bytes(before.Value) : IdColumn.Last.ToArray();
        ImmutableArray<ListedComment> items;
        using (var row = query.PostId is { } post
            ? session.Use(ThreadSql.ListNewestOfPost).With(query.BlogId.Value).With(place).With(post.Value).With(query.Size + 1)
            : session.Use(ThreadSql.ListNewest).With(query.BlogId.Value).With(place).With(query.Now).With(query.Size + 1))
        {
            items = row.ReadAll(CommentRows.ReadListed);
        }

        return new Slice<ListedComment>(
            [.. items.Take(query.Size)], query.Before is not null && HasNewer(session, query, place), items.Length > query.Size);
    }

    private static bool HasNewer(SqliteSession session, NewestQuery query, byte[] place)
    {
        using var row = query.PostId is { } post
            ? session.Use(ThreadSql.HasNewerOfPost).With(query.BlogId.Value).With(place).With(post.Value)
            : session.Use(ThreadSql.HasNewer).With(query.BlogId.Value).With(place).With(query.Now);
        return row.Step() && row.Bool(0);
    }
}
