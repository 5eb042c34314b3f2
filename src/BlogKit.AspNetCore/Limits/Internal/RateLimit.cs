namespace BlogKit.AspNetCore.Internal;

/// <summary>One limit as the options have it.</summary>
internal sealed record RateLimit(string Policy, string Option, int Permits, TimeSpan Window);
