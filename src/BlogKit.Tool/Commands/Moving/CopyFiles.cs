using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>Where the application keeps the files that a copy takes along.</summary>
internal static class CopyFiles
{
    public static Option<string?> MediaStore() => new("--media-store")
    {
        HelpName = "DIR",
        Description = "Where the application keeps its pictures and files; else the folder 'media' beside the database.",
    };

    public static string MediaStoreFolder(string database, string? given) =>
        Path.GetFullPath(given ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "media"));
}
