using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task AddBanAsync(Ban ban, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ban);
        StorableText.Check(ban);
        return Write(
            state =>
            {
                if (!state.Blogs.ContainsKey(ban.BlogId))
                {
                    throw new ArgumentException($"The blog {ban.BlogId} is not there.", nameof(ban));
                }

                if (state.Bans.GetValueOrDefault(ban.BlogId)?.GetValueOrDefault(DatedBan.Of(ban)) is { } stored)
                {
                    var replaced = WithBan(state, ban with { LiftedAt = stored.LiftedAt, LiftedBy = stored.LiftedBy });
                    return (Changed(replaced, ban.BlogId, BlogChangeKind.Bans), true);
                }

                var next = state;
                foreach (var other in state.UnliftedBans.GetValueOrDefault((ban.BlogId, ban.Key), []).Where(
                    b => b.Until is null || b.Until > ban.At))
                {
                    next = WithBan(next, other with { LiftedAt = other.At > ban.At ? other.At : ban.At, LiftedBy = ban.ActorKey });
                }

                next = WithBan(next, ban with { LiftedAt = null, LiftedBy = null });
                return (Changed(next, ban.BlogId, BlogChangeKind.Bans), true);
            },
            cancellationToken);
    }

    public Task<bool> LiftBanAsync(BlogId blogId, string key, ActorKey actorKey, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        StorableText.Check(key);
        return Write(
            state => BanInForce(state, blogId, [key], at) is { } ban
                ? (Changed(WithBan(state, ban with { LiftedAt = at, LiftedBy = actorKey }), blogId, BlogChangeKind.Bans), true)
                : (state, false),
            cancellationToken);
    }

    public Task<ImmutableArray<Ban>> ListBansAsync(
        BlogId blogId, DateTimeOffset? inForceAt, int limit, CancellationToken cancellationToken) =>
        Read(
            state => state.Bans.GetValueOrDefault(blogId, ImmutableSortedDictionary<DatedBan, Ban>.Empty).Values
                .Where(b => inForceAt is null || b.IsInForceAt(inForceAt.Value))
                .Take(limit)
                .ToImmutableArray(),
            cancellationToken);

    private static Ban? BanInForce(InMemoryState state, BlogId blogId, ImmutableArray<string> keys, DateTimeOffset now) => keys
        .Select(key => state.UnliftedBans.GetValueOrDefault((blogId, key), []).FindLast(b => b.At <= now))
        .Where(b => b?.IsInForceAt(now) is true)
        .OrderByDescending(static b => b!.At)
        .ThenBy(static b => b!.Key, StringComparer.Ordinal)
        .FirstOrDefault();

    private InMemoryState WithBan(InMemoryState state, Ban ban)
    {
        var all = state.Bans.GetValueOrDefault(ban.BlogId, ImmutableSortedDictionary<DatedBan, Ban>.Empty);
        var key = (ban.BlogId, ban.Key);
        var unlifted = state.UnliftedBans.GetValueOrDefault(key, []).RemoveAll(b => b.At == ban.At);
        unlifted = ban.LiftedAt is null ? unlifted.Add(ban) : unlifted;
        return Step(state with
        {
            Bans = state.Bans.SetItem(ban.BlogId, all.SetItem(DatedBan.Of(ban), ban)),
            UnliftedBans = unlifted.IsEmpty ? state.UnliftedBans.Remove(key) : state.UnliftedBans.SetItem(key, unlifted),
        });
    }
}
