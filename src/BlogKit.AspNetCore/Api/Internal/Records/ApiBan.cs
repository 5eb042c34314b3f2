namespace BlogKit.AspNetCore.Internal;

/// <summary>A ban.</summary>
internal sealed record ApiBan(
    string Key, string? Reason, string By, DateTimeOffset At, DateTimeOffset? Until, DateTimeOffset? LiftedAt, string? LiftedBy);
