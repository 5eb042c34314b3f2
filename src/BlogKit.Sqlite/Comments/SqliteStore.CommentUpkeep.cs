using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ICommentUpkeepStore
{
    public Task<ImmutableArray<Comment>> ListStaleAsync(
        int rendererVersion, CommentId? after, int limit, CancellationToken cancellationToken) => ReadAsync(
        (rendererVersion, after, limit),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.ListStale).With(by.rendererVersion).With(by.after?.Value ?? Guid.Empty).With(by.limit);
            return row.ReadAll(static row => CommentRows.Read(row));
        },
        cancellationToken);

    public async Task SaveRenderingsAsync(IReadOnlyCollection<StaleRendering> renderings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(renderings);
        foreach (var rendering in renderings)
        {
            StorableText.Check(rendering);
        }

        await WriteAsync(
            renderings,
            static (session, renderings) =>
            {
                foreach (var rendering in renderings)
                {
                    CommentChanges.SaveRendering(session, rendering);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
