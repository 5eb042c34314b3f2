using System.Globalization;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Asks policies and combines what they find by the <see cref="CombinationRules"/> of their set; every finding is kept.
/// Authors' and moderators' own comments pass without being judged. Safe for concurrent use.
/// </summary>
public sealed class ModerationPipeline
{
    private const string PipelineName = "pipeline";
    private const string PipelineVersion = "2";
    private const int PostTextLength = 20_000;
    private const int ConversationSize = 50;

    // The clock of another host may be ahead by this much. Comments further in the future were sent before the clock of this host was set
    // back.
    private static readonly TimeSpan s_differenceOfClocks = TimeSpan.FromMinutes(1);

    private static readonly ModerationFinding s_trusted = new()
    {
        Policy = PipelineName,
        PolicyVersion = PipelineVersion,
        Code = "trusted-writer",
        Reason = "Written by an author or a moderator.",
        Outcome = ModerationOutcome.Approve,
    };

    private readonly ModerationPolicies _policies;
    private readonly IModerationStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<ModerationPipeline> _logger;
    private readonly ModerationNeeds _needs;
    private readonly ImmutableArray<IModerationPolicy> _tried;
    private readonly ImmutableArray<IModerationPolicy> _asked;

    /// <summary>Creates the pipeline; the container does it.</summary>
    public ModerationPipeline(ModerationPolicies policies, IModerationStore store, TimeProvider clock, ILogger<ModerationPipeline> logger)
    {
        ArgumentNullException.ThrowIfNull(policies);
        _policies = policies;
        _store = store;
        _clock = clock;
        _logger = logger;
        _needs = policies.Shadows.Aggregate(policies.Live.Needs, static (needs, set) => needs | set.Needs);
        _tried = [.. policies.Shadows.SelectMany(static set => set.Policies)];
        _asked = [.. policies.Live.Policies, .. _tried];
    }

    /// <summary>The <see cref="PolicySet.Version"/> of the set that decides.</summary>
    public string Version => _policies.Live.Version;

