using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Writes a small file beside the database and removes it: what a read-only folder, a quota or a full disk would refuse to the next commit
/// is known before it.
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
            throw location.FreeSpace < Size || LastingFiles.IsFull(e) ? StoreFaults.Full(location, e) : StoreFaults.ReadOnly(location, e);
        }
    }
}
