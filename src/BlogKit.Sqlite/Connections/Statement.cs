using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>
/// A prepared statement of one connection: bind in the order of the parameters, step, read, dispose. Disposing ends the execution;
/// the statement itself lives as long as its connection. Works on SQLite directly, because a command object per execution costs more than
/// the statement.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int OnStack = 512;

    // https://sqlite.org/c3ref/c_stmtstatus_counter.html
    private const int TimesPreparedAnew = 5;
    private readonly SqliteSession _session;
    private readonly Sql _sql;
    private readonly sqlite3_stmt _handle;
    private readonly ResultColumns _columns;
    private int _bound;
    private bool _stepped;
    private bool _inUse;

    public Statement(SqliteSession session, Sql sql)
    {
        _session = session;
        _sql = sql;
        Check(raw.sqlite3_prepare_v3(session.Handle, sql.Text, raw.SQLITE_PREPARE_PERSISTENT, out _handle));
        _columns = new ResultColumns(_handle);
    }

    /// <summary>Whether SQLite prepared it again since it was made, because the schema or a value it was planned by had changed.</summary>
    public bool WasPreparedAnew => raw.sqlite3_stmt_status(_handle, TimesPreparedAnew, 0) > 0;

    public Statement Begin()
    {
        if (_inUse)
        {
            throw new InvalidOperationException($"The statement '{_sql}' is being executed already.");
        }

        _inUse = true;
        _stepped = false;
        _bound = 0;
        return this;
    }

    public Statement With(long value)
    {
        Check(raw.sqlite3_bind_int64(_handle, ++_bound, value));
        return this;
    }

    public Statement With(long? value) => value is { } v ? With(v) : WithNull();

    public Statement With(int value) => With((long)value);

    public Statement With(int? value) => value is { } v ? With((long)v) : WithNull();

    public Statement With(bool value) => With(value ? 1L : 0L);

    public Statement With(double value)
    {
        Check(raw.sqlite3_bind_double(_handle, ++_bound, value));
        return this;
    }

    public Statement With(double? value) => value is { } v ? With(v) : WithNull();

    public Statement With(DateTimeOffset value) => With(value.UtcTicks);

    public Statement With(DateTimeOffset? value) => value is { } v ? With(v.UtcTicks) : WithNull();

    public Statement With(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(raw.sqlite3_bind_blob(_handle, ++_bound, bytes));
        return this;
    }

    public Statement With(Guid? value) => value is { } v ? With(v) : WithNull();

    public Statement With(ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_handle, ++_bound, 0) : raw.sqlite3_bind_blob(_handle, ++_bound, value));
        return this;
    }

    public Statement With(Uri? value) => With(value?.OriginalString);

    public Statement With(ActorKey value) => With(value.ToString());

    public Statement With(ActorKey? value) => With(value?.ToString());

    public Statement With(string? value)
    {
        if (value is null)
        {
            return WithNull();
        }

        if (value.Length == 0)
        {
            Check(raw.sqlite3_bind_text(_handle, ++_bound, ""));
            return this;
        }

        byte[]? rented = null;
        var maximum = Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = maximum <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(maximum);
        var length = Encoding.UTF8.GetBytes(value, buffer);
        var rc = raw.sqlite3_bind_text(_handle, ++_bound, buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        Check(rc);
        return this;
    }

    public Statement WithNull()
    {
        Check(raw.sqlite3_bind_null(_handle, ++_bound));
        return this;
    }

    /// <summary>Moves to the next row of a query.</summary>
    public bool Step()
    {
        if (!_stepped)
        {
            _stepped = true;
            _session.Count(_sql);
        }

        var rc = raw.sqlite3_step(_handle);
        if (rc == raw.SQLITE_ROW)
        {
            return true;
        }

        if (rc != raw.SQLITE_DONE)
        {
            Check(rc);
        }

        return false;
    }

    /// <summary>Every row that is left of a query.</summary>
    public ImmutableArray<T> ReadAll<T>(Func<Statement, T> read)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        while (Step())
        {
            rows.Add(read(this));
        }

        return rows.DrainToImmutable();
    }

    /// <summary>Executes a statement that writes; returns how many rows it changed.</summary>
    public int Execute()
    {
        _session.BeforeWrite(_sql.Operation);
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(_session.Handle);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Begins a statement that writes and returns rows; false when it changed nothing.</summary>
    public bool ExecuteReturning()
    {
        _session.BeforeWrite(_sql.Operation);
        return Step();
    }

    public bool IsNull(int column) => _columns.Type(column) == raw.SQLITE_NULL;

    public long Int64(int column) => _columns.Int64(column);

    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    public int Int32(int column) => unchecked((int)_columns.Int64(column));

    public int? Int32OrNull(int column) => IsNull(column) ? null : Int32(column);

    public bool Bool(int column) => Int32(column) != 0;

    public double Double(int column) => _columns.Double(column);

    public DateTimeOffset Time(int column) => new(Int64(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public Guid Id(int column) => new(_columns.Bytes(column), bigEndian: true);

    public Guid? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    public ReadOnlySpan<byte> Blob(int column) => _columns.Bytes(column);

    public string Text(int column) => Encoding.UTF8.GetString(_columns.Bytes(column));

    /// <summary>A text that was probably read before: then it is returned as it was, which takes no memory.</summary>
    public string Text(int column, string? before) => before is not null && HasText(column, before) ? before : Text(column);

    /// <summary>Whether a column is this text, or null where there is none. Takes no memory.</summary>
    public bool HasText(int column, string? text)
    {
        if (IsNull(column))
        {
            return text is null;
        }

        var bytes = _columns.Bytes(column);
        if (text is null || bytes.Length < text.Length)
        {
            return false;
        }

        // UTF-8 has as many bytes as UTF-16 has units where all are ASCII, and else more.
        if (bytes.Length == text.Length)
        {
            return Ascii.Equals(bytes, text);
        }

        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        var isSame = text.AsSpan().SequenceEqual(letters.AsSpan(0, Encoding.UTF8.GetChars(bytes, letters)));
        ArrayPool<char>.Shared.Return(letters);
        return isSame;
    }

    /// <summary>Whoever is named there; nobody known where nothing is written, which BlogKit itself never does.</summary>
    public ActorKey ActorKey(int column) => BlogKit.ActorKey.TryParse(Text(column), out var key) ? key : BlogKit.ActorKey.Anonymous;

    public ActorKey? ActorKeyOrNull(int column) => IsNull(column) || !BlogKit.ActorKey.TryParse(Text(column), out var key) ? null : key;

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Uri? UriOrNull(int column) => IsNull(column) ? null : new Uri(Text(column), UriKind.RelativeOrAbsolute);

    public Slug Slug(int column) => BlogKit.Slug.Parse(Text(column), null);

    /// <summary>Executes a statement without parameters and rows that is not counted; returns SQLite's answer.</summary>
    public int Run()
    {
        var rc = raw.sqlite3_step(_handle);
        _ = raw.sqlite3_reset(_handle);
        return rc == raw.SQLITE_DONE ? raw.SQLITE_OK : rc;
    }

    /// <summary>Ends the execution.</summary>
    public void Dispose()
    {
        _inUse = false;
        _ = raw.sqlite3_reset(_handle);
    }

    /// <summary>Ends the statement for ever.</summary>
    public void Close() => _handle.Dispose();

    private void Check(int rc)
    {
        if (rc != raw.SQLITE_OK)
        {
            _inUse = false;
            SqliteException.ThrowExceptionForRC(rc, _session.Handle);
        }
    }
}