    /// <summary>
    /// Reads what the policies need and asks them, the live set and those that are only tried.
    /// Cost: one read of the store when any policy needs more than the context has, none otherwise.
    /// </summary>
    /// <param name="context">The comment; its facts are read here.</param>
    /// <param name="cancellationToken">Passed to the store and the policies.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<Judgement> JudgeAsync(ModerationContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return JudgeAsync(context, new WriterJudgement(new PolicyCalls(_logger)), cancellationToken);
    }

    /// <summary>
    /// Asks the policies of the live set that judge the writer alone about a new comment whose text is not rendered yet: whoever is banned
    /// or sends too much is refused here, before anything else is read or made. Cost: one read of the store when one of them needs any,
    /// none otherwise; what it read is not read again by the judgement that follows.
    /// </summary>
    internal async ValueTask<WriterJudgement> JudgeWriterAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        var calls = new PolicyCalls(_logger);
        var judgement = new WriterJudgement(calls);
        if (_policies.Live.OfWriter.IsEmpty || IsTrusted(context))
        {
            return judgement;
        }

        var limits = Limits(_policies.Live.OfWriter, context, calls);
        var query = Query(context, _policies.Live.NeedsOfWriter, [], limits);
        if (!query.Activity.IsEmpty || !query.BanKeys.IsEmpty)
        {
            var facts = await _store.ReadFactsAsync(query, cancellationToken).ConfigureAwait(false);
            judgement = judgement with { Facts = facts, Asked = _policies.Live.NeedsOfWriter };
            context = context with { Facts = facts };
        }

        var findings = ImmutableArray.CreateBuilder<ModerationFinding>();
        foreach (var policy in _policies.Live.OfWriter)
        {
            if (await calls.AskAsync(policy, context, cancellationToken).ConfigureAwait(false) is { } finding)
            {
                findings.Add(finding);
            }
        }

        var found = findings.DrainToImmutable();
        return CombinationRules.StrictestOf(found) is ModerationOutcome.Reject && !found.Any(static f => f.Overrides)
            ? judgement with { Refusal = Combine(_policies.Live, found, _clock.GetUtcNow()) }
            : judgement;
    }

    /// <summary>As above, without reading again what was read about the writer.</summary>
    internal async ValueTask<Judgement> JudgeAsync(
        ModerationContext context, WriterJudgement writer, CancellationToken cancellationToken)
    {
        var calls = writer.Calls;
        var fingerprints = calls.GetFingerprints(_asked, context.Comment);
        if (IsTrusted(context))
        {
            return new Judgement(Trusted()) { Fingerprints = fingerprints };
        }

        // The counts are read even when no policy asks for the activity: they show which windows were already full.
        var limits = Limits(_policies.Live.Policies, context, calls);
        var counted = limits.AddRange(Limits(_tried, context, calls));
        var known = writer.Facts;
        var uncounted = known.Activity.IsEmpty
            ? counted
            : counted.RemoveAll(limit => known.Activity.Any(count => count.Window == limit.Window));
        var needs = _needs & ~writer.Asked;
        if (needs is not ModerationNeeds.None || !uncounted.IsEmpty)
        {
            var facts = await _store.ReadFactsAsync(
                Query(context, needs, fingerprints, uncounted), cancellationToken).ConfigureAwait(false);
            known = facts with { Activity = [.. known.Activity, .. facts.Activity], Ban = known.Ban ?? facts.Ban };
        }

        context = context with { Facts = known };

        var decision = await DecideAsync(_policies.Live, context, calls, cancellationToken).ConfigureAwait(false);
        var shadows = ImmutableArray<ShadowVerdict>.Empty;
        foreach (var set in _policies.Shadows)
        {
            shadows = shadows.Add(
                new ShadowVerdict(set.Name, await DecideAsync(set, context, calls, cancellationToken).ConfigureAwait(false)));
        }

        return new Judgement(decision) { Shadows = shadows, Fingerprints = fingerprints, Limits = NotFull(limits, context.Facts) };
    }

    /// <summary>
    /// Asks the policies that decide about a comment whose facts are in the context already. A policy that throws does not decide: the
    /// comment is held, with the fault as a finding.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<ModerationDecision> DecideAsync(ModerationContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return IsTrusted(context) ? new(Trusted()) : DecideAsync(_policies.Live, context, new PolicyCalls(_logger), cancellationToken);
    }

    /// <summary>Adds to findings what their points come to, when that is stricter than what any of them asks for.</summary>
    internal static ModerationDecision Combine(PolicySet set, ImmutableArray<ModerationFinding> findings, DateTimeOffset now)
    {
        var points = set.Rules.SumPoints(findings);
        var asked = CombinationRules.StrictestOf(findings);
        var byPoints = set.Rules.OutcomeAt(points);
        if (byPoints > asked && !findings.Any(static f => f.Overrides))
        {
            findings = findings.Add(PointsFinding(set.Rules, findings, points, byPoints));
        }

        return new ModerationDecision
        {
            Outcome = set.Rules.Combine(findings),
            Findings = findings,
            DecidedAt = now,
            Points = points,
            PolicySet = set.Version,
        };
    }

    private static bool IsTrusted(ModerationContext context) =>
        context.Actor.ForBlog(context.Post.BlogId).CanModerate || context.Comment.By.Kind is CommenterKind.Author;

    private static ModerationFinding PointsFinding(
        CombinationRules rules, ImmutableArray<ModerationFinding> findings, double points, ModerationOutcome outcome)
    {
        var shares = findings
            .Select(f => (f.Policy, Points: f.Score * rules.Weights.GetValueOrDefault(f.Policy, 1)))
            .Where(static share => share.Points > 0)
            .OrderByDescending(static share => share.Points)
            .ThenBy(static share => share.Policy, StringComparer.Ordinal)
            .ToArray();
        var sum = string.Join(" + ", shares.Select(static s => string.Create(CultureInfo.InvariantCulture, $"{s.Policy} {s.Points:0.##}")));
        return new ModerationFinding
        {
            Policy = PipelineName,
            PolicyVersion = PipelineVersion,
            Code = "points",
            Reason = string.Create(
                CultureInfo.InvariantCulture, $"Taken together the findings have {points:0.##} points ({sum}), enough for this."),
            Outcome = outcome,
            Details = [.. shares.Select(
                static s => new FindingDetail(s.Policy, s.Points.ToString("0.####", CultureInfo.InvariantCulture), s.Points))],
        };
    }

    private ModerationDecision Trusted() => new()
    {
        Outcome = ModerationOutcome.Approve,
        Findings = [s_trusted],
        DecidedAt = _clock.GetUtcNow(),
        PolicySet = Version,
    };

    private static ImmutableArray<ActivityLimit> Limits(
        ImmutableArray<IModerationPolicy> policies, ModerationContext context, PolicyCalls calls)
    {
        // An edit adds no comment, so no limit applies.
        if (context.IsEdit)
        {
            return [];
        }

        var limits = calls.GetLimits(policies, context.Comment);
        return limits.IsEmpty ? limits : [.. limits.Select(limit => Ended(limit, context.Comment.CreatedAt))];
    }

    private static ActivityLimit Ended(ActivityLimit limit, DateTimeOffset now) =>
        limit.Window.Until is null ? limit with { Window = limit.Window with { Until = now + s_differenceOfClocks } } : limit;

    // The judgement knew of the windows that were full already. Only the others, when they fill up before the comment is stored, can change
    // it.
    private static ImmutableArray<ActivityLimit> NotFull(ImmutableArray<ActivityLimit> limits, ModerationFacts facts) =>
        [.. limits.Where(limit => !facts.Activity.Any(count => count.Window == limit.Window && count.Comments >= limit.Maximum))];

    private ModerationFactsQuery Query(
        ModerationContext context,
        ModerationNeeds needs,
        ImmutableArray<long> fingerprints,
        ImmutableArray<ActivityLimit> limits) => new()
        {
            BlogId = context.Post.BlogId,
            PostId = context.Post.Id,
            CommentId = context.Comment.Version == 0 ? null : context.Comment.Id,
            PostTextLength = needs.HasFlag(ModerationNeeds.PostText) ? PostTextLength : 0,
            ConversationSize = needs.HasFlag(ModerationNeeds.Conversation) ? ConversationSize : 0,
            Activity = [.. limits.Select(static limit => limit.Window).Distinct()],
            Fingerprints = needs.HasFlag(ModerationNeeds.Similar) ? fingerprints : [],
            BanKeys = needs.HasFlag(ModerationNeeds.Bans) ? Internal.BanKeys.For(context.Comment) : [],
            Now = _clock.GetUtcNow(),
            LogPosition = needs.HasFlag(ModerationNeeds.LogPosition),
        };

    private async ValueTask<ModerationDecision> DecideAsync(
        PolicySet set, ModerationContext context, PolicyCalls calls, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<ModerationFinding>();
        var policies = set.Policies;
        for (var start = 0; start < policies.Length;)
        {
            var cost = policies[start].Cost;
            var end = start;
            while (end < policies.Length && policies[end].Cost == cost)
            {
                end++;
            }

            // Local policies are always asked, because their findings explain the decision; only the more expensive ones are skipped.
            if (start > 0 && IsCertain(set.Rules, findings))
            {
                break;
            }

            if (cost is PolicyCost.Outside)
            {
                var answers = await Task.WhenAll(
                    policies[start..end].Select(p => calls.AskAsync(p, context, cancellationToken).AsTask())).ConfigureAwait(false);
                findings.AddRange(answers.OfType<ModerationFinding>());
            }
            else
            {
                for (var i = start; i < end; i++)
                {
                    if (await calls.AskAsync(policies[i], context, cancellationToken).ConfigureAwait(false) is { } finding)
                    {
                        findings.Add(finding);
                    }
                }
            }

            start = end;
        }

        return Combine(set, findings.DrainToImmutable(), _clock.GetUtcNow());
    }

    private static bool IsCertain(CombinationRules rules, ImmutableArray<ModerationFinding>.Builder findings) =>
        findings.Count > 0
        && (findings.Any(static f => f.Overrides) || (rules.StopAt is { } stop && rules.Combine(findings.ToImmutable()) >= stop));
}
