using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>
/// Bans that come with an action on a comment, and go with its undoing. The moment of the action tells which bans are its own.
/// </summary>
internal sealed class WriterBans(IBanStore bans, IModerationStore moderation)
{
    private const int MostBans = 1_000;

    /// <summary>Bans by a key, unless a ban is in force that lasts at least as long.</summary>
    public async Task AddAsync(Comment comment, string key, Ban ban, CancellationToken cancellationToken)
    {
        var before = await FindAsync(comment, key, ban.At, cancellationToken).ConfigureAwait(false);
        if (before is null || (before.Until is { } until && (ban.Until is null || ban.Until > until)))
        {
            await bans.AddBanAsync(ban with { Key = key }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lifts what was banned by an action at a moment.</summary>
    public async Task LiftAsync(
        Comment comment, DateTimeOffset bannedAt, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var key in BanKeys.For(comment))
        {
            if (await FindAsync(comment, key, now, cancellationToken).ConfigureAwait(false) is { } ban && ban.At == bannedAt)
            {
                await bans.LiftBanAsync(comment.BlogId, key, actor.Key ?? ActorKey.Anonymous, now, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Bans again what was banned by an action at a moment and lifted since.</summary>
    public async Task RepeatAsync(
        Comment comment, DateTimeOffset bannedAt, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = BanKeys.For(comment);
        foreach (var ban in await bans.ListBansAsync(comment.BlogId, null, MostBans, cancellationToken).ConfigureAwait(false))
        {
            if (ban.At == bannedAt
                && ban.LiftedAt is not null
                && keys.Contains(ban.Key, StringComparer.Ordinal)
                && (ban.Until is null || ban.Until > now))
            {
                var again = ban with { At = now, ActorKey = actor.Key ?? ActorKey.Anonymous, LiftedAt = null, LiftedBy = null };
                await AddAsync(comment, ban.Key, again, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<Ban?> FindAsync(Comment comment, string key, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await moderation.ReadFactsAsync(
            new ModerationFactsQuery { BlogId = comment.BlogId, PostId = comment.PostId, BanKeys = [key], Now = now },
            cancellationToken).ConfigureAwait(false)).Ban;
}
