namespace BlogKit.Storage;

/// <summary>A place among the roots of a thread.</summary>
/// <param name="Id">The root at the place.</param>
/// <param name="Score">Its <see cref="WilsonScore"/> when it was read; used by <see cref="ThreadSort.Best"/> alone.</param>
/// <param name="Position">
/// Its number when it was read; used by <see cref="ThreadSort.Best"/> alone, where numbers are not counted afresh.
/// </param>
/// <param name="Backwards">Whether the page ends before the place instead of beginning after it.</param>
public sealed record RootsCursor(CommentId Id, double Score, int Position, bool Backwards = false);
