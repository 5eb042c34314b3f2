using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>Keeps bans. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IBanStore
{
    /// <summary>
    /// Adds a ban, as one nobody lifted. A ban of the same key that is in force at <see cref="Ban.At"/> is lifted by the same actor at that
    /// moment: at most one is in force. (One that another host's clock let begin later is lifted when it begins.) A ban with the same
    /// blog, key and <see cref="Ban.At"/> is replaced, but stays lifted if it was: one that is sent again takes back nobody's lifting, and
    /// lifts no other.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such blog; nothing was stored.</exception>
    Task AddBanAsync(Ban ban, CancellationToken cancellationToken);

    /// <summary>Lifts the ban of a key that is in force; false when there is none.</summary>
    Task<bool> LiftBanAsync(BlogId blogId, string key, ActorKey actorKey, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the bans of a blog, newest first by <see cref="Ban.At"/>, ties by key, at most <paramref name="limit"/>: those in force at
    /// <paramref name="inForceAt"/>, or with null all there ever were.
    /// </summary>
    Task<ImmutableArray<Ban>> ListBansAsync(BlogId blogId, DateTimeOffset? inForceAt, int limit, CancellationToken cancellationToken);
}
