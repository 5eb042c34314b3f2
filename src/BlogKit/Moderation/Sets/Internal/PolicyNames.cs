using System.Globalization;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Internal;

/// <summary>Keeps the kinds of policies that are registered apart: by name, by section of configuration, by type of options.</summary>
internal static class PolicyNames
{
    // Other keys of the configuration: the first list in every set, the second only directly below BlogKit:Moderation.
    private static readonly string[] s_ofSets = [nameof(PolicySetOptions.Preset), nameof(PolicySetOptions.Rules)];

    private static readonly string[] s_ofBlogs =
    [
        nameof(ModerationOptions.Shadow), nameof(ModerationOptions.FormTokens), nameof(ModerationOptions.Flags),
        nameof(ModerationOptions.Appeals), nameof(ModerationOptions.Retention),
    ];

    // The policy names that BlogKit's own findings have.
    private static readonly string[] s_reserved = ["pipeline", "moderator", "flags", "mention"];

    /// <summary>The name in Pascal case.</summary>
    /// <exception cref="ArgumentException">The name is not in kebab case.</exception>
    public static string SectionOf(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var words = name.Split('-');
        if (!char.IsAsciiLetterLower(name[0])
            || !words.All(static word => word.Length > 0 && word.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
        {
            throw new ArgumentException(
                $"The name of a policy has small letters a-z, digits and single hyphens between them, and '{name}' does not.",
                nameof(name));
        }

        if (s_reserved.Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException($"BlogKit itself signs findings with '{name}': a policy needs another name.", nameof(name));
        }

        return string.Concat(words.Select(static word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
    }

    /// <summary>Whether a key of configuration is something else than a policy's.</summary>
    /// <param name="section">The key.</param>
    /// <param name="ofBlog">Whether it stands right below <c>BlogKit:Moderation</c>; false = in a set that is only tried.</param>
    public static bool IsTaken(string section, bool ofBlog) =>
        s_ofSets.Contains(section, StringComparer.OrdinalIgnoreCase)
        || (ofBlog && s_ofBlogs.Contains(section, StringComparer.OrdinalIgnoreCase));

    /// <summary>Registers a kind of policy, unless it is the one that is registered already.</summary>
    /// <exception cref="InvalidOperationException">Another has its name, its section or its options.</exception>
    public static void Add(IServiceCollection services, ModerationPolicyDescriptor policy)
    {
        if (string.IsNullOrWhiteSpace(policy.Section) || policy.Section.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The section of the policy '{policy.Name}' is one name right below BlogKit:Moderation, and '{policy.Section}' is not.",
                nameof(policy));
        }

        foreach (var other in services
            .Select(static s => s.IsKeyedService ? null : s.ImplementationInstance)
            .OfType<ModerationPolicyDescriptor>())
        {
            if (other.GetType() == policy.GetType() && Same(other.Name, policy.Name) && Same(other.Section, policy.Section))
            {
                return;
            }

            if (Same(other.Name, policy.Name)
                || other.OptionsType == policy.OptionsType
                || string.Equals(other.Section, policy.Section, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException(
                    $"The policy '{policy.Name}' cannot be added: '{other.Name}' ({other.PolicyType.Name}) has its name, "
                    + "its section or the type "
                    + "of its options.");
            }
        }

        if (IsTaken(policy.Section, ofBlog: true))
        {
            throw new InvalidOperationException(
                $"The policy '{policy.Name}' cannot be added: BlogKit:Moderation:{policy.Section} is something else.");
        }

        services.AddSingleton(policy);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
