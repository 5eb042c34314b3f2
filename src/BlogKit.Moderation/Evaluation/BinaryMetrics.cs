using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// The measures of how well yes-or-no answers and their scores agree with the truth. A measure that cannot be computed (no positives, no
/// answers) is 0.
/// </summary>
public sealed record BinaryMetrics
{
    /// <summary>Positives that were flagged.</summary>
    public required int TruePositives { get; init; }

    /// <summary>Negatives that were flagged.</summary>
    public required int FalsePositives { get; init; }

    /// <summary>Negatives that were not flagged.</summary>
    public required int TrueNegatives { get; init; }

    /// <summary>Positives that were not flagged.</summary>
    public required int FalseNegatives { get; init; }

    /// <summary>
    /// The probability that a positive scores higher than a negative, ties counting half (Mann–Whitney); 0.5 when one class is missing.
    /// </summary>
    public required double Auc { get; init; }

    /// <summary>
    /// The mean squared distance of the scores from the truth (Brier), 0 to 1; tells something only of scores that are probabilities.
    /// </summary>
    public required double Brier { get; init; }

    /// <summary>How many cases there were.</summary>
    public int Cases => TruePositives + FalsePositives + TrueNegatives + FalseNegatives;

    /// <summary>The share of the flagged that is positive.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>The share of the positives that is flagged.</summary>
    public double Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Ratio(2.0 * TruePositives, (2.0 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The share of right answers.</summary>
    public double Accuracy => Ratio((double)TruePositives + TrueNegatives, Cases);

    /// <summary>The correlation of answers and truth (Matthews), −1 to 1; 0 for answers that are all alike.</summary>
    public double Mcc
    {
        get
        {
            double tp = TruePositives, fp = FalsePositives, tn = TrueNegatives, fn = FalseNegatives;
            return Ratio((tp * tn) - (fp * fn), Math.Sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)));
        }
    }

    /// <summary>Computes the measures of answers.</summary>
    /// <param name="answers">The answers, in any order.</param>
    public static BinaryMetrics Of(IEnumerable<EvaluatedCase> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var all = answers.ToArray();
        return new BinaryMetrics
        {
            TruePositives = all.Count(static a => a.Case.IsPositive && a.IsFlagged),
            FalsePositives = all.Count(static a => !a.Case.IsPositive && a.IsFlagged),
            TrueNegatives = all.Count(static a => !a.Case.IsPositive && !a.IsFlagged),
            FalseNegatives = all.Count(static a => a.Case.IsPositive && !a.IsFlagged),
            Auc = RankStatistics.Auc(all.Select(static a => (a.Score, a.Case.IsPositive))),
            Brier = all.Length == 0 ? 0 : all.Average(static a => Square(a.Score - (a.Case.IsPositive ? 1 : 0))),
        };
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private static double Square(double value) => value * value;
}
