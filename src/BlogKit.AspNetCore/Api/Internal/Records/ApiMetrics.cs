namespace BlogKit.AspNetCore.Internal;

/// <summary>How well a decision was met.</summary>
internal sealed record ApiMetrics(
    int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives, double Precision, double Recall, double F1);
