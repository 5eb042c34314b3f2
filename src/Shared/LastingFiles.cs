using System.Runtime.InteropServices;

namespace BlogKit.Internal;

/// <summary>
/// Gives files and folders their names so that a power cut does not take them back: what a file holds is on the disk before it has its
/// name, and the name before anybody is told. Compiled into every package that keeps files, because packages share no internals.
/// </summary>
internal static partial class LastingFiles
{
    /// <summary>
    /// Whether there was no room: ENOSPC and EDQUOT of Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    /// </summary>
    public static bool IsFull(IOException fault) => (fault.HResult & 0xFFFF) is 28 or 122 or 69 or 112 or 39;

    /// <summary>
    /// Whether the name was another file's: EEXIST of Linux and macOS; ERROR_FILE_EXISTS and ERROR_ALREADY_EXISTS of Windows.
    /// </summary>
    public static bool IsTaken(IOException fault) => (fault.HResult & 0xFFFF) is 17 or 80 or 183;

    /// <summary>Creates a folder with all above it that are missing.</summary>
    public static void CreateFolder(string path)
    {
        var missing = new Stack<string>();
        for (var folder = Path.GetFullPath(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Push(folder);
        }

        Directory.CreateDirectory(path);
        while (missing.TryPop(out var made))
        {
            SyncFolder(Path.GetDirectoryName(made)!);
        }
    }

    /// <summary>Writes a file beside its place and names it when it is whole: others find what was there before, or all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What it holds then.</param>
    /// <param name="draft">A name in the same folder that nobody else uses.</param>
    /// <param name="cancellationToken">Stops before the file has its name.</param>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, string draft, CancellationToken cancellationToken)
    {
        await WriteDraftAsync(
            draft, async file => await file.WriteAsync(content, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        Publish(draft, path, overwrite: true);
    }

    /// <summary>Writes a file to the disk under a name that is not its own yet; nothing is there when that fails.</summary>
    /// <param name="draft">A name in the file's folder that nobody else uses.</param>
    /// <param name="write">Writes what it holds.</param>
    public static async Task WriteDraftAsync(string draft, Func<Stream, Task> write)
    {
        try
        {
            var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                await write(file).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
        }
        catch
        {
            TryDelete(draft);
            throw;
        }
    }

    /// <summary>Names a file that is written to the disk already, in its own folder.</summary>
    public static void Publish(string from, string to, bool overwrite)
    {
        try
        {
            File.Move(from, to, overwrite);
        }
        catch
        {
            TryDelete(from);
            throw;
        }

        SyncFolder(Path.GetDirectoryName(to)!);
    }

    /// <summary>Deletes what may not be there; what cannot be deleted does not hide why it should be.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The caller is failing already, and says why.
        }
    }

    /// <summary>
    /// Writes the names in a folder to the disk. .NET opens no folders, so this asks the system; the journal of Windows keeps names without
    /// being asked.
    /// </summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, flags: 0);
        if (handle < 0)
        {
            // Whoever may put files into a folder but not read it cannot ask for more.
            if (Marshal.GetLastPInvokeError() is NoPermission)
            {
                return;
            }

            throw Failed(folder);
        }

        try
        {
            // Some file systems know no such thing for folders, and say so: they keep names in their own way.
            if (Sync(handle) != 0 && Marshal.GetLastPInvokeError() is not (InvalidArgument or NotSupported))
            {
                throw Failed(folder);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failed(string folder) =>
        new($"The names in the folder '{folder}' could not be written to the disk ({Marshal.GetLastPInvokeErrorMessage()}).");

    // EACCES; EINVAL; ENOTSUP of Linux.
    private const int NoPermission = 13;
    private const int InvalidArgument = 22;
    private const int NotSupported = 95;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
