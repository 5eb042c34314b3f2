namespace BlogKit.Moderation.Internal;

/// <summary>Several words that mean something together, what each means alone set aside.</summary>
/// <param name="Words">The terms, in order.</param>
/// <param name="Meaning">What they mean together.</param>
internal sealed record OffensivePhrase(int[] Words, OffensiveTerm Meaning);
