using System.Collections.Concurrent;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// What comparing a comment needs for a moment. Taken from a pool and given back, as many as comments are judged at once.
/// </summary>
/// <remarks>
/// A pool of its own and not that of arrays: a set of what was seen is no array, and the terms are bounded by the options. Memory that
/// grows with the text, such as the words of <see cref="OffensiveTokens"/>, is rented from the pool of arrays, which lets it go when
/// memory is short.
/// </remarks>
internal sealed class TopicScratch
{
    private TopicScratch()
    {
    }

    /// <summary>The terms of the comment, in order.</summary>
    public List<TopicTerm> Terms { get; } = new(64);

    /// <summary>The hashes of all its words.</summary>
    public List<ulong> Words { get; } = new(96);

    /// <summary>The terms that were looked at.</summary>
    public HashSet<ulong> Seen { get; } = new(64);

    /// <summary>Takes one that is empty.</summary>
    public static TopicScratch Take(ConcurrentBag<TopicScratch> pool) => pool.TryTake(out var scratch) ? scratch : new TopicScratch();

    /// <summary>Gives it back, empty.</summary>
    public void GiveBack(ConcurrentBag<TopicScratch> pool)
    {
        Terms.Clear();
        Words.Clear();
        Seen.Clear();
        pool.Add(this);
    }
}
