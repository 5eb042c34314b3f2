using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;

namespace BlogKit;

internal sealed partial class SqliteStore : ITransferStore
{
    public Task<ITransferReading?> OpenAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ITransferReading?>(cancellationToken);
        }

        try
        {
            return Task.FromResult<ITransferReading?>(Open(blogId));
        }
        catch (SqliteException e) when (StoreFaults.Explain(Location, e) is var explained && explained != e)
        {
            return Task.FromException<ITransferReading?>(explained);
        }
    }

    private SqliteTransferReading? Open(BlogId blogId)
    {
        var session = OpenForLong();
        try
        {
            session.BeginRead();
            long changes;
            using (var row = session.Use(ChangeSql.Bounds).With(blogId.Value))
            {
                changes = row.Step() ? row.Int64OrNull(2) ?? 0 : 0;
            }

            if (FindBlogNumber(session, blogId) is not { } blog)
            {
                session.Dispose();
                return null;
            }

            return new SqliteTransferReading(Location, session, _options, changes, () => Walk(session, blogId, blog));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Every item of a blog in the order of <see cref="TransferKind"/>. Nothing but the numbers of the posts and the categories is kept in
    /// memory.
    /// </summary>
    private static IEnumerable<TransferItem> Walk(SqliteSession session, BlogId blogId, long blog)
    {
        var posts = TransferPages.SortByLevel(ReadPostNumbers(session, blog), static p => p.Id, static p => p.Parent).ToList();
        IEnumerable<TransferItem>[] parts =
        [
            Later(() => TransferRows.ReadAll(
                session.Use(BlogSql.Find).With(blogId.Value), static row => new TransferredBlog(ReadBlog(row)))),
            Later(() => TransferRows.ReadAll(
                session.Use(AuthorSql.List).With(blogId.Value), static row => new TransferredAuthor(ReadAuthor(row)))),
            Later(() => TransferPages.SortByLevel(
                [.. TransferRows.ReadAll(session.Use(TransferSql.Categories).With(blog), TransferRows.ReadCategory)
                    .Cast<TransferredCategory>()],
                static c => c.Category.Id,
                static c => c.Category.ParentId)),
            Later(() => TransferRows.ReadAll(session.Use(TransferSql.AllSeries).With(blog), TransferRows.ReadSeries)),
            Later(() => TransferRows.ReadAll(
                session.Use(FooterSql.List).With(blogId.Value), static row => new TransferredFooterBlock(ReadFooter(row)))),
            OfPosts(post => TransferRows.ReadAll(
                session.Use(PostSql.Find).With(blogId.Value).With(post.Id.Value), static row => new TransferredPost(ReadPost(row)))),
            OfPosts(post => TransferRows.ReadAll(
                session.Use(TransferSql.FormerSlugs).With(post.Nr), row => new TransferredFormerSlug(post.Id, row.Slug(0)))),
            OfPosts(post => TransferRows.ReadAll(
                session.Use(TransferSql.Revisions).With(post.Nr), static row => new TransferredPostRevision(ReadRevision(row)))),
            OfPosts(post => WalkThread(session, post.Nr)),
            OfPosts(post => TransferRows.ReadAll(
                session.Use(TransferSql.CommentRevisions).With(post.Nr), TransferRows.ReadCommentRevision)),
            OfPosts(post => TransferRows.ReadAll(session.Use(TransferSql.AllFeedback).With(post.Nr), TransferRows.ReadFeedback)),
            OfPosts(post => TransferRows.ReadAll(
                session.Use(TransferSql.Flags).With(post.Nr), row => TransferRows.ReadFlag(row, blogId))),
            OfPosts(post => TransferRows.ReadAll(
                session.Use(TransferSql.Purged).With(post.Nr), row => new TransferredPurgedComment(post.Id, new CommentId(row.Id(0))))),
            Later(() => TransferRows.ReadAll(session.Use(TransferSql.Records).With(blog), TransferRows.ReadRecord)),
            Later(() => TransferRows.ReadAll(
                session.Use(TransferSql.Bans).With(blog), row => new TransferredBan(StoredBan.Read(row).ToBan(blogId)))),
            Later(() => TransferRows.ReadAll(
                session.Use(TransferSql.Names).With(blog),
                row => new TransferredDisplayName(new DisplayName(blogId, row.Text(0), row.Text(1), row.Time(2))))),
            Later(() => TransferRows.ReadAll(
                session.Use(TransferSql.Autosaves).With(blog), row => TransferRows.ReadAutosave(row, blogId))),
            Later(() => TransferRows.ReadAll(
                session.Use(TransferSql.Models).With(blog).With(blogId.ToString()), TransferRows.ReadModel)),
            Later(() => TransferRows.ReadAll(
                session.Use(TransferSql.Imports).With(blog), row => new TransferredImport(OriginRows.ReadImport(row, blogId)))),
            Later(() => TransferRows.ReadAll(
                session.Use(TransferSql.Origins).With(blog), row => new TransferredOrigin(OriginRows.Read(row, blogId)))),
            Later(() => TransferRows.ReadAll(
                session.Use(TransferSql.Redirects).With(blog), row => new TransferredRedirect(ReadRedirect(row, blogId)))),
        ];
        return parts.SelectMany(static part => part);

        IEnumerable<TransferItem> OfPosts(Func<(long Nr, PostId Id, PostId? Parent), IEnumerable<TransferItem>> read) =>
            posts.SelectMany(read);

        // A statement is begun when its part is reached.
        static IEnumerable<TransferItem> Later(Func<IEnumerable<TransferItem>> read)
        {
            foreach (var item in read())
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<TransferItem> WalkThread(SqliteSession session, long post)
    {
        using var roots = session.Use(TransferSql.Roots).With(post);
        while (roots.Step())
        {
            var root = roots.Int64(0);
            foreach (var isPresent in (bool[])[true, false])
            {
                foreach (var item in TransferRows.ReadAll(
                    session.Use(TransferSql.Branch).With(root).With(isPresent), TransferRows.ReadComment))
                {
                    yield return item;
                }
            }
        }
    }

    private static List<(long Nr, PostId Id, PostId? Parent)> ReadPostNumbers(SqliteSession session, long blog)
    {
        var posts = new List<(long Nr, PostId Id, PostId? Parent)>();
        using var row = session.Use(TransferSql.Posts).With(blog);
        while (row.Step())
        {
            posts.Add((row.Int64(0), new PostId(row.Id(1)), row.IdOrNull(2) is { } parent ? new PostId(parent) : null));
        }

        posts.Sort(static (a, b) => a.Nr.CompareTo(b.Nr));
        return posts;
    }
}
