using System.Diagnostics;

namespace BlogKit.Sqlite.Tests;

/// <summary>A file system of 4 MB in memory, for whoever may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>The disk; null with the reason where this process may not mount one.</summary>
    public static (SmallDisk? Disk, string? Why) TryMount()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-disk-").FullName;
        var why = Run("mount", "-t", "tmpfs", "-o", "size=4m", "none", folder);
        if (why is null)
        {
            return (new SmallDisk(folder), null);
        }

        Directory.Delete(folder);
        return (null, why);
    }

    /// <summary>Writes until nothing is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 16, 1 << 12])
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full for this size.
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        if (Run("umount", Folder) is null)
        {
            Directory.Delete(Folder);
        }
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"'{program}' said: {said}";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"There is no '{program}': {e.Message}";
        }
    }
}
