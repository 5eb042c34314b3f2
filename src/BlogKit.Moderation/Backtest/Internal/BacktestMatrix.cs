namespace BlogKit.Moderation.Internal;

/// <summary>
/// Counts answers at one strictness. The scores go into a fixed number of steps, so that memory does not grow with the history.
/// </summary>
internal sealed class BacktestMatrix(ModerationOutcome from)
{
    private const int StepsPerOutcome = 2_500;
    private const int Outcomes = 4;

    private readonly long[] _positives = new long[(StepsPerOutcome * Outcomes) + 1];
    private readonly long[] _negatives = new long[(StepsPerOutcome * Outcomes) + 1];
    private readonly long[] _cells = new long[4];
    private double _squares;

    public void Add(ModerationOutcome outcome, double points, bool isPositive)
    {
        var isFlagged = outcome >= from;
        _cells[(isPositive ? 2 : 0) + (isFlagged ? 1 : 0)]++;

        // A stricter outcome counts more whatever the points; within one outcome they decide.
        var within = Math.Max(points, 0) / (1 + Math.Max(points, 0));
        var step = ((int)outcome * StepsPerOutcome) + (int)(within * (StepsPerOutcome - 1));
        (isPositive ? _positives : _negatives)[step]++;
        var error = ((double)step / (StepsPerOutcome * Outcomes)) - (isPositive ? 1 : 0);
        _squares += error * error;
    }

    public BinaryMetrics Metrics() => new()
    {
        TruePositives = (int)_cells[3],
        FalsePositives = (int)_cells[1],
        TrueNegatives = (int)_cells[0],
        FalseNegatives = (int)_cells[2],
        Auc = Auc(),
        Brier = _cells.Sum() == 0 ? 0 : _squares / _cells.Sum(),
    };

    private double Auc()
    {
        var (positives, negatives) = (_positives.Sum(), _negatives.Sum());
        if (positives == 0 || negatives == 0)
        {
            return 0.5;
        }

        var (pairs, below) = (0.0, 0L);
        for (var step = 0; step < _positives.Length; step++)
        {
            pairs += _positives[step] * (below + (_negatives[step] / 2.0));
            below += _negatives[step];
        }

        return pairs / ((double)positives * negatives);
    }
}
