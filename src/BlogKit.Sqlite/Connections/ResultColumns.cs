using System.Runtime.InteropServices;
using SQLitePCL;

namespace BlogKit;

/// <summary>
/// The columns of a row, read from SQLite without the steps between: a page of a thread has thousands of them, each is read in some
/// nanoseconds, and the marshalling of the statement's handle took longer than SQLite did. Where the application chose another build of
/// SQLite than the bundled one, they are read through its provider. https://sqlite.org/c3ref/column_blob.html
/// </summary>
internal readonly unsafe partial struct ResultColumns(sqlite3_stmt statement)
{
    private const string Library = DatabaseFile.Library;

    // Valid as long as the statement is, which its owner holds.
    private readonly nint _statement = statement.DangerousGetHandle();

    public int Type(int column) => DatabaseFile.IsBundled ? ColumnType(_statement, column) : raw.sqlite3_column_type(statement, column);

    public long Int64(int column) => DatabaseFile.IsBundled ? ColumnInt64(_statement, column) : raw.sqlite3_column_int64(statement, column);

    public double Double(int column) =>
        DatabaseFile.IsBundled ? ColumnDouble(_statement, column) : raw.sqlite3_column_double(statement, column);

    /// <summary>The bytes of a blob or of a text in UTF-8; gone with the next step of the statement.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        if (!DatabaseFile.IsBundled)
        {
            return raw.sqlite3_column_blob(statement, column);
        }

        // In this order: the length is that of the form that was asked for last.
        var bytes = ColumnBlob(_statement, column);
        return new ReadOnlySpan<byte>(bytes, ColumnBytes(_statement, column));
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial long ColumnInt64(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial double ColumnDouble(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial int ColumnBytes(nint statement, int column);
}
