using BlogKit.Internal;

namespace BlogKit.CommandLine;

/// <summary>Writes a file that is to last beside its place, and names it when it is whole.</summary>
internal static class OutputFile
{
    /// <summary>Writes it; it has its name only when <paramref name="write"/> says that it is whole.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task<bool>> write)
    {
        path = Path.GetFullPath(path);
        var draft = path + ".part";
        var isWhole = false;
        LastingFiles.TryDelete(draft);
        await LastingFiles.WriteDraftAsync(draft, async file =>
        {
            // Not disposed: the file is written to the disk behind it.
            var buffered = new BufferedStream(file, 64 * 1024);
            isWhole = await write(buffered);
            await buffered.FlushAsync();
        });
        if (isWhole)
        {
            LastingFiles.Publish(draft, path, overwrite: true);
        }
        else
        {
            LastingFiles.TryDelete(draft);
        }
    }
}
