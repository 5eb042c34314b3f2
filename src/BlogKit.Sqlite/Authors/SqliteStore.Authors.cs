using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IAuthorStore
{
    public Task<ImmutableArray<Author>> FindManyAsync(BlogId blogId, IReadOnlyCollection<AuthorId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, 500, nameof(ids));
        if (ids.Count == 0)
        {
            return Task.FromResult(ImmutableArray<Author>.Empty);
        }

        return ReadAsync(
            (blogId, Ids: IdColumn.Json(ids.Distinct())),
            static (session, by) =>
            {
                using var row = session.Use(AuthorSql.FindMany).With(by.Ids).With(by.blogId.Value);
                return row.ReadAll(ReadAuthor);
            },
            cancellationToken);
    }

    Task<Author?> IAuthorStore.FindBySlugAsync(BlogId blogId, Slug slug, CancellationToken cancellationToken) => ReadAsync(
        (blogId, slug),
        static (session, by) =>
        {
            using var row = session.Use(AuthorSql.FindBySlug).With(by.blogId.Value).With(by.slug.Value);
            return row.Step() ? ReadAuthor(row) : null;
        },
        cancellationToken);

    public Task<Author?> FindByUserKeyAsync(BlogId blogId, string userKey, CancellationToken cancellationToken) => ReadAsync(
        (blogId, userKey),
        static (session, by) =>
        {
            using var row = session.Use(AuthorSql.FindByUserKey).With(by.blogId.Value).With(by.userKey);
            return row.Step() ? ReadAuthor(row) : null;
        },
        cancellationToken);

    Task<ImmutableArray<Author>> IAuthorStore.ListAllAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, blogId) =>
        {
            using var row = session.Use(AuthorSql.List).With(blogId.Value);
            return row.ReadAll(ReadAuthor).Sort(static (a, b) => ByName(a.DisplayName, a.Id, b.DisplayName, b.Id));
        },
        cancellationToken);

    public Task<SaveOutcome> SaveAsync(Author author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        StorableText.Check(author);

        return WriteAsync(author, SaveAuthor, cancellationToken);
    }

    private static SaveOutcome SaveAuthor(SqliteSession session, Author author)
    {
        var blog = FindBlogNumber(session, author.BlogId);
        long? stored;
        bool taken, isOfAnother;
        using (var row = session.Use(AuthorSql.Check).With(author.Id.Value).With(blog).With(author.Slug.Value).With(author.UserKey))
        {
            row.Step();
            stored = row.Int64OrNull(0);
            taken = row.Bool(1) || row.Bool(2);
            isOfAnother = row.Bool(3);
        }

        if (Versions.Compare(stored, author.Version, isOfAnother, isPossible: blog is not null, taken) is { } refused)
        {
            return refused;
        }

        session.Use(stored is null ? AuthorSql.Insert : AuthorSql.Update)
            .With(author.Id.Value)
            .With(blog)
            .With(author.Slug.Value)
            .With(author.DisplayName)
            .With(NameKey.From(author.DisplayName))
            .With(author.Email)
            .With(author.Email?.ToLowerInvariant())
            .With(author.UserKey)
            .With(author.Credentials)
            .With(author.AvatarUrl)
            .With(StoreJson.Write(author.Links, StoreJson.Default.ImmutableArrayAuthorLink))
            .With((int)author.Roles)
            .With(author.RendererVersion)
            .With(author.CreatedAt)
            .With(author.UpdatedAt)
            .With(author.Version + 1)
            .With(author.BioMarkdown)
            .With(author.BioHtml)
            .Execute();
        ChangeFeed.Add(session, author.BlogId, BlogChangeKind.Author);
        return SaveOutcome.Saved;
    }

    // Sorted here: SQLite compares the bytes of UTF-8, .NET's ordinal order compares UTF-16, and every store must have the same order.
    private static int ByName<TId>(string name, TId id, string otherName, TId otherId)
        where TId : struct, IEntityId<TId>
    {
        var byName = string.CompareOrdinal(name, otherName);
        return byName != 0 ? byName : id.CompareTo(otherId);
    }

    private static Author ReadAuthor(Statement row) => new()
    {
        Id = new AuthorId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        Slug = row.Slug(2),
        DisplayName = row.Text(3),
        Email = row.TextOrNull(4),
        UserKey = row.TextOrNull(5),
        Credentials = row.TextOrNull(6),
        AvatarUrl = row.UriOrNull(7),
        Links = StoreJson.Read(row, 8, StoreJson.Default.ImmutableArrayAuthorLink),
        Roles = (BlogRoles)row.Int32(9),
        RendererVersion = row.Int32(10),
        CreatedAt = row.Time(11),
        UpdatedAt = row.Time(12),
        Version = row.Int64(13),
        BioMarkdown = row.Text(14),
        BioHtml = row.Text(15),
    };
}
