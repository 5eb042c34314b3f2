using System.Collections.Immutable;
using System.Text.Json;
using BlogKit.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit;

/// <summary>Makes sets of policies from options: the live one, those that are tried, and any other for a backtest. Safe for concurrent use.</summary>
public sealed class PolicySetFactory
{
    private readonly ModerationOptions _options;
    private readonly ImmutableArray<IModerationPolicy> _registered;
    private readonly TimeProvider _clock;
    private readonly ILoggerFactory _loggers;
    private readonly LearningService _learning;

    // The application's own policies come in the order of registration and belong to the live set alone; every set judges by what was learned, with thresholds of its own.
    internal PolicySetFactory(
        IEnumerable<IModerationPolicy> registered, ModerationOptions options, LearningService learning, TimeProvider clock, ILoggerFactory loggers)
    {
        _options = options;
        _registered = [.. registered];
        _clock = clock;
        _loggers = loggers;
        _learning = learning;
    }

    /// <summary>A set of built-in policies.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="OptionsValidationException">An option is out of range; the message names it.</exception>
    public PolicySet Create(string name, PolicySetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>();
        options.Check(name, failures);
        return failures.Count == 0 ? Create(name, options, isLive: false) : throw new OptionsValidationException(name, typeof(PolicySetOptions), failures);
    }

    /// <summary>A set of built-in policies as configuration describes it, in the shape of the section <c>BlogKit:Moderation</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="section">The section.</param>
    /// <exception cref="InvalidOperationException">A value cannot be read; the message names its key.</exception>
    /// <exception cref="OptionsValidationException">An option is out of range; the message names it.</exception>
    public PolicySet Create(string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Create(name, PolicySetBinding.Read(section));
    }

    internal ModerationPolicies CreateConfigured() => new(
        Create(_options.Preset.ToString(), _options, isLive: true),
        [.. _options.Shadow.Select(set => Create(set.Key, set.Value, isLive: false))]);

    private PolicySet Create(string name, PolicySetOptions options, bool isLive)
    {
        var policies = new List<IModerationPolicy>();
        Add(options.AllowList.Enabled, () => new AllowListPolicy(options.AllowList, _clock, _loggers.CreateLogger<AllowListPolicy>()));
        Add(options.Bans.Enabled, () => new BanPolicy(options.Bans));
        Add(options.Hold is HoldMode.All, static () => new HoldAllPolicy());
        Add(options.Hold is HoldMode.FirstComment, static () => new HoldFirstPolicy());
        Add(options.Form.Enabled, () => new FormPolicy(options.Form));
        Add(options.Flood.Enabled, () => new FloodPolicy(options.Flood));
        Add(options.BlockList.Enabled, () => new BlockListPolicy(options.BlockList, _clock, _loggers.CreateLogger<BlockListPolicy>()));
        Add(options.Links.Enabled, () => new LinkPolicy(options.Links));
        Add(options.Shape.Enabled, () => new TextShapePolicy(options.Shape));
        Add(options.DisposableEmail.Enabled, () => new DisposableEmailPolicy(options.DisposableEmail));
        Add(options.Trust.Enabled, () => new TrustPolicy(options.Trust));
        Add(options.Duplicates.Enabled, () => new DuplicatePolicy(options.Duplicates));
        Add(options.ClosedTopics.Enabled, () => new ClosedTopicsPolicy(options.ClosedTopics));
        Add(options.OldPosts.Enabled, () => new OldPostPolicy(options.OldPosts));
        Add(options.OffTopic.Enabled, () => new OffTopicPolicy(options.OffTopic));
        Add(options.Offensive.Enabled, () => new OffensivePolicy(options.Offensive));
        Add(options.Learning.Enabled, () => new LearningPolicy(_learning, options.Learning));
        // Those that are registered belong to the container.
        var owned = policies.OfType<IDisposable>().ToArray();
        if (isLive)
        {
            policies.AddRange(_registered);
        }

        return new PolicySet(name, policies, options.Rules.ToRules(), JsonSerializer.Serialize(options, PolicySetJson.Default.PolicySetOptions), owned);

        void Add(bool enabled, Func<IModerationPolicy> make)
        {
            if (enabled)
            {
                policies.Add(make());
            }
        }
    }
}
