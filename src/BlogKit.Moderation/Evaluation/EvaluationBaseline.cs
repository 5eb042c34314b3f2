namespace BlogKit.Moderation;

/// <summary>The result of a plain method on the same cases in the same parts.</summary>
/// <param name="Policy">The policy it is compared with.</param>
/// <param name="Name">The method.</param>
/// <param name="Auc">Its <see cref="BinaryMetrics.Auc"/> over all judged cases.</param>
public sealed record EvaluationBaseline(string Policy, string Name, double Auc);
