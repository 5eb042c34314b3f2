namespace BlogKit.Architecture;

/// <summary>The checkout the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every C# file below a folder that somebody wrote.</summary>
    public static IEnumerable<string> Sources(params string[] folder) => Files("*.cs", folder);

    /// <summary>Every file of a kind below a folder that somebody wrote, and no build.</summary>
    public static IEnumerable<string> Files(string kind, params string[] folder) =>
        Directory.GetFiles(PathTo(folder), kind, SearchOption.AllDirectories)
            .Where(static file => !Path.GetRelativePath(Root, file)
                .Split(Path.DirectorySeparatorChar)
                .Any(static part => part is "obj" or "bin"));

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
