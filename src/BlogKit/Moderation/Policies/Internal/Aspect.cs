namespace BlogKit.Internal;

/// <summary>One thing among several that a policy saw.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Outcome">What it asks for by itself.</param>
/// <param name="Score">How much it counts.</param>
/// <param name="Value">What it was computed from.</param>
internal readonly record struct Aspect(string Code, string Reason, ModerationOutcome Outcome, double Score, string Value);
