using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>The file of a store and the connection string that opens it.</summary>
/// <param name="Path">The file as its owner named it; a URI as the path it stands for.</param>
/// <param name="ConnectionString">What opens it for writing.</param>
/// <param name="MayCreate">Whether the writer creates a missing file.</param>
internal sealed record SqliteLocation(string Path, string ConnectionString, bool MayCreate)
{
    private const string DataDirectory = "|DataDirectory|";

    /// <summary>Where the file is; relative paths are taken as Microsoft.Data.Sqlite takes them.</summary>
    public string FullPath { get; } = Resolve(Path);

    public string Folder => System.IO.Path.GetDirectoryName(FullPath) ?? FullPath;

    /// <summary>Whether a write-ahead log with something in it lies beside the file.</summary>
    public bool HasWal => new FileInfo(FullPath + "-wal") is { Exists: true, Length: > 0 };

    /// <summary>Whether the file is there and has nothing in it. SQLite throws the log beside such a file away.</summary>
    public bool IsEmpty => new FileInfo(FullPath) is { Exists: true, Length: 0 };

    /// <summary>The free bytes of its disk; what cannot be asked counts as plenty.</summary>
    public long FreeSpace
    {
        get
        {
            try
            {
                // A file system without a size, such as /proc, does not say how much space is free.
                return new DriveInfo(Folder) is { TotalSize: > 0 } disk ? disk.AvailableFreeSpace : long.MaxValue;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return long.MaxValue;
            }
        }
    }

    public static SqliteLocation Parse(string connectionString)
    {
        SqliteConnectionStringBuilder parts;
        try
        {
            parts = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException(
                $"The SQLite connection string cannot be read: {e.Message} Expected something like 'Data Source=blog.db'.",
                nameof(connectionString),
                e);
        }

        if (SqliteFileUri.IsUri(parts.DataSource))
        {
            SqliteFileUri.Resolve(parts);
        }

        if (FindProblem(parts) is { } problem)
        {
            throw new ArgumentException(problem, nameof(connectionString));
        }

        // Only the file and the mode are used: the store has its own connections, timeouts and settings, and a pool of the provider would
        // keep files open after the store has closed them.
        var own = new SqliteConnectionStringBuilder { DataSource = parts.DataSource, Mode = parts.Mode, Pooling = false };
        return new SqliteLocation(parts.DataSource, own.ConnectionString, parts.Mode is SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>Opens a connection; a reader does not create the file.</summary>
    public SqliteConnection Open(bool forWriting)
    {
        // The file that was named at the start, wherever the process has gone since.
        var parts = new SqliteConnectionStringBuilder(ConnectionString) { DataSource = FullPath };
        if (!forWriting)
        {
            parts.Mode = SqliteOpenMode.ReadWrite;
        }

        var connection = new SqliteConnection(parts.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw forWriting ? StoreFaults.ExplainCreating(this, e) : StoreFaults.Explain(this, e);
        }
    }

    /// <summary>
    /// Opens a connection that one thread at a time uses: SQLite then leaves out its own mutexes, a sixth of what a read costs. A reader
    /// does not create the file.
    /// </summary>
    public sqlite3 OpenForOneThread(bool forWriting)
    {
        // Loads the native library as the provider does.
        RuntimeHelpers.RunClassConstructor(typeof(SqliteConnection).TypeHandle);
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (forWriting && MayCreate ? raw.SQLITE_OPEN_CREATE : 0);
        var rc = raw.sqlite3_open_v2(FullPath, out var handle, flags, null);
        if (rc == raw.SQLITE_OK)
        {
            return handle;
        }

        using (handle)
        {
            var fault = new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), rc, raw.sqlite3_extended_errcode(handle));
            throw forWriting ? StoreFaults.ExplainCreating(this, fault) : StoreFaults.Explain(this, fault);
        }
    }

    private static string? FindProblem(SqliteConnectionStringBuilder parts)
    {
        if (string.IsNullOrWhiteSpace(parts.DataSource))
        {
            return "The SQLite connection string names no file. Expected something like 'Data Source=blog.db'.";
        }

        if (parts.Mode is SqliteOpenMode.Memory || parts.DataSource.Contains(":memory:", StringComparison.Ordinal))
        {
            return "BlogKit.Sqlite keeps its data in a file. For a blog in memory use UseInMemory().";
        }

        if (parts.Mode is SqliteOpenMode.ReadOnly)
        {
            return "BlogKit.Sqlite writes to its file: 'Mode=ReadOnly' cannot be used.";
        }

        if (parts.Cache is SqliteCacheMode.Shared)
        {
            return "BlogKit.Sqlite reads beside its writer, which 'Cache=Shared' makes fail with 'table is locked'. "
                + "Leave 'Cache' out of the connection string.";
        }

        if (!string.IsNullOrEmpty(parts.Password))
        {
            return "BlogKit.Sqlite cannot encrypt its file: 'Password' cannot be used. Leave it out, and encrypt the disk.";
        }

        return string.IsNullOrEmpty(parts.Vfs)
            ? null
            : $"BlogKit.Sqlite relies on the locks of SQLite's own file system: 'Vfs={parts.Vfs}' cannot be used. "
                + "Leave 'Vfs' out of the connection string.";
    }

    private static string Resolve(string path)
    {
        var directory = AppDomain.CurrentDomain.GetData("DataDirectory") as string;
        if (path.StartsWith(DataDirectory, StringComparison.OrdinalIgnoreCase))
        {
            path = path[DataDirectory.Length..].TrimStart('/', '\\');
        }
        else if (string.IsNullOrEmpty(directory))
        {
            return System.IO.Path.GetFullPath(path);
        }

        return System.IO.Path.GetFullPath(
            path, System.IO.Path.GetFullPath(string.IsNullOrEmpty(directory) ? AppContext.BaseDirectory : directory));
    }
}
