namespace BlogKit.Moderation.Internal;

/// <summary>Counts up a report of two sets of policies, record by record. Memory is bounded, whatever the length of the log.</summary>
internal sealed class ShadowTally(string policySet, DateTimeOffset from, DateTimeOffset until)
{
    private const int MostDifferences = 20;

    private readonly Dictionary<(ModerationOutcome Live, ModerationOutcome Tried), int> _outcomes = [];
    private readonly Queue<ShadowDifference> _differences = new();
    private ShadowTruth _live = ShadowTruth.None;
    private ShadowTruth _tried = ShadowTruth.None;

    public void Add(LoggedComment logged)
    {
        var record = logged.Record;
        if (record.At < from || record.At >= until || record.Decision is not { } live
            || record.Shadows.FirstOrDefault(
                s => string.Equals(s.PolicySet, policySet, StringComparison.Ordinal)) is not { Decision: var tried })
        {
            return;
        }

        var pair = (live.Outcome, tried.Outcome);
        _outcomes[pair] = _outcomes.GetValueOrDefault(pair) + 1;
        if (IsBad(logged) is { } bad)
        {
            _live = _live.Add(live.Outcome is not ModerationOutcome.Approve, bad);
            _tried = _tried.Add(tried.Outcome is not ModerationOutcome.Approve, bad);
        }

        if (live.Outcome != tried.Outcome)
        {
            _differences.Enqueue(new ShadowDifference
            {
                CommentId = record.CommentId,
                At = record.At,
                Live = live.Outcome,
                LiveReason = live.Explanation,
                Tried = tried.Outcome,
                TriedReason = tried.Explanation,
                Status = logged.Comment?.Status,
            });
            if (_differences.Count > MostDifferences)
            {
                _differences.Dequeue();
            }
        }
    }

    public ShadowReport ToReport() => new()
    {
        PolicySet = policySet,
        From = from,
        Until = until,
        Judged = _outcomes.Values.Sum(),
        Same = CountWhere(static (live, tried) => live == tried),
        Stricter = CountWhere(static (live, tried) => live < tried),
        Milder = CountWhere(static (live, tried) => live > tried),
        Outcomes = [.. _outcomes
            .OrderBy(static o => o.Key.Live)
            .ThenBy(static o => o.Key.Tried)
            .Select(static o => new ShadowOutcomes(o.Key.Live, o.Key.Tried, o.Value))],
        Live = _live,
        Tried = _tried,
        Differences = [.. _differences.Reverse()],
    };

    private static bool? IsBad(LoggedComment logged) => logged.Comment is { PurgedAt: null } comment
        && comment.Revision == logged.Record.Revision
        ? comment.Status switch
        {
            CommentStatus.Approved => false,
            CommentStatus.Spam or CommentStatus.Trashed => true,
            _ => null,
        }
        : null;

    private int CountWhere(Func<ModerationOutcome, ModerationOutcome, bool> of) =>
        _outcomes.Where(o => of(o.Key.Live, o.Key.Tried)).Sum(static o => o.Value);
}
