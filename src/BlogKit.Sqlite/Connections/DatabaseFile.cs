using System.Runtime.InteropServices;
using SQLitePCL;

namespace BlogKit;

/// <summary>
/// Asks SQLite about the file below a connection. Never by a handle of our own: closing one would take away the locks that SQLite holds on
/// the file (https://sqlite.org/howtocorrupt.html, 2.2).
/// </summary>
internal static unsafe partial class DatabaseFile
{
    /// <summary>The bundled build of SQLite.</summary>
    public const string Library = "e_sqlite3";

    // https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int FilePointer = 7;
    private const int FileHasMoved = 20;
    private const int LogPointer = 28;

    // https://sqlite.org/fileformat.html, 1.3: the versions to write and to read the file with; 1 = without a write-ahead log.
    private const int VersionsAt = 18;
    private const byte WithoutWal = 1;

    /// <summary>Whether the application uses the bundled build: another one is reached through its provider alone.</summary>
    public static bool IsBundled { get; } = string.Equals(raw.GetNativeLibraryName(), Library, StringComparison.Ordinal);

    /// <summary>
    /// Whether the file was deleted, renamed or replaced since the connection was opened. Windows does not let that happen.
    /// </summary>
    public static bool HasMoved(sqlite3 handle)
    {
        var moved = 0;
        return Control(handle, FileHasMoved, &moved) == raw.SQLITE_OK && moved != 0;
    }

    /// <summary>
    /// Whether the write-ahead log was deleted or replaced since the connection opened it, or the index beside it deleted. While SQLite has
    /// them open it neither deletes nor replaces them.
    /// Asked by whoever has the lock to write, so that nobody makes the log longer or shorter meanwhile. Windows does not let that happen.
    /// </summary>
    public static bool HasLostLog(sqlite3 handle, string path)
    {
        nint** log = null;
        if (OperatingSystem.IsWindows() || Control(handle, LogPointer, &log) != raw.SQLITE_OK || log is null || *log is null)
        {
            return false;
        }

        // struct sqlite3_io_methods: the version, xClose, xRead, xWrite, xTruncate, xSync, xFileSize.
        var measure = (delegate* unmanaged[Cdecl]<void*, long*, int>)(*log)[6];
        long size = 0;
        return measure(log, &size) == raw.SQLITE_OK
            && (new FileInfo(path + "-wal") is not { Exists: true } found || found.Length != size || !File.Exists(path + "-shm"));
    }

    /// <summary>Whether the file says of itself that it has no write-ahead log. Reads it through SQLite, without a lock.</summary>
    public static bool IsWithoutWal(sqlite3 handle)
    {
        nint** file = null;
        if (Control(handle, FilePointer, &file) != raw.SQLITE_OK || file is null || *file is null)
        {
            return false;
        }

        // struct sqlite3_io_methods: the version, xClose, xRead.
        var read = (delegate* unmanaged[Cdecl]<void*, byte*, int, long, int>)(*file)[2];
        var versions = stackalloc byte[2];
        return read(file, versions, 2, VersionsAt) == raw.SQLITE_OK && versions[0] == WithoutWal && versions[1] == WithoutWal;
    }

    private static int Control(sqlite3 handle, int operation, void* argument)
    {
        if (!IsBundled)
        {
            return raw.SQLITE_NOTFOUND;
        }

        var referenced = false;
        try
        {
            handle.DangerousAddRef(ref referenced);
            fixed (byte* main = "main\0"u8)
            {
                return FileControl(handle.DangerousGetHandle(), main, operation, argument);
            }
        }
        finally
        {
            if (referenced)
            {
                handle.DangerousRelease();
            }
        }
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(nint database, byte* name, int operation, void* argument);
}
