using System.Globalization;
using System.Text.RegularExpressions;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;

namespace BlogKit.Benchmarks;

/// <summary>
/// The baseline of intake: the rows that one approved root comment makes (comment with its indexes, numbers, commenter, log, change feed,
/// search index), written with prepared commands of Microsoft.Data.Sqlite in one transaction per comment, nothing checked, nothing else
/// done. Same file format, same journal.
/// </summary>
public sealed partial class BareComments : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _comment;
    private readonly SqliteCommand _thread;
    private readonly SqliteCommand _blog;
    private readonly SqliteCommand _commenter;
    private readonly SqliteCommand _log;
    private readonly SqliteCommand _change;
    private readonly SqliteCommand _search;
    private readonly SqliteCommand _origin;
    private readonly SqliteCommand _row;
    private long _nr;

    public BareComments(string connectionString, SqliteSynchronous synchronous)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute(synchronous is SqliteSynchronous.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        Execute("PRAGMA cache_size = -32000");
        Execute("PRAGMA temp_store = MEMORY");
        Execute("CREATE TABLE IF NOT EXISTS bare_rows (id BLOB PRIMARY KEY, body TEXT NOT NULL) STRICT");
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _comment = Prepare(CommentSql.Insert.Text);
        _thread = Prepare(CommentSql.ShiftThread.Text);
        _blog = Prepare(CommentSql.ShiftBlog.Text);
        _commenter = Prepare(CommentSql.ShiftCommenter.Text);
        _log = Prepare(CommentSql.Log.Text);
        _change = Prepare(ChangeSql.Add.Text);
        _search = Prepare(SearchSql.Insert.Text);
        _origin = Prepare(OriginSql.Save.Text);
        _row = Prepare("INSERT INTO bare_rows (id, body) VALUES (?1, ?2)");
    }

    /// <summary>One transaction with every row of the comment. Blog and post have row number 1.</summary>
    public void Add(CommentAddition addition)
    {
        _begin.ExecuteNonQuery();
        AddRows(addition);
        Run(_thread, 1L, 1L, 0L, 0L, 0L, 0L, 1L, 0L);
        Run(_blog, 1L, 1L, 0L, 0L, 0L, 0L);
        Run(_commenter, 1L, $"email:{addition.Comment.By.Email}", 1L, 0L, 0L, 0L);
        _commit.ExecuteNonQuery();
    }

    /// <summary>
    /// One transaction with the rows of many imported comments, and the row that says where each came from; numbers and commenters once for
    /// all, as an import has them.
    /// </summary>
    public void Import(IReadOnlyCollection<CommentAddition> additions, string source)
    {
        _begin.ExecuteNonQuery();
        foreach (var addition in additions)
        {
            AddRows(addition);
            Run(
                _origin,
                1L,
                (long)OriginKind.Comment,
                addition.Comment.Id.Value.ToByteArray(bigEndian: true),
                1L,
                1L,
                1L,
                addition.Record.At.UtcTicks,
                source,
                _nr.ToString(CultureInfo.InvariantCulture),
                null,
                addition.RequestHash,
                null,
                null);
        }

        Run(_thread, 1L, (long)additions.Count, 0L, 0L, 0L, 0L, (long)additions.Count, 0L);
        Run(_blog, 1L, (long)additions.Count, 0L, 0L, 0L, 0L);
        foreach (var (email, count) in additions.CountBy(static a => a.Comment.By.Email!))
        {
            Run(_commenter, 1L, $"email:{email}", (long)count, 0L, 0L, 0L);
        }

        _commit.ExecuteNonQuery();
    }

    private void AddRows(CommentAddition addition)
    {
        var comment = addition.Comment;
        var id = comment.Id.Value.ToByteArray(bigEndian: true);
        var nr = ++_nr;
        Run(
            _comment,
            nr,
            id,
            1L,
            1L,
            null,
            nr,
            0L,
            1L,
            1L,
            0L,
            0L,
            comment.By.Name,
            null,
            0L,
            1L,
            1L,
            1L,
            0L,
            0L,
            0L,
            0.0,
            comment.CreatedAt.UtcTicks,
            null,
            null,
            1L,
            0L,
            comment.By.Email,
            null,
            null,
            null,
            null,
            comment.OwnerKey?.ToString(),
            addition.SubmissionKey,
            addition.RequestHash,
            0L,
            comment.Decision.DecidedAt.UtcTicks,
            comment.RemoteAddress,
            comment.UserAgent,
            Array.Empty<byte>(),
            null,
            null,
            comment.Html,
            comment.PlainText,
            comment.Markdown,
            0.0,
            null,
            null,
            null,
            null,
            null,
            $"email:{comment.By.Email}",
            null,
            null,
            null,
            null,
            null);
        Run(
            _log,
            id,
            1L,
            1L,
            0L,
            null,
            1L,
            addition.Record.ActorKey.ToString(),
            null,
            0L,
            null,
            comment.Decision.DecidedAt.UtcTicks,
            addition.Record.At.UtcTicks,
            0.0,
            null,
            null,
            null,
            null,
            null,
            null,
            addition.Record.Id.Value.ToByteArray(bigEndian: true),
            null);
        Run(
            _change,
            1L << ChangeSql.PositionBits,
            2L << ChangeSql.PositionBits,
            (long)BlogChangeKind.Thread,
            comment.CreatedAt.UtcTicks,
            comment.PostId.Value.ToByteArray(bigEndian: true),
            id);
        Run(_search, (nr * 2) + 1, null, comment.PlainText);
    }

    /// <summary>One row, one commit: the text of a comment in a table with nothing but a key.</summary>
    public void AddOneRow(Comment comment) => Run(_row, comment.Id.Value.ToByteArray(bigEndian: true), comment.Markdown);

    public void Dispose() => _connection.Dispose();

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        if (values.Length != command.Parameters.Count)
        {
            throw new InvalidOperationException($"{values.Length} values for {command.Parameters.Count} parameters: {command.CommandText}");
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    // Every parameter ?1 to ?N that the statement itself names, so that a column more shows here as a value too few.
    private SqliteCommand Prepare(string text)
    {
        var parameters = Parameters()
            .Matches(text)
            .Select(match => int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture))
            .DefaultIfEmpty()
            .Max();
        var command = _connection.CreateCommand();
        command.CommandText = text;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter($"?{i}", DBNull.Value));
        }

        command.Prepare();
        return command;
    }

    [GeneratedRegex(@"\?[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Parameters();

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
