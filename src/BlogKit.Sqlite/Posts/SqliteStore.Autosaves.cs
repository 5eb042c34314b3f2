using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IAutosaveStore
{
    public Task<SaveOutcome> SaveAutosaveAsync(PostAutosave autosave, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(autosave);
        StorableText.Check(autosave);
        return WriteAsync(autosave, SaveAutosave, cancellationToken);
    }

    public Task<PostAutosave?> FindAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken)
    {
        return ReadAsync(
            (blogId, postId, ownerKey),
            static (session, of) =>
            {
                using var row = session.Use(AutosaveSql.Find).With(of.blogId.Value).With(of.ownerKey).With(of.postId?.Value);
                return row.Step() ? ReadAutosave(row, of.blogId, of.postId, of.ownerKey) : null;
            },
            cancellationToken);
    }

    public Task<bool> DeleteAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken)
    {
        return WriteAsync(
            (blogId, postId, ownerKey),
            static (session, of) =>
            {
                if (session.Use(AutosaveSql.Delete).With(of.blogId.Value).With(of.ownerKey).With(of.postId?.Value).Execute() == 0)
                {
                    return false;
                }

                ChangeFeed.Add(session, of.blogId, BlogChangeKind.Autosaves, of.postId);
                return true;
            },
            cancellationToken);
    }

    public Task<int> DeleteAutosavesAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        WriteAsync(
            before,
            static (session, before) =>
            {
                var old = new List<(long Blog, PostId? Post)>();
                using (var row = session.Use(AutosaveSql.DeleteOld).With(before))
                {
                    for (var found = row.ExecuteReturning(); found; found = row.Step())
                    {
                        old.Add((row.Int64(0), row.IdOrNull(1) is { } post ? new PostId(post) : null));
                    }
                }

                foreach (var (blog, post) in old)
                {
                    ChangeFeed.Add(session, blog, BlogChangeKind.Autosaves, post);
                }

                return old.Count;
            },
            cancellationToken);

    private static SaveOutcome SaveAutosave(SqliteSession session, PostAutosave autosave)
    {
        var saved = session.Use(AutosaveSql.Save)
            .With(autosave.BlogId.Value)
            .With(autosave.OwnerKey)
            .With(autosave.PostId?.Value)
            .With(autosave.BaseVersion)
            .With(autosave.SavedAt)
            .With(autosave.Title)
            .With(autosave.Fields)
            .With(autosave.Markdown)
            .Execute();
        if (saved == 0)
        {
            return SaveOutcome.Missing;
        }

        ChangeFeed.Add(session, autosave.BlogId, BlogChangeKind.Autosaves, autosave.PostId);
        return SaveOutcome.Saved;
    }

    private static PostAutosave ReadAutosave(Statement row, BlogId blogId, PostId? postId, ActorKey ownerKey) => new()
    {
        BlogId = blogId,
        PostId = postId,
        OwnerKey = ownerKey,
        BaseVersion = row.Int64(0),
        SavedAt = row.Time(1),
        Title = row.Text(2),
        Fields = row.Text(3),
        Markdown = row.Text(4),
    };
}
