namespace BlogKit;

/// <summary>
/// Writes a small file beside the database and removes it: what a read-only folder, a quota or a full disk would refuse to the next commit is known before it.
/// </summary>
internal static class WriteProbe
{
    private const int Size = 64 * 1024;

    public static void Try(SqliteLocation location)
    {
        var probe = $"{location.FullPath}-probe-{Environment.ProcessId}";
        try
        {
            using var file = new FileStream(
                probe, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
            file.Write(new byte[Size]);
            file.Flush(flushToDisk: true);
        }
        catch (UnauthorizedAccessException e)
        {
            throw StoreFaults.ReadOnly(location, e);
        }
        catch (DirectoryNotFoundException)
        {
            throw StoreFaults.Moved(location);
        }
        catch (IOException e)
        {
            throw location.FreeSpace < Size || IsFull(e) ? StoreFaults.Full(location, e) : StoreFaults.ReadOnly(location, e);
        }
    }

    // ENOSPC and EDQUOT of Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static bool IsFull(IOException fault) => (fault.HResult & 0xFFFF) is 28 or 122 or 69 or 112 or 39;
}
