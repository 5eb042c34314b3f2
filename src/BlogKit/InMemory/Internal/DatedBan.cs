using System.Diagnostics.CodeAnalysis;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>A ban's identity within its blog, and its place in a list: the latest first, ties by key.</summary>
[SuppressMessage("Design", "MA0097", Justification = "Only sorted dictionaries compare it.")]
internal readonly record struct DatedBan(DateTimeOffset At, string Key) : IComparable<DatedBan>
{
    public static DatedBan Of(Ban ban) => new(ban.At, ban.Key);

    public int CompareTo(DatedBan other)
    {
        var byTime = other.At.CompareTo(At);
        return byTime != 0 ? byTime : string.CompareOrdinal(Key, other.Key);
    }
}
