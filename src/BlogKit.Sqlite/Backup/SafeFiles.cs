using SQLitePCL;

namespace BlogKit;

/// <summary>Gives files their names so that a power cut does not take them back.</summary>
internal static class SafeFiles
{
    /// <summary>Names a file that is written to the disk already; whoever has the answer finds it there after a power cut too.</summary>
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

        SyncFolder(from);
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

    /// <summary>Writes the names in a folder to the disk. .NET has no call for it: SQLite does it when it deletes a file that way.</summary>
    /// <param name="spare">A name in the folder that nobody uses.</param>
    private static void SyncFolder(string spare)
    {
        File.WriteAllBytes(spare, []);
        if (raw.sqlite3__vfs__delete(utf8z.FromString(null), utf8z.FromString(spare), 1) != raw.SQLITE_OK)
        {
            TryDelete(spare);
            throw new IOException($"The folder of '{spare}' could not be written to the disk.");
        }
    }
}
