namespace BlogKit.Samples.Web.Tests;

/// <summary>A folder for databases, removed at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blogkit-");

    public string Database(string name = "blog") => Path.Combine(_folder.FullName, name + ".db");

    public void Dispose() => _folder.Delete(recursive: true);
}
