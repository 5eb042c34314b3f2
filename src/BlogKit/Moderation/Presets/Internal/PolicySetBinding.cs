using Microsoft.Extensions.Configuration;

namespace BlogKit.Internal;

/// <summary>Reads options from configuration, a preset before what changes it.</summary>
internal static class PolicySetBinding
{
    public static void Bind(IConfiguration section, BlogKitOptions options)
    {
        ApplyPreset(section.GetSection("Moderation"), options.Moderation);
        section.Bind(options);

        // The binder makes a tried set from nothing; its own preset has to come first.
        var moderation = options.Moderation;
        if (moderation?.Shadow is { } shadow)
        {
            foreach (var child in section.GetSection("Moderation:Shadow").GetChildren())
            {
                shadow[child.Key] = Read(child);
            }
        }
    }

    public static PolicySetOptions Read(IConfiguration section)
    {
        var options = new PolicySetOptions();
        ApplyPreset(section, options);
        section.Bind(options);
        return options;
    }

    private static void ApplyPreset(IConfiguration section, PolicySetOptions options)
    {
        if (section["Preset"] is not { } text)
        {
            return;
        }

        // Enum.TryParse would take "7" as well.
        if (!Enum.TryParse<ModerationPreset>(text, ignoreCase: true, out var preset) || !Enum.IsDefined(preset) || char.IsAsciiDigit(text[0]))
        {
            var key = section is IConfigurationSection { Path: var path } ? $"{path}:Preset" : "Preset";
            throw new InvalidOperationException($"{key} must be one of {string.Join(", ", Enum.GetNames<ModerationPreset>())}, not '{text}'.");
        }

        options.UsePreset(preset);
    }
}
