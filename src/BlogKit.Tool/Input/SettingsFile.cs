using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BlogKit.CommandLine;

/// <summary>
/// A JSON file with settings, such as a host's <c>appsettings.json</c>. What is wrong with it becomes an error that names it.
/// </summary>
internal sealed record SettingsFile(string Option, string Path)
{
    public Result<ConfigurationRoot> Read()
    {
        if (!File.Exists(Path))
        {
            return CommandErrors.NoFile(Option, Path);
        }

        try
        {
            using var stream = File.OpenRead(Path);
            return (ConfigurationRoot)new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return CommandErrors.File(Option, "'{file}' cannot be read: {cause}", ("file", Path), ("cause", fault.Message));
        }
    }

    /// <summary>Makes something of the settings; what one of them forbids is an error. Null when all is well.</summary>
    public BlogError? Check(Func<object> use)
    {
        try
        {
            _ = use();
            return null;
        }
        catch (Exception fault) when (fault is OptionsValidationException or InvalidOperationException)
        {
            var inner = fault.InnerException is { Message: var cause } ? $" {cause}" : "";
            return BlogError.Of(
                ErrorKind.Invalid, "settings-invalid", "'{file}': {cause}", Option, ("file", Path), ("cause", fault.Message + inner));
        }
    }
}
