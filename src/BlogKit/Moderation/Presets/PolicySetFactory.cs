using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BlogKit.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BlogKit;

/// <summary>Makes sets of policies from options: the live one, those that are tried, and any other for a backtest. Safe for concurrent use.</summary>
public sealed class PolicySetFactory
{
    private readonly ModerationOptions _options;
    private readonly ImmutableArray<IModerationPolicy> _registered;
    private readonly IServiceProvider _services;

    // What the container makes itself comes last and belongs to the live set alone.
    internal PolicySetFactory(
        IEnumerable<ModerationPolicyDescriptor> policies,
        IEnumerable<IModerationPolicy> registered,
        ModerationOptions options,
        IServiceProvider services)
    {
        Policies = [.. policies];
        _registered = [.. registered];
        _options = options;
        _services = services;
    }

    /// <summary>The kinds of policies that sets are made of, in the order in which they are asked.</summary>
    public ImmutableArray<ModerationPolicyDescriptor> Policies { get; }

    /// <summary>A set of the policies that are registered with options.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="OptionsValidationException">An option is out of range; the message names it.</exception>
    public PolicySet Create(string name, PolicySetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>();
        options.Check(name, Policies, failures);
        return failures.Count == 0 ? Create(name, options, isLive: false) : throw new OptionsValidationException(name, typeof(PolicySetOptions), failures);
    }

    /// <summary>
    /// A set of the policies that are registered with options as configuration describes it, in the shape of the section <c>BlogKit:Moderation</c>.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="section">The section.</param>
    /// <exception cref="InvalidOperationException">A value cannot be read; the message names its key.</exception>
    /// <exception cref="OptionsValidationException">An option is out of range; the message names it.</exception>
    public PolicySet Create(string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Create(name, PolicySetBinding.Read(section, Policies));
    }

    internal ModerationPolicies CreateConfigured() => new(
        Create(_options.Preset.ToString(), _options, isLive: true),
        [.. _options.Shadow.Select(set => Create(set.Key, set.Value, isLive: false))]);

    private PolicySet Create(string name, PolicySetOptions options, bool isLive)
    {
        IModerationPolicy[] made = [.. Policies.Select(policy => policy.Create(options, _services)).OfType<IModerationPolicy>()];
        return new PolicySet(
            name, isLive ? [.. made, .. _registered] : made, options.Rules.ToRules(), SettingsOf(options), made.OfType<IDisposable>());
    }

    private string SettingsOf(PolicySetOptions options)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(options, PolicySetJson.Default.PolicySetOptions));
        foreach (var policy in Policies)
        {
            if (policy.SettingsIn(options) is { } settings)
            {
                text.Append('\n').Append(policy.Name).Append(settings.GetRawText());
            }
        }

        return text.ToString();
    }
}
