using System.Globalization;
using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Erases spam and trash by age, as the application itself (<see cref="Actor.System"/>): every comment is purged, and the log says so. A
/// comment whose writer asked to look again is kept until a moderator has decided. Trims the change feed. Safe for concurrent use and in
/// several hosts.
/// </summary>
public sealed class RetentionService
{
    private readonly IBlogStore _blogs;
    private readonly ICommentChangeStore _changeStore;
    private readonly IModerationStore _moderation;
    private readonly IChangeStore _feed;
    private readonly RetentionOptions _options;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;
    private readonly ILogger<RetentionService> _logger;

    internal RetentionService(
        IBlogStore blogs,
        ICommentChangeStore changeStore,
        IModerationStore moderation,
        IChangeStore feed,
        RetentionOptions options,
        TimeProvider clock,
        BlogChanges changes,
        ILogger<RetentionService> logger)
    {
        _blogs = blogs;
        _changeStore = changeStore;
        _moderation = moderation;
        _feed = feed;
        _options = options;
        _clock = clock;
        _changes = changes;
        _logger = logger;
    }

    /// <summary>Erases every comment, and every row of the change feed, whose time is over. Cost: proportional to that.</summary>
    /// <param name="blogId">The blog; null = every blog.</param>
    /// <param name="cancellationToken">Honoured between comments; what was erased stays so.</param>
    public async Task<RetentionReport> RunAsync(BlogId? blogId = null, CancellationToken cancellationToken = default)
    {
        var (spam, trashed) = (0, 0);
        foreach (var blog in await ListAsync(blogId, cancellationToken).ConfigureAwait(false))
        {
            spam += await EmptyAsync(blog, CommentStatus.Spam, _options.SpamAge, cancellationToken).ConfigureAwait(false);
            trashed += await EmptyAsync(blog, CommentStatus.Trashed, _options.TrashAge, cancellationToken).ConfigureAwait(false);
        }

        var changes = await TrimAsync(blogId, cancellationToken).ConfigureAwait(false);
        return new RetentionReport { Spam = spam, Trashed = trashed, Changes = changes };
    }

    /// <summary>Deletes every row of the change feed whose time is over; returns how many.</summary>
    internal async Task<int> TrimAsync(BlogId? blogId, CancellationToken cancellationToken)
    {
        if (_options.ChangeAge is not { } age)
        {
            return 0;
        }

        var changes = 0;
        foreach (var blog in await ListAsync(blogId, cancellationToken).ConfigureAwait(false))
        {
            changes += await _feed.DeleteChangesAsync(blog, _clock.GetUtcNow() - age, cancellationToken).ConfigureAwait(false);
        }

        return changes;
    }

    private async Task<ImmutableArray<BlogId>> ListAsync(BlogId? blogId, CancellationToken cancellationToken) => blogId is { } only
        ? [only]
        : [.. (await _blogs.ListAllAsync(cancellationToken).ConfigureAwait(false)).Select(static b => b.Id)];

    private async Task<int> EmptyAsync(BlogId blogId, CommentStatus status, TimeSpan? age, CancellationToken cancellationToken)
    {
        if (age is not { } longest)
        {
            return 0;
        }

        var before = _clock.GetUtcNow() - longest;
        var reason = $"Emptied after {InWords(longest)}.";
        var kept = new HashSet<CommentId>();
        for (var purged = 0; ;)
        {
            // Comments that are kept are the oldest and come again with every batch, so each batch is larger by their number.
            var batch = await _moderation.ListRemovedAsync(
                blogId, status, before, _options.BatchSize + kept.Count, cancellationToken).ConfigureAwait(false);
            var due = batch.Where(c => !kept.Contains(c.Id)).ToArray();
            if (due.Length == 0)
            {
                return purged;
            }

            foreach (var comment in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (comment.Appeal is not { AnsweredAt: null }
                    && await PurgeAsync(comment, reason, cancellationToken).ConfigureAwait(false))
                {
                    purged++;
                }
                else
                {
                    kept.Add(comment.Id);
                }
            }
        }
    }

    private static string InWords(TimeSpan age)
    {
        var (count, unit) = age.Ticks % TimeSpan.TicksPerDay == 0 ? (age.TotalDays, "day") : (Math.Round(age.TotalHours), "hour");
        return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count is 1 ? "" : "s")}");
    }

    private async Task<bool> PurgeAsync(Comment comment, string reason, CancellationToken cancellationToken)
    {
        var record = CommentRecords.Of(
            comment with { Status = CommentStatus.Deleted }, ModerationAction.Purged, comment.Status, Actor.System, _clock.GetUtcNow()) with
        {
            Reason = reason,
            FromBeforeRemoval = comment.StatusBeforeRemoval,
            FromApprovedRevision = comment.ApprovedRevision,
        };
        if (await _changeStore.PurgeAsync(
            comment.BlogId, comment.Id, comment.Version, record, cancellationToken).ConfigureAwait(false) is not SaveOutcome.Saved)
        {
            return false;
        }

        _changes.Rearranged(comment.BlogId, comment.PostId, comment.Id);
        ModeratingLog.CommentModerated(_logger, comment.Id, record.Action, record.ActorKey);
        return true;
    }
}
