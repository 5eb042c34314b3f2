using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.CommandLine;

/// <summary>
/// A host's settings without the sections of policies that are the application's own: the command does not have these policies, and the
/// rest of the settings is as good without them. Everything else is told when it is wrong, as the host would.
/// </summary>
internal static class KnownSections
{
    private static readonly HashSet<string> s_names = new(
        [
            .. typeof(ModerationOptions).GetProperties().Select(static property => property.Name),
            .. new ServiceCollection().AddBlogKit().AddModeration().Services
                .Select(static service => service.IsKeyedService ? null : service.ImplementationInstance)
                .OfType<ModerationPolicyDescriptor>()
                .Select(static policy => policy.Section),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of a settings file, or of a file with one set.</summary>
    /// <param name="settings">The whole file.</param>
    /// <param name="set">Where the options of moderation stand in it; the empty string = they are the file.</param>
    public static ConfigurationRoot Of(ConfigurationRoot settings, string set)
    {
        IConfiguration live = set.Length == 0 ? settings : settings.GetSection(set);
        string[] foreign = [.. Foreign(live), .. live.GetSection(nameof(ModerationOptions.Shadow)).GetChildren().SelectMany(Foreign)];
        return foreign.Length == 0
            ? settings
            : (ConfigurationRoot)new ConfigurationBuilder()
                .AddInMemoryCollection(settings.AsEnumerable().Where(
                    entry => entry.Value is not null && !Array.Exists(foreign, path => IsIn(entry.Key, path))))
                .Build();
    }

    private static IEnumerable<string> Foreign(IConfiguration set) =>
        set.GetChildren()
            .Where(static child => !s_names.Contains(child.Key) && child.GetChildren().Any())
            .Select(static child => child.Path);

    private static bool IsIn(string key, string path) =>
        key.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (key.Length == path.Length || key[path.Length] == ':');
}
