using System.Security.Cryptography;
using System.Text;

namespace BlogKit.Moderation;

/// <summary>Policies that decide together, with the rules by which they do. Immutable; safe for concurrent use.</summary>
public sealed class PolicySet : IDisposable
{
    private const ModerationNeeds TakenOfWriter = ModerationNeeds.Activity | ModerationNeeds.Bans;

    private readonly Lazy<string> _version;
    private ImmutableArray<IDisposable> _owned = [];

    /// <summary>Creates a set of policies.</summary>
    /// <param name="name">A short name, such as that of a preset.</param>
    /// <param name="policies">The policies; those of one cost are asked in this order, cheap ones before dear ones.</param>
    /// <param name="rules">How their findings are combined; null = <see cref="CombinationRules.Default"/>.</param>
    /// <param name="settings">
    /// What else the policies' judgement depends on, such as their options as text: another text is another version. Null for nothing.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Two policies have the same name, or one that judges the writer alone needs facts of other kinds.
    /// </exception>
    public PolicySet(string name, IEnumerable<IModerationPolicy> policies, CombinationRules? rules = null, string? settings = null)
        : this(name, policies, rules, new Lazy<string>(settings ?? ""), [])
    {
    }

    /// <summary>As above, with policies that were made for this set and end with it; what they depend on is asked for once.</summary>
    internal PolicySet(
        string name,
        IEnumerable<IModerationPolicy> policies,
        CombinationRules? rules,
        Lazy<string> settings,
        IEnumerable<IDisposable> owned)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(policies);
        Name = name;
        Policies = [.. policies.OrderBy(static p => p.Cost)];
        Rules = rules ?? CombinationRules.Default;
        if (Policies.GroupBy(static p => p.Name, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two policies are called '{twice.Key}'. Names of policies are unique in a set.", nameof(policies));
        }

        if (Policies.FirstOrDefault(static p => p.JudgesWriterAlone && (p.Needs & ~TakenOfWriter) is not ModerationNeeds.None) is { } mixed)
        {
            throw new ArgumentException(
                $"The policy '{mixed.Name}' judges the writer alone, and of the facts such a policy may need Activity and Bans, "
                    + $"not {mixed.Needs & ~TakenOfWriter}.",
                nameof(policies));
        }

        OfWriter = [.. Policies.Where(static p => p is { JudgesWriterAlone: true, Cost: PolicyCost.Local })];
        Needs = NeedsOf(Policies);
        NeedsOfWriter = NeedsOf(OfWriter);
        _version = new Lazy<string>(() => $"{name}@{Digest(settings.Value)}");
        _owned = [.. owned];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>
    /// The name with a digest of policies, their versions, rules and settings: decisions of the same version were made by the same set.
    /// </summary>
    public string Version => _version.Value;

    /// <summary>The policies, cheap ones first.</summary>
    public ImmutableArray<IModerationPolicy> Policies { get; }

    /// <summary>The local ones that judge the writer alone: whoever asks outside is not asked twice.</summary>
    internal ImmutableArray<IModerationPolicy> OfWriter { get; }

    /// <summary>The rules that combine their findings.</summary>
    public CombinationRules Rules { get; }

    /// <summary>The facts that the policies together need beyond the comment.</summary>
    public ModerationNeeds Needs { get; }

    /// <summary>The facts that those of <see cref="OfWriter"/> together need.</summary>
    internal ModerationNeeds NeedsOfWriter { get; }

    /// <summary>
    /// Disposes the policies that <see cref="PolicySetFactory"/> made for this set, with their caches and what they took from the
    /// container; a policy that was registered without options is left to the container. The set must not decide afterwards. Calling it
    /// twice is harmless.
    /// </summary>
    public void Dispose()
    {
        foreach (var policy in ImmutableInterlocked.InterlockedExchange(ref _owned, []))
        {
            policy.Dispose();
        }
    }

    private static ModerationNeeds NeedsOf(ImmutableArray<IModerationPolicy> policies) =>
        policies.Aggregate(ModerationNeeds.None, static (needs, policy) => needs | policy.Needs);

    private string Digest(string settings)
    {
        var text = new StringBuilder(settings);
        foreach (var policy in Policies)
        {
            text.Append('\n').Append(policy.Name).Append(' ').Append(policy.Version);
        }

        var weights = string.Join(',', Rules.Weights
            .OrderBy(static w => w.Key, StringComparer.Ordinal)
            .Select(static w => FormattableString.Invariant($"{w.Key}={w.Value}")));
        text.Append('\n').Append(FormattableString.Invariant($"{Rules.HoldAt}|{Rules.SpamAt}|{Rules.RejectAt}|{Rules.StopAt}|{weights}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 6));
    }
}
