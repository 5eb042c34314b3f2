using BlogKit.Moderation;

namespace BlogKit.CommandLine;

// What moderation evaluate --json writes. Members are added, never renamed or removed: scripts read them.

internal sealed record EvaluateAnswer
{
    public required ImmutableArray<string> Policies { get; init; }

    public required int Cases { get; init; }

    public required int Positives { get; init; }

    public required int TrainingCases { get; init; }

    public required MetricsItem Overall { get; init; }

    /// <summary>The means over the parts: what papers report of cross-validation.</summary>
    public required MeansItem Means { get; init; }

    public required ImmutableArray<MetricsItem> Parts { get; init; }

    public required ImmutableArray<EvaluationBaseline> Baselines { get; init; }

    public required double DecisionMicroseconds { get; init; }

    public required double LessonMicroseconds { get; init; }

    public required ImmutableArray<EvaluatedItem> FalsePositives { get; init; }

    public required ImmutableArray<EvaluatedItem> FalseNegatives { get; init; }

    public static EvaluateAnswer Of(EvaluationReport report) => new()
    {
        Policies = report.Policies,
        Cases = report.Cases,
        Positives = report.Positives,
        TrainingCases = report.TrainingCases,
        Overall = MetricsItem.Of(report.Overall),
        Means = new MeansItem(
            report.Parts.Average(static p => p.Precision),
            report.Parts.Average(static p => p.Recall),
            report.Parts.Average(static p => p.F1),
            report.Parts.Average(static p => p.Mcc),
            report.Parts.Average(static p => p.Auc)),
        Parts = [.. report.Parts.Select(MetricsItem.Of)],
        Baselines = report.Baselines,
        DecisionMicroseconds = Math.Round(report.DecisionMicroseconds, 1),
        LessonMicroseconds = Math.Round(report.LessonMicroseconds, 1),
        FalsePositives = [.. report.FalsePositives.Select(EvaluatedItem.Of)],
        FalseNegatives = [.. report.FalseNegatives.Select(EvaluatedItem.Of)],
    };
}

internal sealed record MetricsItem
{
    public required int Cases { get; init; }

    public required int TruePositives { get; init; }

    public required int FalsePositives { get; init; }

    public required int TrueNegatives { get; init; }

    public required int FalseNegatives { get; init; }

    public required double Precision { get; init; }

    public required double Recall { get; init; }

    public required double F1 { get; init; }

    public required double Mcc { get; init; }

    public required double Accuracy { get; init; }

    public required double Auc { get; init; }

    public required double Brier { get; init; }

    public static MetricsItem Of(BinaryMetrics metrics) => new()
    {
        Cases = metrics.Cases,
        TruePositives = metrics.TruePositives,
        FalsePositives = metrics.FalsePositives,
        TrueNegatives = metrics.TrueNegatives,
        FalseNegatives = metrics.FalseNegatives,
        Precision = metrics.Precision,
        Recall = metrics.Recall,
        F1 = metrics.F1,
        Mcc = metrics.Mcc,
        Accuracy = metrics.Accuracy,
        Auc = metrics.Auc,
        Brier = metrics.Brier,
    };
}

internal sealed record MeansItem(double Precision, double Recall, double F1, double Mcc, double Auc);

internal sealed record EvaluatedItem(int Row, string Text, double Score, string Explanation)
{
    /// <summary>Rows are counted from 1, without the line of headings.</summary>
    public static EvaluatedItem Of(EvaluatedCase evaluated) =>
        new(evaluated.Index + 1, evaluated.Case.Text, evaluated.Score, evaluated.Explanation);
}

internal sealed record TrainAnswer(string Model, int Spam, int Ham, int Taught, long Position, int Bytes);
