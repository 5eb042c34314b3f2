namespace BlogKit.Moderation.Internal;

/// <summary>An entry that was found, and where.</summary>
internal readonly record struct ListHit(ListEntry Entry, FindingEvidence Evidence);
