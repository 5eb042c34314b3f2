namespace BlogKit.Moderation.Internal;

/// <summary>Asks every policy about every comment and counts what comes of it, with and without each of them.</summary>
internal sealed class BacktestRun
{
    private readonly BacktestRequest _request;
    private readonly TimeProvider _clock;
    private readonly PolicyCount[] _policies;
    private readonly ImmutableArray<IModerationPolicy> _asked;
    private readonly ImmutableArray<string> _leftOut;
    private readonly BacktestMatrix _held = new(ModerationOutcome.Hold);
    private readonly BacktestMatrix _spam = new(ModerationOutcome.Spam);
    private readonly Dictionary<(CommentStatus, ModerationOutcome), (long Count, List<BacktestExample> Examples)> _changes = [];
    private readonly Dictionary<ModerationOutcome, long> _undecided = [];
    private PolicyCalls _calls = new();
    private CommentId _callsOf;
    private long _trusted;
    private long _withoutTruth;

    public BacktestRun(BacktestRequest request, TimeProvider clock)
    {
        _request = request;
        _clock = clock;
        _leftOut = [.. request.Policies.Where(p => !IsAsked(p)).Select(static p => p.Name)];
        _asked = [.. request.Policies.Where(IsAsked)];
        _policies = [.. _asked.Select(static p => new PolicyCount(p))];
    }

    public long Judged { get; private set; }

    public void Trust() => _trusted++;

    /// <summary>The windows any policy wants counted, each once.</summary>
    public IEnumerable<ActivityWindow> Windows(Comment comment) =>
        CallsOf(comment.Id).GetLimits(_asked, comment).Select(static l => l.Window).Distinct();

    public ImmutableArray<long> Fingerprints(Comment comment) =>
        CallsOf(comment.Id).GetFingerprints(_asked, comment);

    public async Task JudgeAsync(Comment comment, ModerationContext context, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<ModerationFinding>(_policies.Length);
        foreach (var policy in _policies)
        {
            if (await AskAsync(policy, context, cancellationToken).ConfigureAwait(false) is { } finding)
            {
                findings.Add(finding);
                policy.Findings++;
            }
        }

        Count(comment, findings.ToImmutable());
    }

    public BacktestReport Report()
    {
        var held = _held.Metrics();
        return new BacktestReport
        {
            Judged = Judged,
            Trusted = _trusted,
            WithoutTruth = _withoutTruth,
            HeldOrWorse = held,
            SpamOrWorse = _spam.Metrics(),
            Changes =
            [
                .. _changes.OrderByDescending(static c => c.Value.Count).ThenBy(static c => c.Key)
                    .Select(static c => new BacktestChange(c.Key.Item1, c.Key.Item2, c.Value.Count, [.. c.Value.Examples])),
            ],
            Undecided = _undecided.ToImmutableDictionary(),
            Policies = [.. _policies.Select(p => p.Report(held.F1, Judged))],
            LeftOut = _leftOut,
            DecisionMicroseconds = Judged == 0 ? 0 : _policies.Sum(static p => p.Time.TotalMicroseconds) / Judged,
        };
    }

    private bool IsAsked(IModerationPolicy policy) => _request.AskOutside || policy.Cost is not PolicyCost.Outside;

    private async ValueTask<ModerationFinding?> AskAsync(PolicyCount policy, ModerationContext context, CancellationToken cancellationToken)
    {
        var calls = CallsOf(context.Comment.Id);
        var started = _clock.GetTimestamp();
        var finding = await calls.AskAsync(policy.Policy, context, cancellationToken).ConfigureAwait(false);
        policy.Time += _clock.GetElapsedTime(started);
        policy.Faults += calls.FindFault(policy.Policy) is null ? 0 : 1;
        return finding;
    }

