using System.Text;
using System.Text.Json;
using BlogKit.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.Moderation;

/// <summary>
/// Makes sets of policies from options: the live one, those that are tried, and any other for a backtest. Safe for concurrent use.
/// </summary>
public sealed class PolicySetFactory
{
    private readonly ModerationOptions _options;
    private readonly ImmutableArray<IModerationPolicy> _registered;
    private readonly IServiceProvider _services;

    // Policies that the container makes itself come last and belong to the live set alone.
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

    /// <summary>
    /// The kinds of policies that sets are made of, in the order in which those of one <see cref="IModerationPolicy.Cost"/> are asked.
    /// </summary>
    public ImmutableArray<ModerationPolicyDescriptor> Policies { get; }

    /// <summary>Creates a set of the policies that are registered with options.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="OptionsValidationException">An option is out of range; the message names it.</exception>
    public PolicySet Create(string name, PolicySetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = FailuresOf(name, options);
        return failures.Count == 0
            ? Create(name, options, new Lazy<string>(Describe(options)), [])
            : throw new OptionsValidationException(name, typeof(PolicySetOptions), failures);
    }

    /// <summary>
    /// Creates a set of the policies that are registered with options, as configuration in the shape of the section
    /// <c>BlogKit:Moderation</c> describes it. The options of a blog that stand there beside its set, such as flags and appeals, are
    /// ignored.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="section">The section.</param>
    /// <exception cref="InvalidOperationException">
    /// A value cannot be read, or a section is that of no policy; the message names its key.
    /// </exception>
    /// <exception cref="OptionsValidationException">An option is out of range; the message names it.</exception>
    public PolicySet Create(string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Create(name, PolicySetBinding.Read(section, Policies, ofBlog: true));
    }

    /// <summary>
    /// Creates a set with the values that a preset has for every policy, as it is tried before it is chosen;
    /// <see cref="ErrorCodes.OutOfRange"/> when a policy needs values of the application's own.
    /// </summary>
    /// <param name="preset">The preset; its name becomes that of the set.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset.</exception>
    public Result<PolicySet> CreateOf(ModerationPreset preset)
    {
        var options = new PolicySetOptions();
        options.UsePreset(preset);
        var failures = FailuresOf(preset.ToString(), options);
        return failures.Count == 0
            ? Create(preset.ToString(), options, new Lazy<string>(Describe(options)), [])
            : BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.OutOfRange,
                "{field} cannot be tried. {explanation}",
                "Preset",
                ("explanation", string.Join(' ', failures)));
    }

    internal ModerationPolicies CreateConfigured() => new(
        CreateConfigured(_options.Preset.ToString(), _options, _registered),
        [.. _options.Shadow.Select(set => CreateConfigured(set.Key, set.Value, []))]);

    // The application's options do not change once it runs: they are described when the first decision asks for the version of the set,
    // and not when the host starts. Others' may change, and are described when the set is made.
    private PolicySet CreateConfigured(string name, PolicySetOptions options, ImmutableArray<IModerationPolicy> registered) =>
        Create(name, options, new Lazy<string>(() => Describe(options)), registered);

    private string Describe(PolicySetOptions options)
    {
        var settings = new StringBuilder(JsonSerializer.Serialize(options, PolicySetJson.Default.PolicySetOptions));
        foreach (var policy in Policies)
        {
            if (FindSettings(policy, options) is { } own)
            {
                settings.Append('\n').Append(policy.Name).Append(own);
            }
        }

        return settings.ToString();
    }

    // Asked when comments are judged already: options that cannot be written, such as a number without end, must cost no comment.
    private string? FindSettings(ModerationPolicyDescriptor policy, PolicySetOptions options)
    {
        try
        {
            return policy.FindSettings(options)?.GetRawText();
        }
#pragma warning disable CA1031 // how an application's options are written is its own, and so is what it throws
        catch (Exception fault)
#pragma warning restore CA1031
        {
            ModeratingLog.OptionsNotWritten(_services.GetRequiredService<ILogger<PolicySetFactory>>(), policy.Name, fault);
            return " not written";
        }
    }

    private List<string> FailuresOf(string name, PolicySetOptions options)
    {
        var failures = new List<string>();
        options.Check(name, Policies, failures);
        return failures;
    }

    private PolicySet Create(
        string name, PolicySetOptions options, Lazy<string> settings, ImmutableArray<IModerationPolicy> registered)
    {
        // Each set has a scope of the container, so that the services its policies take (an HTTP client, a database context) are disposed
        // with the set and do not accumulate in the root container.
        var scope = _services.CreateScope();
        var made = new List<IModerationPolicy>();
        try
        {
            foreach (var policy in Policies)
            {
                if (policy.Create(options, scope.ServiceProvider) is { } asked)
                {
                    made.Add(asked);
                }
            }

            return new PolicySet(
                name,
                [.. made, .. registered],
                options.Rules.ToRules(),
                settings,
                [.. made.OfType<IDisposable>(), scope]);
        }
        catch
        {
            foreach (var policy in made.OfType<IDisposable>())
            {
                policy.Dispose();
            }

            scope.Dispose();
            throw;
        }
    }
}
