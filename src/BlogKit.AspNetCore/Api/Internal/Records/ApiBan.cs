namespace BlogKit.AspNetCore.Internal;

/// <summary>A ban.</summary>
internal sealed record ApiBan(
    ApiBanKey Key, string? Reason, string By, DateTimeOffset At, DateTimeOffset? Until, DateTimeOffset? LiftedAt, string? LiftedBy);
