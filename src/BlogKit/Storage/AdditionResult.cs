namespace BlogKit.Storage;

/// <summary>The result of adding a comment.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Stored">
/// The comment stored before, when <paramref name="Outcome"/> is <see cref="AdditionOutcome.Replayed"/>; else null.
/// </param>
public sealed record AdditionResult(AdditionOutcome Outcome, StoredSubmission? Stored = null);
