namespace BlogKit.Architecture;

/// <summary>The checkout the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every C# file below a folder that somebody wrote.</summary>
    public static IEnumerable<string> Sources(params string[] folder) => Directory.GetFiles(
        PathTo(folder), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BlogKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("BlogKit.sln was not found above the tests.");
    }
}
