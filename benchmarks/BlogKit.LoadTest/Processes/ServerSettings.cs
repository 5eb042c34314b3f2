using BlogKit.Moderation;

namespace BlogKit.LoadTest;

/// <summary>What a server is started with; the words of its command line.</summary>
/// <param name="Kind">What it serves.</param>
/// <param name="Folder">The folder with the database and the static files.</param>
internal sealed record ServerSettings(ServerKind Kind, DirectoryInfo Folder)
{
    /// <summary>
    /// The first word, which is looked for before the command line is parsed: parsing would be part of the time to start.
    /// </summary>
    public const string Command = "serve";

    /// <summary>The rules for comments; not used where <see cref="Kind"/> has its own.</summary>
    public ModerationPreset Preset { get; init; } = ModerationPreset.None;

    public string[] Arguments => [Command, Kind.ToString(), Folder.FullName, Preset.ToString()];

    /// <summary>Reads the words after the first.</summary>
    public static ServerSettings Parse(ReadOnlySpan<string> words) => words switch
    {
        [var kind, var folder] => new(Enum.Parse<ServerKind>(kind, ignoreCase: true), new DirectoryInfo(folder)),
        [var kind, var folder, var preset] => new(Enum.Parse<ServerKind>(kind, ignoreCase: true), new DirectoryInfo(folder))
        {
            Preset = Enum.Parse<ModerationPreset>(preset, ignoreCase: true),
        },
        _ => throw new FormatException($"{Command} KIND FOLDER [PRESET]"),
    };
}
