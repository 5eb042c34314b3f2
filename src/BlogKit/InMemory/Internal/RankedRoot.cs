using System.Diagnostics.CodeAnalysis;

namespace BlogKit;

/// <summary>A root's place by <see cref="ThreadSort.Best"/>: higher scores first, ties by age.</summary>
[SuppressMessage("Design", "MA0097", Justification = "Only sorted sets compare it.")]
internal readonly record struct RankedRoot(double Score, CommentId Id) : IComparable<RankedRoot>
{
    public int CompareTo(RankedRoot other)
    {
        var byScore = other.Score.CompareTo(Score);
        return byScore != 0 ? byScore : Id.CompareTo(other.Id);
    }
}
