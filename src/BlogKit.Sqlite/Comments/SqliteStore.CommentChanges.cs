using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ICommentChangeStore
{
    public Task<SaveOutcome> UpdateAsync(CommentChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        StorableText.Check(change);
        return WriteAsync(change, CommentChanges.Update, cancellationToken);
    }

    public Task<SaveOutcome> PurgeAsync(
        BlogId blogId, CommentId id, long version, ModerationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        StorableText.Check(record);
        return WriteAsync(
            (blogId, id, version, record),
            static (session, what) => CommentPurge.Purge(session, what.blogId, what.id, what.version, what.record),
            cancellationToken);
    }

    public Task<SaveOutcome> RelocateAsync(CommentRelocation relocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(relocation);
        StorableText.Check(relocation.Record);
        return WriteAsync(relocation, CommentMoves.Relocate, cancellationToken);
    }

    public async Task<int> MergeAsync(
        BlogId blogId, PostId from, PostId into, ActorKey actorKey, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var moved = 0; ;)
        {
            // A long thread takes seconds, so it is moved in several transactions; other writers write between them.
            var some = await WriteAsync(
                (blogId, from, into, actorKey, at),
                static (session, what) => CommentMoves.MergeSome(session, what.blogId, what.from, what.into, what.actorKey, what.at),
                cancellationToken).ConfigureAwait(false);
            moved += some.Moved;
            if (some.IsLast)
            {
                return moved;
            }
        }
    }
}