    // Of the comment at hand alone: a history may be long, and a policy may fail on all of it.
    private PolicyCalls CallsOf(CommentId comment)
    {
        if (_callsOf != comment)
        {
            (_callsOf, _calls) = (comment, new PolicyCalls());
        }

        return _calls;
    }

    private void Count(Comment comment, ImmutableArray<ModerationFinding> findings)
    {
        Judged++;
        var outcome = _request.Rules.Combine(findings);
        var points = _request.Rules.SumPoints(findings);
        bool? isUnwanted = comment.Status switch
        {
            CommentStatus.Approved => false,
            CommentStatus.Spam or CommentStatus.Trashed => true,
            _ => null,
        };
        if (isUnwanted is not { } unwanted)
        {
            _withoutTruth++;
            _undecided[outcome] = _undecided.GetValueOrDefault(outcome) + 1;
            return;
        }

        _held.Add(outcome, points, unwanted);
        _spam.Add(outcome, points, unwanted);
        foreach (var policy in _policies)
        {
            var mine = findings.Any(f => string.Equals(f.Policy, policy.Policy.Name, StringComparison.Ordinal));
            var without = mine
                ? _request.Rules.Combine([.. findings.Where(f => !string.Equals(f.Policy, policy.Policy.Name, StringComparison.Ordinal))])
                : outcome;
            policy.Count(outcome >= ModerationOutcome.Hold, without >= ModerationOutcome.Hold, unwanted);
        }

        if (IsChange(comment.Status, outcome))
        {
            Note(comment, outcome, new ModerationDecision
            {
                Outcome = outcome,
                Findings = findings,
                DecidedAt = comment.CreatedAt,
                Points = points,
            });
        }
    }

    private static bool IsChange(CommentStatus status, ModerationOutcome outcome) => status switch
    {
        CommentStatus.Approved => outcome is not ModerationOutcome.Approve,
        _ => outcome is ModerationOutcome.Approve,
    };

    private void Note(Comment comment, ModerationOutcome outcome, ModerationDecision decision)
    {
        var (count, examples) = _changes.GetValueOrDefault((comment.Status, outcome), (0, []));
        if (examples.Count < _request.MaximumExamples)
        {
            examples.Add(new BacktestExample
            {
                Id = comment.Id,
                PostId = comment.PostId,
                Writer = comment.By.Name,
                Points = decision.Points,
                Explanation = decision.Explanation,
            });
        }

        _changes[(comment.Status, outcome)] = (count + 1, examples);
    }

    private sealed class PolicyCount(IModerationPolicy policy)
    {
        private long _uniqueCatches;
        private long _uniqueMistakes;
        private long _caught;
        private long _mistaken;
        private long _missed;

        public IModerationPolicy Policy => policy;

        public long Findings { get; set; }

        public long Faults { get; set; }

        public TimeSpan Time { get; set; }

        public void Count(bool isFlagged, bool isFlaggedWithout, bool isUnwanted)
        {
            _uniqueCatches += isUnwanted && isFlagged && !isFlaggedWithout ? 1 : 0;
            _uniqueMistakes += !isUnwanted && isFlagged && !isFlaggedWithout ? 1 : 0;
            _caught += isUnwanted && isFlaggedWithout ? 1 : 0;
            _mistaken += !isUnwanted && isFlaggedWithout ? 1 : 0;
            _missed += isUnwanted && !isFlaggedWithout ? 1 : 0;
        }

        public BacktestPolicyReport Report(double f1, long judged)
        {
            var of = (2.0 * _caught) + _mistaken + _missed;
            return new BacktestPolicyReport
            {
                Policy = policy.Name,
                Version = policy.Version,
                Findings = Findings,
                Faults = Faults,
                UniqueCatches = _uniqueCatches,
                UniqueMistakes = _uniqueMistakes,
                F1Gain = f1 - (of == 0 ? 0 : 2 * _caught / of),
                Microseconds = judged == 0 ? 0 : Time.TotalMicroseconds / judged,
            };
        }
    }
}
