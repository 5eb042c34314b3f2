using Microsoft.Extensions.Configuration;

namespace BlogKit.Internal;

/// <summary>Reads sets of policies from configuration, a preset before what changes it.</summary>
internal static class PolicySetBinding
{
    /// <summary>Reads the sets that are only tried. The binder makes one from nothing; its own preset has to come first.</summary>
    public static void ReadShadows(IConfiguration section, ModerationOptions? moderation, IEnumerable<ModerationPolicyDescriptor> policies)
    {
        if (moderation?.Shadow is { } shadow)
        {
            foreach (var child in section.GetChildren())
            {
                shadow[child.Key] = Read(child, policies);
            }
        }
    }

    public static PolicySetOptions Read(IConfiguration section, IEnumerable<ModerationPolicyDescriptor> policies)
    {
        var options = new PolicySetOptions();
        ApplyPreset(section, options);
        section.Bind(options);
        BindPolicies(section, options, policies);
        return options;
    }

    public static void BindPolicies(IConfiguration section, PolicySetOptions options, IEnumerable<ModerationPolicyDescriptor> policies)
    {
        foreach (var policy in policies)
        {
            policy.Bind(section, options);
        }
    }

    public static void ApplyPreset(IConfiguration section, PolicySetOptions options)
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
