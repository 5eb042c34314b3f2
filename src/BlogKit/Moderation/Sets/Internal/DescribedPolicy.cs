using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Internal;

/// <summary>A policy with options, made anew for every set; its constructor takes them and services of the container.</summary>
internal sealed class DescribedPolicy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPolicy, TOptions>
    : ModerationPolicyDescriptor
    where TPolicy : class, IModerationPolicy
    where TOptions : ModerationPolicyOptions, new()
{
    private readonly Action<IConfiguration, TOptions> _bind;
    private readonly Func<JsonTypeInfo<TOptions>>? _settings;

    public DescribedPolicy(
        string name, string section, Action<IConfiguration, TOptions> bind, Func<JsonTypeInfo<TOptions>>? settings)
        : base(name, section, typeof(TPolicy), typeof(TOptions))
    {
        (_bind, _settings) = (bind, settings);
        if (!Array.Exists(
            typeof(TPolicy).GetConstructors(),
            static c => Array.Exists(c.GetParameters(), static p => p.ParameterType.IsAssignableFrom(typeof(TOptions)))))
        {
            throw new InvalidOperationException(
                $"No public constructor of {typeof(TPolicy).Name} takes its options, {typeof(TOptions).Name}.");
        }
    }

    public override JsonElement? FindSettings(PolicySetOptions set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return _settings is null
            ? JsonSerializer.SerializeToElement(set.GetPolicy<TOptions>(), PolicySetJson.Default.ModerationPolicyOptions)
            : JsonSerializer.SerializeToElement(set.GetPolicy<TOptions>(), _settings());
    }

    internal override IModerationPolicy? Create(PolicySetOptions set, IServiceProvider services)
    {
        var options = set.GetPolicy<TOptions>();
        if (!options.Enabled)
        {
            return null;
        }

        // Made once for a set: a factory that is compiled for it takes longer than it ever saves.
        var policy = ActivatorUtilities.CreateInstance<TPolicy>(services, options);
        if (string.Equals(policy.Name, Name, StringComparison.Ordinal))
        {
            return policy;
        }

        (policy as IDisposable)?.Dispose();
        throw new InvalidOperationException(
            $"The policy {typeof(TPolicy).Name} is registered as '{Name}' and calls itself '{policy.Name}'. It needs one name.");
    }

    internal override void Bind(IConfiguration configuration, PolicySetOptions set) =>
        _bind(configuration.GetSection(Section), set.GetPolicy<TOptions>());

    // The options of a policy that is not asked may be incomplete, so they are not checked.
    internal override void Check(PolicySetOptions set, string path, ICollection<string> failures)
    {
        if (set.GetPolicy<TOptions>() is { Enabled: true } options)
        {
            options.Check($"{path}:{Section}", failures);
        }
    }
}
