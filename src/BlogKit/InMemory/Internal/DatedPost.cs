using System.Diagnostics.CodeAnalysis;

namespace BlogKit;

/// <summary>A post's place in a list: the latest first, ties by identity descending.</summary>
[SuppressMessage("Design", "MA0097", Justification = "Only sorted sets compare it.")]
internal readonly record struct DatedPost(DateTimeOffset At, PostId Id) : IComparable<DatedPost>
{
    public int CompareTo(DatedPost other)
    {
        var byTime = other.At.CompareTo(At);
        return byTime != 0 ? byTime : other.Id.CompareTo(Id);
    }
}
