namespace BlogKit.Moderation;

/// <summary>
/// The place in a comment that a finding rests on. It names characters and the rule they matched, never the characters themselves, so that
/// a log that outlives the comment does not quote it.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Start">The first character as written (UTF-16 code units, 0 = the first), whatever normalisation did on the way.</param>
/// <param name="Length">How many characters, at least 1.</param>
/// <param name="Rule">The rule that matched: the entry of a list, a pattern's name; null when there is none.</param>
public sealed record FindingEvidence(EvidenceField Field, int Start, int Length, string? Rule = null);
