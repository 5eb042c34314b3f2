using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What one policy found.</summary>
internal sealed record ApiFinding(string Policy, string PolicyVersion, string Code, string Reason, ModerationOutcome Outcome, double Score);
