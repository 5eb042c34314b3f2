using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace BlogKit.Moderation;

/// <summary>
/// Describes a kind of policy as it was registered: its name, its options, how one is made. BlogKit's own and the application's are
/// described alike; sets of policies are made, bound, checked and shown from the list of descriptors. Immutable and thread-safe.
/// </summary>
public abstract class ModerationPolicyDescriptor
{
    private protected ModerationPolicyDescriptor(string name, string section, Type policyType, Type? optionsType)
    {
        Name = name;
        Section = section;
        PolicyType = policyType;
        OptionsType = optionsType;
    }

    /// <summary>The <see cref="IModerationPolicy.Name"/>.</summary>
    public string Name { get; }

    /// <summary>The key of its options below <c>BlogKit:Moderation</c>.</summary>
    public string Section { get; }

    /// <summary>The type of the policy.</summary>
    public Type PolicyType { get; }

    /// <summary>The type of its options; null when it has none of its own.</summary>
    public Type? OptionsType { get; }

    /// <summary>Returns its options in a set, as JSON; null when it has none of its own.</summary>
    /// <param name="set">The options of the set.</param>
    public abstract JsonElement? FindSettings(PolicySetOptions set);

    /// <summary>The policy for a set; null when the set does without it.</summary>
    internal abstract IModerationPolicy? Create(PolicySetOptions set, IServiceProvider services);

    internal abstract void Bind(IConfiguration configuration, PolicySetOptions set);

    internal abstract void Check(PolicySetOptions set, string path, ICollection<string> failures);
}
