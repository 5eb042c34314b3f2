using System.Globalization;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>What an owner is told when the file cannot be used: which file, what is wrong with it, and what to do.</summary>
internal static class StoreFaults
{
    private const long NoSpace = 1 << 20;

    public static StoreUnavailableException Moved(SqliteLocation location) => new(
        $"The database '{location.Path}' was deleted, renamed or replaced while this process had it open. "
        + "What would be written now would be lost, so nothing is "
            + "written. Stop every process that uses it, put the right file in its place with 'blogkit restore --from COPY', "
            + "and start them again.");

    public static StoreUnavailableException LostLog(SqliteLocation location) => new(
        $"'{location.Path}-wal' or '{location.Path}-shm' was deleted or replaced while this process had the database open. What was "
            + "acknowledged lately is in the log that this process still has, and nothing more is written. "
            + "Stop every process that uses it in "
            + "the ordinary way: the last one to close the database writes the log into it. "
            + "Never delete these files while a process runs.");

    public static StoreUnavailableException ForeignWal(SqliteLocation location) => new(
        $"Beside the database '{location.Path}' lies '{location.Path}-wal', which belongs to another file: a copy was put in its place. "
        + "Together they would make a "
            + $"damaged database, so nothing was opened. While no process uses it, move '{location.Path}-wal' and '{location.Path}-shm' "
            + "away, or put the copy in its place "
            + "with 'blogkit restore --from COPY'.");

    public static StoreUnavailableException ReadOnly(SqliteLocation location, Exception? inner = null) => new(
        $"The database '{location.Path}' cannot be written: the file, or its folder '{location.Folder}', is read-only for this process. "
            + "Give it the right to write both; "
            + "SQLite keeps '-wal' and '-shm' beside the file.",
        inner);

    public static StoreUnavailableException Full(SqliteLocation location, Exception? inner = null) => new(
        $"The disk of the database '{location.Path}' is full; nothing of this was written. Make room on the volume of '{location.Folder}'.",
        inner)
    {
        IsFull = true,
    };

    public static StoreUnavailableException Missing(SqliteLocation location, Exception? inner = null) => new(
        $"There is no database '{location.Path}'. "
            + (location.MayCreate
                ? "Call PrepareBlogKitAsync when the host starts, or run 'blogkit init': both create it."
                : "'Mode=ReadWrite' in the connection string forbids creating it: "
                    + "leave the Mode out and call PrepareBlogKitAsync when the host starts, or run 'blogkit init'."),
        inner);

    /// <summary>The fault in words, when it is one of SQLite that has to do with the file; else itself.</summary>
    public static Exception Explain(SqliteLocation location, Exception fault) => fault is not SqliteException sqlite
        ? fault
        : sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_CANTOPEN => CannotOpen(location, sqlite),
            raw.SQLITE_READONLY => ReadOnly(location, sqlite),
            raw.SQLITE_PERM or raw.SQLITE_AUTH => NoPermission(location, sqlite),
            raw.SQLITE_FULL => Full(location, sqlite),
            raw.SQLITE_IOERR => location.FreeSpace < NoSpace ? Full(location, sqlite) : Unreadable(location, sqlite),
            raw.SQLITE_CORRUPT => Damaged(location, sqlite),
            _ => fault,
        };

    private static StoreUnavailableException CannotOpen(SqliteLocation location, SqliteException inner)
    {
        if (Directory.Exists(location.FullPath))
        {
            return new StoreUnavailableException(
                $"'{location.Path}' is a folder, not a database. Name a file: 'Data Source={Path.Combine(location.Path, "blog.db")}'.",
                inner);
        }

        if (!Directory.Exists(location.Folder))
        {
            return new StoreUnavailableException(
                $"The folder '{location.Folder}' of the database '{location.Path}' is missing. "
                    + "Create it: BlogKit creates the file, not its folder.",
                inner);
        }

        return File.Exists(location.FullPath) ? NoPermission(location, inner)
            : location.MayCreate && location.FreeSpace < NoSpace ? Full(location, inner)
            : Missing(location, inner);
    }

    /// <summary>As <see cref="Explain"/>, for a connection that would have created a missing file.</summary>
    public static Exception ExplainCreating(SqliteLocation location, Exception fault) =>
        fault is SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN } sqlite
            && location.MayCreate && Directory.Exists(location.Folder) && !Path.Exists(location.FullPath) && location.FreeSpace >= NoSpace
            ? NoPermission(location, sqlite)
            : Explain(location, fault);

    private static StoreUnavailableException NoPermission(SqliteLocation location, SqliteException inner) => new(
        $"The database '{location.Path}' cannot be opened: this process has no permission. "
            + "Give it the right to read and write the file and its folder "
            + $"'{location.Folder}'; SQLite keeps '-wal' and '-shm' beside the file.",
        inner);

    private static StoreUnavailableException Unreadable(SqliteLocation location, SqliteException inner) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The disk of the database '{location.Path}' failed to read or write "
            + $"(SQLite error {inner.SqliteExtendedErrorCode}: {inner.Message}). "
            + $"Look at the disk; 'blogkit check' says whether the database is whole."),
        inner);

    private static StoreUnavailableException Damaged(SqliteLocation location, SqliteException inner) => new(
        $"The database '{location.Path}' is damaged ({inner.Message}). "
            + "'blogkit check' says what is wrong; 'blogkit restore --from COPY' puts a backup in its place.",
        inner);
}
