using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IBanStore
{
    public Task AddBanAsync(Ban ban, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ban);
        StorableText.Check(ban);
        return WriteAsync(
            ban,
            static (session, ban) =>
            {
                if (FindBlogNumber(session, ban.BlogId) is not { } blog)
                {
                    throw new ArgumentException($"The blog {ban.BlogId} is not there. Nothing was stored.", nameof(ban));
                }

                session.Use(BanSql.LiftForNext).With(blog).With(ban.Key).With(ban.At).With(ban.ActorKey).Execute();
                session.Use(BanSql.Add).With(blog).With(ban.Key).With(ban.At).With(ban.Until).With(ban.ActorKey).With(ban.Reason).Execute();
                ChangeFeed.Add(session, blog, BlogChangeKind.Bans);
                return true;
            },
            cancellationToken);
    }

    public Task<bool> LiftBanAsync(BlogId blogId, string key, ActorKey actorKey, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        StorableText.Check(key);
        return WriteAsync(
            (blogId, key, actorKey, at),
            static (session, what) =>
            {
                if (FindBlogNumber(session, what.blogId) is not { } blog
                    || FactsReader.FindBan(session, blog, [what.key], what.at) is not { } ban)
                {
                    return false;
                }

                session.Use(BanSql.Lift).With(blog).With(ban.Key).With(ban.At).With(what.at).With(what.actorKey).Execute();
                ChangeFeed.Add(session, blog, BlogChangeKind.Bans);
                return true;
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Ban>> ListBansAsync(
        BlogId blogId, DateTimeOffset? inForceAt, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, inForceAt, limit),
        static (session, by) =>
        {
            using var row = session.Use(by.inForceAt is null ? BanSql.List : BanSql.ListInForce).With(by.blogId.Value).With(by.limit);
            if (by.inForceAt is { } now)
            {
                row.With(now);
            }

            var bans = ImmutableArray.CreateBuilder<Ban>();
            while (row.Step())
            {
                bans.Add(StoredBan.Read(row).ToBan(by.blogId));
            }

            return bans.DrainToImmutable();
        },
        cancellationToken);
}
