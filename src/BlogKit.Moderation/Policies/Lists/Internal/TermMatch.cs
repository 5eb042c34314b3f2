namespace BlogKit.Moderation.Internal;

/// <summary>Where a term was found.</summary>
/// <param name="Id">What it was added as.</param>
/// <param name="Start">Its first character in <see cref="MatchText.Folded"/>.</param>
/// <param name="Length">How many characters.</param>
internal readonly record struct TermMatch(int Id, int Start, int Length);
