using Microsoft.Data.Sqlite;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A SQLite file of a test's own, deleted with what SQLite keeps beside it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(System.IO.Path.GetTempPath(), System.IO.Path.GetFileName(Path) + "*"))
        {
            File.Delete(file);
        }
    }
}
