using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IBlogStore
{
    public Task<Blog?> FindAsync(BlogId id, CancellationToken cancellationToken) => ReadAsync(
        id,
        static (session, id) =>
        {
            using var row = session.Use(BlogSql.Find).With(id.Value);
            return row.Step() ? ReadBlog(row) : null;
        },
        cancellationToken);

    public Task<Blog?> FindByKeyAsync(string key, CancellationToken cancellationToken) => ReadAsync(
        key,
        static (session, key) =>
        {
            using var row = session.Use(BlogSql.FindByKey).With(key);
            return row.Step() ? ReadBlog(row) : null;
        },
        cancellationToken);

    Task<ImmutableArray<Blog>> IBlogStore.ListAllAsync(CancellationToken cancellationToken) => ReadAsync(
        0,
        static (session, _) =>
        {
            using var row = session.Use(BlogSql.List);
            return row.ReadAll(ReadBlog);
        },
        cancellationToken);

    public Task<SaveOutcome> SaveAsync(Blog blog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blog);
        StorableText.Check(blog);

        return WriteAsync(blog, SaveBlog, cancellationToken);
    }

    private static long? FindBlogNumber(SqliteSession session, BlogId id)
    {
        using var row = session.Use(BlogSql.FindNumber).With(id.Value);
        return row.Step() ? row.Int64(0) : null;
    }

    private static Blog ReadBlog(Statement row) => new()
    {
        Id = new BlogId(row.Id(0)),
        Key = row.Text(1),
        Name = row.Text(2),
        Description = row.Text(3),
        Language = row.Text(4),
        BaseUrl = row.UriOrNull(5),
        Comments = new CommentSettings
        {
            Mode = (CommentMode)row.Int32(6),
            CloseAfterDays = row.Int32OrNull(7),
            CloseAfterCount = row.Int32OrNull(8),
            Sensitivity = (ModerationSensitivity)row.Int32(13),
        },
        Reactions = StoreJson.Read(row, 9, StoreJson.Default.ImmutableArrayReactionKind),
        CreatedAt = row.Time(10),
        UpdatedAt = row.Time(11),
        Version = row.Int64(12),
        TimeZone = row.Text(14),
    };

    private static SaveOutcome SaveBlog(SqliteSession session, Blog blog)
    {
        long? stored;
        bool taken;
        using (var row = session.Use(BlogSql.Check).With(blog.Id.Value).With(blog.Key))
        {
            row.Step();
            stored = row.Int64OrNull(0);
            taken = row.Bool(1);
        }

        if (Versions.Compare(stored, blog.Version, isOfAnother: false, isPossible: true, taken) is { } refused)
        {
            return refused;
        }

        session.Use(stored is null ? BlogSql.Insert : BlogSql.Update)
            .With(blog.Id.Value)
            .With(blog.Key)
            .With(blog.Name)
            .With(blog.Description)
            .With(blog.Language)
            .With(blog.BaseUrl)
            .With((int)blog.Comments.Mode)
            .With(blog.Comments.CloseAfterDays)
            .With(blog.Comments.CloseAfterCount)
            .With(StoreJson.Write(blog.Reactions, StoreJson.Default.ImmutableArrayReactionKind) ?? "[]")
            .With(blog.CreatedAt)
            .With(blog.UpdatedAt)
            .With(blog.Version + 1)
            .With((int)blog.Comments.Sensitivity)
            .With(blog.TimeZone)
            .Execute();
        if (stored is null)
        {
            session.Use(BlogSql.InsertCounts).With(session.LastRowId).Execute();
        }

        ChangeFeed.Add(session, blog.Id, BlogChangeKind.Blog);
        return SaveOutcome.Saved;
    }
}
