using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IFooterStore
{
    Task<ImmutableArray<FooterBlock>> IFooterStore.ListAllAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, blogId) =>
        {
            using var row = session.Use(FooterSql.List).With(blogId.Value);
            return row.ReadAll(ReadFooter);
        },
        cancellationToken);

    public Task<SaveOutcome> SaveAsync(FooterBlock block, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);
        StorableText.Check(block);
        return WriteAsync(block, SaveFooter, cancellationToken);
    }

    public Task<SaveOutcome> DeleteAsync(BlogId blogId, FooterBlockId id, long version, CancellationToken cancellationToken) => WriteAsync(
        (blogId, id, version),
        static (session, what) =>
        {
            long blog;
            using (var row = session.Use(FooterSql.Find).With(what.blogId.Value).With(what.id.Value))
            {
                if (Versions.CompareFound(row, what.version) is { } refused)
                {
                    return refused;
                }

                blog = row.Int64(1);
            }

            ChangeFeed.Add(session, blog, BlogChangeKind.Footers);
            RemoveFromPosts(session, FooterSql.PostsWithBlock, FooterSql.SetPostBlocks, what.id, blog);

            session.Use(FooterSql.Delete).With(what.id.Value).Execute();
            return SaveOutcome.Saved;
        },
        cancellationToken);

    /// <summary>Takes an identity out of the lists that the blog's posts have of such.</summary>
    private static void RemoveFromPosts<TId>(SqliteSession session, Sql find, Sql set, TId id, long blog)
        where TId : struct, IEntityId<TId>
    {
        var posts = new List<(long Number, ImmutableArray<TId> Ids)>();
        using (var row = session.Use(find).With(id.Value).With(blog))
        {
            while (row.Step())
            {
                posts.Add((row.Int64(0), IdColumn.Split<TId>(row.Blob(1))));
            }
        }

        foreach (var (number, ids) in posts)
        {
            session.Use(set).With(number).With(IdColumn.Join(ids.Remove(id)).AsSpan()).Execute();
        }

        ChangeFeed.AddPosts(session, blog, [.. posts.Select(static post => post.Number)]);
    }

    private static SaveOutcome SaveFooter(SqliteSession session, FooterBlock block)
    {
        var blog = FindBlogNumber(session, block.BlogId);
        long? stored = null;
        var isOfAnother = false;
        using (var row = session.Use(FooterSql.Check).With(block.Id.Value))
        {
            if (row.Step())
            {
                stored = row.Int64(0);
                isOfAnother = row.Int64(1) != blog;
            }
        }

        if (Versions.Compare(stored, block.Version, isOfAnother, isPossible: blog is not null, isTaken: false) is { } refused)
        {
            return refused;
        }

        session.Use(stored is null ? FooterSql.Insert : FooterSql.Update)
            .With(block.Id.Value)
            .With(blog)
            .With(block.Name)
            .With((int)block.Kind)
            .With((int)block.Scope)
            .With(block.AuthorId?.Value)
            .With(block.Position)
            .With(block.RendererVersion)
            .With(block.Version + 1)
            .With(block.Markdown)
            .With(block.Html)
            .Execute();
        ChangeFeed.Add(session, block.BlogId, BlogChangeKind.Footers);
        return SaveOutcome.Saved;
    }

    private static FooterBlock ReadFooter(Statement row) => new()
    {
        Id = new FooterBlockId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        Name = row.Text(2),
        Kind = (FooterBlockKind)row.Int32(3),
        Scope = (FooterBlockScope)row.Int32(4),
        AuthorId = row.IsNull(5) ? null : new AuthorId(row.Id(5)),
        Position = row.Int32(6),
        RendererVersion = row.Int32(7),
        Version = row.Int64(8),
        Markdown = row.Text(9),
        Html = row.Text(10),
    };
}
