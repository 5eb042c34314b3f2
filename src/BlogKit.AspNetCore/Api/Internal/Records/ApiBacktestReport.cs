namespace BlogKit.AspNetCore.Internal;

/// <summary>What a preset would have done. Nothing was changed by asking.</summary>
internal sealed record ApiBacktestReport(
    long Judged,
    long Trusted,
    long WithoutTruth,
    ApiMetrics HeldOrWorse,
    ApiMetrics SpamOrWorse,
    ImmutableArray<ApiBacktestChange> Changes,
    ImmutableArray<ApiBacktestPolicy> Policies,
    ImmutableArray<string> LeftOut);
