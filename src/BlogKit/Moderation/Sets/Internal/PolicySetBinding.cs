using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;

namespace BlogKit.Internal;

/// <summary>Reads sets of policies from configuration, a preset before what changes it.</summary>
internal static class PolicySetBinding
{
    /// <summary>Reads the sets that are only tried. The binder makes one from nothing; its own preset has to come first.</summary>
    public static void ReadShadows(
        IConfiguration section, ModerationOptions? moderation, IReadOnlyCollection<ModerationPolicyDescriptor> policies)
    {
        if (moderation?.Shadow is { } shadow)
        {
            foreach (var child in section.GetChildren())
            {
                if (!string.IsNullOrEmpty(child.Value))
                {
                    throw new InvalidOperationException(
                        $"{child.Path} must be a section with the options of a set, such as Preset, not '{child.Value}'.");
                }

                shadow[child.Key] = Read(child, policies, ofBlog: false);
            }
        }
    }

    /// <summary>Reads a set.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="policies">The policies that are registered.</param>
    /// <param name="ofBlog">
    /// Whether the section may have what a blog has beside its set: it is, or is written like, <c>BlogKit:Moderation</c>.
    /// </param>
    /// <exception cref="InvalidOperationException">A key is that of no policy, and of nothing else.</exception>
    public static PolicySetOptions Read(IConfiguration section, IReadOnlyCollection<ModerationPolicyDescriptor> policies, bool ofBlog)
    {
        var options = new PolicySetOptions();
        ApplyPreset(section, options);
        section.Bind(options);
        BindPolicies(section, options, policies, ofBlog);
        return options;
    }

    /// <summary>Reads the options of every policy.</summary>
    /// <exception cref="InvalidOperationException">A key is that of no policy, and of nothing else.</exception>
    public static void BindPolicies(
        IConfiguration section, PolicySetOptions options, IReadOnlyCollection<ModerationPolicyDescriptor> policies, bool ofBlog)
    {
        RefuseUnknown(section, policies, ofBlog);
        foreach (var policy in policies)
        {
            policy.Bind(section, options);
        }
    }

    // A section that no policy reads would silently have no effect, which is worse than a host that does not start.
    private static void RefuseUnknown(IConfiguration section, IReadOnlyCollection<ModerationPolicyDescriptor> policies, bool ofBlog)
    {
        foreach (var child in section.GetChildren())
        {
            if (SaysSomething(child)
                && !PolicyNames.IsTaken(child.Key, ofBlog)
                && !policies.Any(policy => string.Equals(policy.Section, child.Key, StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidOperationException(
                    $"{child.Path} is configured, but no policy that is registered has this section. "
                    + "The rules of the package BlogKit.Moderation are added by AddModeration(), "
                    + "your own by AddModerationPolicy. "
                    + "Registered are "
                    + $"{string.Join(", ", policies.Select(static policy => policy.Section).Distinct(StringComparer.Ordinal))}.");
            }
        }
    }

    // A section that a later source emptied is ignored, and so is a key that begins with "$" or "/", such as "$schema" or "//" in JSON.
    private static bool SaysSomething(IConfigurationSection child) =>
        child.Key is not ['$' or '/', ..] && (!string.IsNullOrEmpty(child.Value) || child.GetChildren().Any());

    public static void ApplyPreset(IConfiguration section, PolicySetOptions options)
    {
        if (section["Preset"] is not { } text)
        {
            return;
        }

        // Enum.TryParse would accept "7" as well.
        if (!Enum.TryParse<ModerationPreset>(text, ignoreCase: true, out var preset)
            || !Enum.IsDefined(preset)
            || char.IsAsciiDigit(text[0]))
        {
            var key = section is IConfigurationSection { Path: var path } ? $"{path}:Preset" : "Preset";
            throw new InvalidOperationException(
                $"{key} must be one of {string.Join(", ", Enum.GetNames<ModerationPreset>())}, not '{text}'.");
        }

        options.UsePreset(preset);
    }
}
