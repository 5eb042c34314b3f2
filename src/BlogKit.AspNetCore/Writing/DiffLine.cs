namespace BlogKit.AspNetCore;

/// <summary>A line of a comparison.</summary>
/// <param name="Kind">The kind of line.</param>
/// <param name="Pieces">Its parts in order; empty for <see cref="DiffKind.Skipped"/>.</param>
/// <param name="Skipped">How many lines are left out; 0 for other kinds.</param>
public sealed record DiffLine(DiffKind Kind, ImmutableArray<DiffPiece> Pieces, int Skipped = 0);
