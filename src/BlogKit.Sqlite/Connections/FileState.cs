using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BlogKit;

/// <summary>
/// A name for what the whole file holds. Every commit of BlogKit gives it a new one that nobody else has, beside the one before, so that a
/// write-ahead log tells which file it belongs to.
/// </summary>
/// <param name="Name">The state.</param>
/// <param name="Before">The state it came from; <see cref="Guid.Empty"/> for the first one of a file.</param>
internal readonly record struct FileState(Guid Name, Guid Before)
{
    public const string Create =
        """
        CREATE TABLE file_state (nr INTEGER PRIMARY KEY, mark TEXT NOT NULL, name BLOB NOT NULL, before BLOB NOT NULL) STRICT;
        INSERT INTO file_state VALUES (1, 'BlogKit', zeroblob(16), zeroblob(16));
        """;

    public const string IsKept = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'file_state'";

    // By row number. On the right of a "=" stand the values before.
    public static readonly Sql Change = new("file.change-state", "UPDATE file_state SET before = name, name = randomblob(16) WHERE nr = 1");

    private const int Size = 16;
    private const byte LeafOfTable = 0x0D;

    /// <summary>
    /// The one row of the table: 44 bytes, row 1, a header of 5 bytes that says NULL (the row number), a text of 7 and two blobs of 16
    /// bytes; then these.
    /// </summary>
    private static ReadOnlySpan<byte> Row => "\u002C\u0001\u0005\0\u001B\u002C\u002CBlogKit"u8;

    /// <summary>
    /// The state that a page of the database holds; null when the page is another one. No text of anybody makes a page look so: it has only
    /// this one row.
    /// </summary>
    public static FileState? Find(ReadOnlySpan<byte> page)
    {
        if (page[0] != LeafOfTable || BinaryPrimitives.ReadUInt16BigEndian(page[3..]) != 1)
        {
            return null;
        }

        var at = BinaryPrimitives.ReadUInt16BigEndian(page[8..]);
        if (at + Row.Length + (2 * Size) > page.Length || !page[at..].StartsWith(Row))
        {
            return null;
        }

        var values = page[(at + Row.Length)..];
        return new FileState(new Guid(values[..Size], bigEndian: true), new Guid(values[Size..(2 * Size)], bigEndian: true));
    }

    /// <summary>The state of the file alone, whatever lies beside it; null when that cannot be told.</summary>
    public static Guid? ReadWithoutLog(SqliteLocation location)
    {
        // With "immutable", SQLite does not read the write-ahead log of the file (https://sqlite.org/uri.html).
        var path = OperatingSystem.IsWindows() ? "/" + location.FullPath.Replace('\\', '/') : location.FullPath;
        var uri = $"file:{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}?immutable=1";
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = uri, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            if (Get(connection, IsKept) is 1L)
            {
                return Get(connection, "SELECT name FROM file_state WHERE nr = 1") is byte[] { Length: Size } name
                    ? new Guid(name, bigEndian: true)
                    : null;
            }

            return Convert.ToInt64(Get(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture) < SchemaVersions.WithFileState
                ? Guid.Empty
                : null;
        }
        catch (SqliteException)
        {
            // The copying of the log into the file was interrupted or is in progress, so the file alone is inconsistent; SQLite repairs it
            // from the log.
            return null;
        }
    }

    private static object? Get(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }
}
