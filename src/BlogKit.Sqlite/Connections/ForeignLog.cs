using SQLitePCL;

namespace BlogKit;

/// <summary>
/// Tells whether the write-ahead log beside a file is the log of another file: a copy was put in the place of the one that its host left
/// behind when it died.
/// </summary>
internal static class ForeignLog
{
    private const int Attempts = 5;

    /// <summary>
    /// Asks before anything is read by the connection: the log would be replayed then. False also when it cannot be told.
    /// </summary>
    public static bool LiesBeside(SqliteLocation location, sqlite3 handle) =>
        location.HasWal && (location.IsEmpty || DatabaseFile.IsWithoutWal(handle) || IsOfAnother(location));

    private static bool IsOfAnother(SqliteLocation location)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                var before = WalLog.Read(location.FullPath + "-wal");
                if (before is null or { States: [] })
                {
                    return false;
                }

                var file = FileState.ReadWithoutLog(location);
                if (WalLog.Read(location.FullPath + "-wal") is not { } log || !log.Header.AsSpan().SequenceEqual(before.Header))
                {
                    // Another process writes and has started the log anew between the two reads.
                    continue;
                }

                // The log belongs to the file when the file has the state that the log was started over, or a state of the log that was
                // already copied into it.
                return file is { } name
                    && log.States is [var first, ..]
                    && !log.IsWhole
                    && first.Before != name
                    && log.States.TrueForAll(state => state.Name != name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        return false;
    }
}
