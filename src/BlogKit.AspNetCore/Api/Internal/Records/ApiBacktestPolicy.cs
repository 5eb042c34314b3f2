namespace BlogKit.AspNetCore.Internal;

/// <summary>What one policy contributed.</summary>
internal sealed record ApiBacktestPolicy(string Policy, string Version, long Findings, long UniqueCatches, long UniqueMistakes);
