using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    private static readonly ImmutableDictionary<ActorKey, CommentFlag> s_noFlags = ImmutableDictionary<ActorKey, CommentFlag>.Empty;

    public Task<FlagTotals?> SetFlagAsync(CommentFlag flag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        StorableText.Check(flag);
        return ChangeFlags(
            flag.BlogId,
            flag.CommentId,
            flags => Set(flags, flag with { DismissedAt = null }),
            cancellationToken);
    }

    public Task<FlagTotals?> RemoveFlagAsync(BlogId blogId, CommentId id, ActorKey flaggerKey, CancellationToken cancellationToken) =>
        ChangeFlags(blogId, id, flags => IsDismissed(flags, flaggerKey) ? flags : flags.Remove(flaggerKey), cancellationToken);

    public Task<ImmutableArray<CommentFlag>> ListAllFlagsAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) =>
        Read(
            state => FlagsOf(state, blogId, id).Values
                .OrderBy(static f => f.At)
                .ThenBy(static f => f.FlaggerKey.ToString(), StringComparer.Ordinal)
                .ToImmutableArray(),
            cancellationToken);

    public Task<int> DismissFlagsAsync(BlogId blogId, CommentId id, DateTimeOffset at, CancellationToken cancellationToken) =>
        Write(
            state =>
            {
                var flags = FlagsOf(state, blogId, id);
                var counting = flags.Values.Where(static f => f.DismissedAt is null).ToList();
                var dismissed = flags.SetItems(counting.Select(f => KeyValuePair.Create(f.FlaggerKey, f with { DismissedAt = at })));
                return counting.Count == 0
                    ? (state, 0)
                    : (Flagged(Step(state with { Flags = state.Flags.SetItem(id, dismissed) }), blogId, id), counting.Count);
            },
            cancellationToken);

    private static int CountFlagged(InMemoryState state, BlogId blogId) =>
        state.Flags.Count(
            f => state.Comments.GetValueOrDefault(f.Key)?.Comment is { Status: CommentStatus.Pending or CommentStatus.Approved } comment
                && comment.BlogId == blogId
                && f.Value.Values.Any(static flag => flag.DismissedAt is null));

    /// <summary>The flag in the place of the reader's own, or else of the one of their network.</summary>
    private static ImmutableDictionary<ActorKey, CommentFlag> Set(ImmutableDictionary<ActorKey, CommentFlag> flags, CommentFlag flag)
    {
        if (flags.TryGetValue(flag.FlaggerKey, out var own))
        {
            return own.DismissedAt is null ? flags.SetItem(flag.FlaggerKey, flag with { FlaggerNetwork = own.FlaggerNetwork }) : flags;
        }

        var former = flag.FlaggerNetwork is { } network
            ? flags.Values.FirstOrDefault(f => string.Equals(f.FlaggerNetwork, network, StringComparison.Ordinal))
            : null;
        return former switch
        {
            null => flags.Add(flag.FlaggerKey, flag),
            { DismissedAt: null } => flags.Remove(former.FlaggerKey).Add(flag.FlaggerKey, flag),
            _ => flags,
        };
    }

    private static bool IsDismissed(ImmutableDictionary<ActorKey, CommentFlag> flags, ActorKey flagger) =>
        flags.GetValueOrDefault(flagger)?.DismissedAt is not null;

    private static ImmutableDictionary<ActorKey, CommentFlag> FlagsOf(InMemoryState state, BlogId blogId, CommentId id) =>
        state.FindComment(blogId, id) is null ? s_noFlags : state.Flags.GetValueOrDefault(id, s_noFlags);

    private Task<FlagTotals?> ChangeFlags(
        BlogId blogId,
        CommentId id,
        Func<ImmutableDictionary<ActorKey, CommentFlag>, ImmutableDictionary<ActorKey, CommentFlag>> change,
        CancellationToken cancellationToken) =>
        Write(
            state =>
            {
                if (state.FindComment(blogId, id) is not { IsApproved: true })
                {
                    return (state, null);
                }

                var before = state.Flags.GetValueOrDefault(id, s_noFlags);
                var after = change(before);
                var counting = after.Values.Where(static f => f.DismissedAt is null).ToList();
                var next = ReferenceEquals(after, before) ? state
                    : Flagged(
                        Step(state with { Flags = after.IsEmpty ? state.Flags.Remove(id) : state.Flags.SetItem(id, after) }), blogId, id);
                return (next, (FlagTotals?)new FlagTotals(counting.Count, counting.Sum(static f => f.Weight)));
            },
            cancellationToken);

    private InMemoryState Flagged(InMemoryState state, BlogId blogId, CommentId id) =>
        Changed(state, blogId, BlogChangeKind.Queue, state.Comments[id].Comment.PostId, id);
}
