namespace BlogKit.Samples.Web.Tests;

/// <summary>Where the sample is: in the same repository, built in the same configuration as these tests.</summary>
internal static class SampleFiles
{
    public static string Root { get; } = FindRoot();

    public static string SampleFolder { get; } = Path.Combine(Root, "samples", "BlogKit.Samples.Web");

    public static string HostAssembly { get; } = FindHostAssembly();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BlogKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository only.");
    }

    private static string FindHostAssembly()
    {
        // tests/PROJECT/bin/…: the project's name differs, what follows is the same.
        var below = Path.GetRelativePath(Path.Combine(Root, "tests"), AppContext.BaseDirectory);
        var bin = below[(below.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal) + 1)..];
        return Path.Combine(SampleFolder, bin, "BlogKit.Samples.Web.dll");
    }
}
