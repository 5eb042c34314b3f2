using System.Collections.Concurrent;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// What comparing a comment needs for a moment. Taken from a pool and given back, as many as comments are judged at once.
/// </summary>
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
