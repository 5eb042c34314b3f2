using System.Diagnostics.CodeAnalysis;

namespace BlogKit;

/// <summary>A comment's place in time: the earliest first, ties by identity.</summary>
[SuppressMessage("Design", "MA0097", Justification = "Only sorted sets compare it.")]
internal readonly record struct DatedComment(DateTimeOffset At, CommentId Id) : IComparable<DatedComment>
{
    public int CompareTo(DatedComment other)
    {
        var byTime = At.CompareTo(other.At);
        return byTime != 0 ? byTime : Id.CompareTo(other.Id);
    }
}
