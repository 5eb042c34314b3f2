using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The options every command has.</summary>
internal sealed class CommonOptions
{
    public const string DatabaseVariable = "BLOGKIT_DATABASE";
    public const string SettingsVariable = "BLOGKIT_SETTINGS";

    public Option<string> Database { get; } = new("--database", "-d")
    {
        HelpName = "FILE",
        Description = $"The database file; the environment variable {DatabaseVariable} sets the default.",
        DefaultValueFactory = static _ => Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } file ? file : "blog.db",
        Recursive = true,
    };

    public Option<string?> Settings { get; } = new("--settings")
    {
        HelpName = "FILE",
        Description = "Takes BlogKit's options from the section BlogKit of this JSON file, such as a web host's appsettings.json; "
            + $"{SettingsVariable} sets the default.",
        DefaultValueFactory = static _ => Environment.GetEnvironmentVariable(SettingsVariable) is { Length: > 0 } file ? file : null,
        Recursive = true,
    };

    public Option<string> Blog { get; } = new("--blog")
    {
        HelpName = "KEY",
        Description = "The blog in the database.",
        DefaultValueFactory = static _ => "default",
        Recursive = true,
    };

    public Option<Slug?> As { get; } = new("--as")
    {
        HelpName = "AUTHOR-SLUG",
        Description = "Acts as this author, with their rights; else as the system, which may do everything.",
        CustomParser = Parsers.OptionalSlug,
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Writes one JSON document to standard output, and errors as JSON to standard error.",
        Recursive = true,
    };

    public Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "Writes no confirmations and no progress; errors and what was asked for still come.",
        Recursive = true,
    };
}
