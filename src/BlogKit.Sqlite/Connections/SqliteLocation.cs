using Microsoft.Data.Sqlite;

namespace BlogKit;

/// <summary>The file of a store and the connection string that opens it.</summary>
internal sealed record SqliteLocation(string Path, string ConnectionString)
{
    public static SqliteLocation Parse(string connectionString)
    {
        SqliteConnectionStringBuilder parts;
        try
        {
            parts = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"The SQLite connection string cannot be read: {e.Message} Expected something like 'Data Source=blog.db'.", nameof(connectionString), e);
        }

        if (string.IsNullOrWhiteSpace(parts.DataSource))
        {
            throw new ArgumentException("The SQLite connection string names no file. Expected something like 'Data Source=blog.db'.", nameof(connectionString));
        }

        if (parts.Mode is SqliteOpenMode.Memory || parts.DataSource.Contains(":memory:", StringComparison.Ordinal))
        {
            throw new ArgumentException("BlogKit.Sqlite keeps its data in a file. For a blog in memory use UseInMemory().", nameof(connectionString));
        }

        if (parts.Mode is SqliteOpenMode.ReadOnly)
        {
            throw new ArgumentException("BlogKit.Sqlite writes to its file: 'Mode=ReadOnly' cannot be used.", nameof(connectionString));
        }

        // The store keeps its own connections: a second pool below it would hold files open that were closed.
        parts.Pooling = false;
        return new SqliteLocation(parts.DataSource, parts.ConnectionString);
    }

    /// <summary>Opens a connection; a reader does not create the file.</summary>
    public SqliteConnection Open(bool forWriting)
    {
        var text = ConnectionString;
        if (!forWriting)
        {
            text = new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ConnectionString;
        }

        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
