using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    // "BKIT": tells a BlogKit file from every other SQLite file.
    public const int ApplicationId = 0x424B4954;

    // https://sqlite.org/c3ref/c_dbconfig_defensive.html
    public const int PlanWithoutValues = 1007;
    private const int NoCheckpointOnClose = 1006;

    private static readonly TimeSpan s_leastPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    private static readonly Sql s_begin = new("transaction.begin", "BEGIN");
    private static readonly Sql s_beginImmediate = new("transaction.begin", "BEGIN IMMEDIATE");
    private static readonly Sql s_commit = new("transaction.commit", "COMMIT");
    private static readonly Sql s_rollback = new("transaction.rollback", "ROLLBACK");

    private readonly string _path;
    private readonly StoreLife _life;
    private readonly BlogKitInstruments? _instruments;
    private readonly Action<string>? _preparedAnew;
    private readonly TimeSpan _patience;
    private readonly Dictionary<Sql, Statement> _statements = [];

    private KeptThreadRows? _threadRows;
    private KeptPosts? _posts;

    // False where the file system does not support a write-ahead log.
    private bool _hasLog;

    private int _changesBefore;
    private bool _keepsState;

    private SqliteSession(sqlite3 handle, string path, SqliteStoreOptions options, StoreLife life, BlogKitInstruments? instruments)
    {
        Handle = handle;
        _path = path;
        _life = life;
        _instruments = instruments;
        _preparedAnew = options.PreparedAnew;
        Clock = options.Clock;
        LeavesChanges = options.LeavesChanges;
        _patience = options.BusyTimeout > s_leastPatience ? options.BusyTimeout : s_leastPatience;
    }

    public sqlite3 Handle { get; }

    public TimeProvider Clock { get; }

    /// <summary>Whether writes leave rows in the change feed: always, but in benchmarks.</summary>
    public bool LeavesChanges { get; }

    /// <summary>The rows of threads it read last.</summary>
    public KeptThreadRows ThreadRows => _threadRows ??= new KeptThreadRows();

    /// <summary>The posts it read last.</summary>
    public KeptPosts Posts => _posts ??= new KeptPosts();

    /// <summary>About how many comments this connection let wait for the search index.</summary>
    public int UnindexedComments { get; set; }

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Whether the file was deleted, renamed or replaced since this connection was opened.</summary>
    public bool HasMoved => DatabaseFile.HasMoved(Handle);

    /// <summary>
    /// Whether the write-ahead log of this connection is no longer the one beside the file. Asked within a transaction that writes.
    /// </summary>
    public bool HasLostLog => _hasLog && DatabaseFile.HasLostLog(Handle, _path);

    /// <summary>Whether nothing lies where the write-ahead log has to be. May be asked at any time.</summary>
    public bool HasNoLog => _hasLog && !OperatingSystem.IsWindows() && !File.Exists(_path + "-wal");

    public long LastRowId => raw.sqlite3_last_insert_rowid(Handle);

    public static SqliteSession OpenWriter(
        SqliteLocation location, SqliteStoreOptions options, StoreLife life, FileGuard guard, BlogKitInstruments? instruments)
    {
        var session = Open(location, forWriting: true, options, life, guard, instruments);
        try
        {
            if (raw.sqlite3_db_readonly(session.Handle, "main") == 1)
            {
                // SQLite opens a file without the right to write as read-only, and would report it only at the first write.
                throw StoreFaults.ReadOnly(location);
            }

            session._hasLog = string.Equals(session.Ask("PRAGMA journal_mode = WAL"), "wal", StringComparison.OrdinalIgnoreCase);
            session.Set(options.Synchronous is SqliteSynchronous.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            session.Set("PRAGMA foreign_keys = ON");
            session.Set("PRAGMA temp_store = MEMORY");
            session.Set("PRAGMA cache_size = -32000");
            // After a large import the write-ahead log is cut back to this size at its next reset.
            session.Set("PRAGMA journal_size_limit = 67108864");
            // From here on the write queue itself waits for other processes, without blocking a thread.
            _ = raw.sqlite3_busy_timeout(session.Handle, 0);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public static SqliteSession OpenReader(
        SqliteLocation location, SqliteStoreOptions options, StoreLife life, FileGuard guard, BlogKitInstruments? instruments)
    {
        var session = Open(location, forWriting: false, options, life, guard, instruments);
        try
        {
            session.Set("PRAGMA query_only = ON");
            session.Set("PRAGMA temp_store = MEMORY");
            session.Set("PRAGMA cache_size = -8000");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Statement Use(Sql sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(this, sql);
            _statements.Add(sql, statement);
        }

        return statement.Begin();
    }

    public void Count(Sql sql) => _instruments?.RecordCommand(sql.Operation);

    public void BeforeWrite(string operation) => _life.BeforeWrite(operation);

    /// <summary>Begins a transaction that reads one state.</summary>
    public void BeginRead() => Run(s_begin);

    public void EndRead() => Run(s_commit);

    /// <summary>Begins a transaction that writes; false when another process writes.</summary>
    public bool TryBeginWrite()
    {
        var rc = Try(s_beginImmediate);
        if ((rc & 0xFF) is raw.SQLITE_BUSY)
        {
            return false;
        }

        Check(rc);
        _changesBefore = raw.sqlite3_total_changes(Handle);
        return true;
    }

    /// <summary>Commits; a commit that changed something gives the file's state a new name.</summary>
    public void Commit()
    {
        BeforeWrite(s_commit.Operation);
        if (raw.sqlite3_total_changes(Handle) != _changesBefore)
        {
            ChangeState();
        }

        Run(s_commit);
    }

    public void Rollback()
    {
        if (InTransaction)
        {
            Run(s_rollback);
        }
    }

    /// <summary>Executes statements that are no constants or return nothing of interest: settings and schema.</summary>
    public void Set(string text) => Check(Repeat(static (handle, text) => raw.sqlite3_exec(handle, text), text));

    public long Get(string text) => Convert.ToInt64(Ask(text), CultureInfo.InvariantCulture);

    /// <summary>Lets go of every prepared statement, because the schema it was planned for is another one now.</summary>
    public void ForgetStatements()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Close();
        }

        _statements.Clear();
    }

    public void Dispose()
    {
        if (_life.IsDead)
        {
            // The store ends as a killed process does: the write-ahead log is not copied into the file, and the next process finds it.
            _ = raw.sqlite3_db_config(Handle, NoCheckpointOnClose, 1, out _);
        }

        foreach (var (sql, statement) in _statements)
        {
            if (statement.WasPreparedAnew)
            {
                _preparedAnew?.Invoke(sql.Operation);
            }
        }

        ForgetStatements();
        Handle.Dispose();
    }

    /// <summary>The first column of the first row; null without a row.</summary>
    private string? Ask(string text)
    {
        Check(raw.sqlite3_prepare_v2(Handle, text, out var statement));
        using (statement)
        {
            var rc = Repeat(
                static (connection, statement) =>
                {
                    _ = raw.sqlite3_reset(statement);
                    return raw.sqlite3_step(statement);
                },
                statement);
            if (rc == raw.SQLITE_ROW)
            {
                return raw.sqlite3_column_text(statement, 0).utf8_to_string();
            }

            Check(rc == raw.SQLITE_DONE ? raw.SQLITE_OK : rc);
            return null;
        }
    }

    // SQLite does not wait by itself where waiting could be for ever: two that make a new file at once both read it and then want to write.
    // The last attempt may wait once more itself, so that this takes at most twice the time.
    private int Repeat<T>(Func<sqlite3, T, int> step, T argument)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var rc = step(Handle, argument);
            if ((rc & 0xFF) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED) || Stopwatch.GetElapsedTime(since) >= _patience)
            {
                return rc;
            }

            Thread.Sleep(s_pause);
        }
    }

    private static SqliteSession Open(
        SqliteLocation location,
        bool forWriting,
        SqliteStoreOptions options,
        StoreLife life,
        FileGuard guard,
        BlogKitInstruments? instruments)
    {
        guard.Check();
        var session = new SqliteSession(location.OpenForOneThread(forWriting), location.FullPath, options, life, instruments);
        try
        {
            _ = raw.sqlite3_busy_timeout(session.Handle, (int)options.BusyTimeout.TotalMilliseconds);
            guard.Check();
            // Else SQLite plans by what is bound, and a statement whose parameters changed is parsed and planned again at its first step:
            // five sixths of what reading a page of comments cost (https://sqlite.org/queryplanner-ng.html, 5).
            session.Check(raw.sqlite3_db_config(session.Handle, PlanWithoutValues, 1, out _));
            session.RefuseForeignFile(location);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void RefuseForeignFile(SqliteLocation location)
    {
        long application;
        try
        {
            // Both values are read in one transaction: between two reads another process could create the schema of BlogKit.
            Set("BEGIN");
            application = Get("PRAGMA application_id");
            var isEmpty = application == 0 && Get("SELECT count(*) FROM sqlite_schema") == 0;
            Set("COMMIT");
            if (application == ApplicationId || isEmpty)
            {
                return;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_NOTADB)
        {
            throw new InvalidOperationException($"'{location.Path}' is not a SQLite database. Nothing was changed in it.", e);
        }

        throw new InvalidOperationException(
            $"'{location.Path}' is a SQLite database of another application (application_id {application}), not of BlogKit. "
            + "Nothing was changed in it. Give the blog a file of its own; the documents on BlogKit.Sqlite say how both can share one.");
    }

    private void ChangeState()
    {
        // Older schemas have no table file_state.
        _keepsState = _keepsState || Get(FileState.IsKept) == 1;
        if (_keepsState)
        {
            Run(FileState.Change);
        }
    }

    private int Try(Sql sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(this, sql);
            _statements.Add(sql, statement);
        }

        return statement.Run();
    }

    private void Run(Sql sql) => Check(Try(sql));

    private void Check(int rc)
    {
        if (rc != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(rc, Handle);
        }
    }
}
