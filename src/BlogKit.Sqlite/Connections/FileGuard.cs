using Microsoft.Data.Sqlite;

namespace BlogKit;

/// <summary>
/// Notices that the file is another one than at the start. A connection that is opened then would meet the new file with the write-ahead
/// log of the old one, and what the old connections write would be in a file that nobody finds. Safe for concurrent use.
/// </summary>
internal sealed class FileGuard(SqliteLocation location) : IDisposable
{
    private readonly Lock _sync = new();

    // Keeps the file of the start open, so that SQLite can tell whether it was moved. It is never read.
    private SqliteConnection? _watch;

    /// <summary>
    /// Throws when the file was deleted, renamed or replaced, or has the write-ahead log of another one. A file that is still to be made
    /// passes.
    /// </summary>
    public void Check()
    {
        lock (_sync)
        {
            if (_watch is null)
            {
                _watch = File.Exists(location.FullPath) ? Open() : null;
            }
            else if (DatabaseFile.HasMoved(_watch.Handle!))
            {
                throw StoreFaults.Moved(location);
            }
        }
    }

    public void Dispose()
    {
        lock (_sync)
        {
            _watch?.Dispose();
            _watch = null;
        }
    }

    private SqliteConnection Open()
    {
        var connection = location.Open(forWriting: false);
        if (ForeignLog.LiesBeside(location, connection.Handle!))
        {
            connection.Dispose();
            throw StoreFaults.ForeignWal(location);
        }

        return connection;
    }
}
