using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IDisplayNameStore
{
    public Task<DisplayName?> FindDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userKey);
        return ReadAsync(
            (blogId, userKey),
            static (session, of) =>
            {
                using var row = session.Use(DisplayNameSql.Find).With(of.blogId.Value).With(of.userKey);
                return row.Step() ? new DisplayName(of.blogId, of.userKey, row.Text(0), row.Time(1)) : null;
            },
            cancellationToken);
    }

    public Task<SaveOutcome> SaveDisplayNameAsync(DisplayName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        StorableText.Check(name);
        return WriteAsync(name, SaveDisplayName, cancellationToken);
    }

    public Task<bool> DeleteDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userKey);
        return WriteAsync(
            (blogId, userKey),
            static (session, of) =>
            {
                if (session.Use(DisplayNameSql.Delete).With(of.blogId.Value).With(of.userKey).Execute() == 0)
                {
                    return false;
                }

                ChangeFeed.Add(session, of.blogId, BlogChangeKind.DisplayNames);
                return true;
            },
            cancellationToken);
    }

    private static SaveOutcome SaveDisplayName(SqliteSession session, DisplayName name)
    {
        var saved = session.Use(DisplayNameSql.Save)
            .With(name.BlogId.Value)
            .With(name.UserKey)
            .With(name.Name)
            .With(NameKey.From(name.Name))
            .With(name.ChosenAt)
            .Execute();
        if (saved == 0)
        {
            return SaveOutcome.Missing;
        }

        ChangeFeed.Add(session, name.BlogId, BlogChangeKind.DisplayNames);
        return SaveOutcome.Saved;
    }
}
