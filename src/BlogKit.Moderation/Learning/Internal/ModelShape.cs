namespace BlogKit.Moderation.Internal;

/// <summary>What makes models comparable: tables of another shape cannot be read.</summary>
/// <param name="Bits">The table has two to the power of this many cells.</param>
/// <param name="LongestText">How many characters of a text are read.</param>
/// <param name="HalfLife">After so many lessons one counts half.</param>
/// <param name="Receipts">How many lessons are remembered so that they can be taken back.</param>
/// <param name="Starter">Whether the model begins with the lessons that come with BlogKit.</param>
internal sealed record ModelShape(int Bits = 18, int LongestText = 2000, int HalfLife = 10_000, int Receipts = 1000, bool Starter = true);
