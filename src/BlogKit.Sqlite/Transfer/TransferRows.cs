using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Reads the rows of <see cref="TransferSql"/> as items.</summary>
internal static class TransferRows
{
    public static TransferredCategory ReadCategory(Statement row) => new(new Category
    {
        Id = new CategoryId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        ParentId = row.IsNull(2) ? null : new CategoryId(row.Id(2)),
        Name = row.Text(3),
        Slug = row.Slug(4),
        Description = row.Text(5),
        Version = row.Int64(6),
    });

    public static TransferredSeries ReadSeries(Statement row) => new(new Series
    {
        Id = new SeriesId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        Name = row.Text(2),
        Slug = row.Slug(3),
        Description = row.Text(4),
        Version = row.Int64(5),
    });

    public static TransferredComment ReadComment(Statement row) => new(CommentRows.Read(row))
    {
        SubmissionKey = row.TextOrNull(CommentRows.Width),
        RequestHash = row.TextOrNull(CommentRows.Width + 1),
        Fingerprints = StoreJson.Read(row, CommentRows.Width + 2, StoreJson.Default.ImmutableArrayInt64),
    };

    public static TransferredCommentRevision ReadCommentRevision(Statement row) => new(new CommentRevision
    {
        CommentId = new CommentId(row.Id(0)),
        Revision = row.Int32(1),
        Markdown = row.Text(2),
        ReplacedAt = row.Time(3),
        ReplacedBy = row.ActorKey(4),
    });

    public static TransferredFeedback ReadFeedback(Statement row) => new(
        new CommentId(row.Id(0)),
        new Voter(row.ActorKey(1), row.TextOrNull(2)),
        new OwnFeedback((Vote)row.Int32(3), row.TextOrNull(4)));

    public static TransferredFlag ReadFlag(Statement row, BlogId blogId) => new(new CommentFlag
    {
        BlogId = blogId,
        CommentId = new CommentId(row.Id(0)),
        FlaggerKey = row.ActorKey(1),
        Kind = (FlagKind)row.Int32(2),
        Note = row.TextOrNull(3),
        Weight = row.Double(4),
        At = row.Time(5),
        DismissedAt = row.TimeOrNull(6),
        FlaggerNetwork = row.TextOrNull(7),
    });

    public static TransferredRecord ReadRecord(Statement row) => new(CommentRows.ReadRecord(row))
    {
        Undone = row.IdOrNull(CommentRows.RecordWidth) is { } undone ? new RecordId(undone) : null,
    };

    public static TransferredModel ReadModel(Statement row) => new(new LearnedModel
    {
        Key = row.Text(0),
        Version = row.Int64(1),
        Position = row.Int64(2),
        SavedAt = row.Time(3),
        State = [.. row.Blob(4)],
    })
    {
        LastLearned = row.IdOrNull(5) is { } last ? new RecordId(last) : null,
    };

    public static TransferredAutosave ReadAutosave(Statement row, BlogId blogId) => new(new PostAutosave
    {
        BlogId = blogId,
        OwnerKey = row.ActorKey(0),
        PostId = row.IdOrNull(1) is { } post ? new PostId(post) : null,
        BaseVersion = row.Int64(2),
        SavedAt = row.Time(3),
        Title = row.Text(4),
        Fields = row.Text(5),
        Markdown = row.Text(6),
    });

    /// <summary>The item in the one row of a statement; null without a row.</summary>
    public static TransferItem? ReadOne(Statement statement, Func<Statement, TransferItem?> read)
    {
        using (statement)
        {
            return statement.Step() ? read(statement) : null;
        }
    }

    public static bool IsThere(Statement statement)
    {
        using (statement)
        {
            return statement.Step();
        }
    }

    public static IEnumerable<TransferItem> ReadAll(Statement statement, Func<Statement, TransferItem> read)
    {
        using (statement)
        {
            while (statement.Step())
            {
                yield return read(statement);
            }
        }
    }
}
