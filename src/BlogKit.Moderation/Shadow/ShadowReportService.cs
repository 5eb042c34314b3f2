using BlogKit.Moderation.Internal;
using BlogKit.Storage;

namespace BlogKit.Moderation;

/// <summary>Reports on sets of policies that run beside the live one. Reads only. Safe for concurrent use.</summary>
public sealed class ShadowReportService
{
    private const int BatchSize = 500;
    private const int MaximumNameLength = 200;

    private readonly IModerationLogStore _log;

    internal ShadowReportService(IModerationLogStore log) => _log = log;

    /// <summary>
    /// Compares the decisions that a tried set would have made with those of the live one, and both with what has become of the comments.
    /// Cost: one pass over the log of the time asked for; memory is bounded.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="policySet">The <see cref="ShadowVerdict.PolicySet"/>. One that never ran gives an empty report.</param>
    /// <param name="from">From when on, inclusive.</param>
    /// <param name="until">Until when, exclusive; <see cref="ErrorCodes.OutOfRange"/> unless it is later.</param>
    /// <param name="actor">The actor; needs <see cref="Actor.CanModerate"/>, else <see cref="ErrorCodes.NotAllowed"/>.</param>
    /// <param name="cancellationToken">Stops between reads.</param>
    public async Task<Result<ShadowReport>> ReportAsync(
        BlogId blogId,
        string policySet,
        DateTimeOffset from,
        DateTimeOffset until,
        Actor actor,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policySet);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.ForBlog(blogId).CanModerate)
        {
            return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not moderate.");
        }

        if (FaultsIn(policySet, from, until) is { IsEmpty: false } faults)
        {
            return faults;
        }

        (from, until) = (from.ToUniversalTime(), until.ToUniversalTime());
        var tally = new ShadowTally(policySet, from, until);
        var last = await FindLastAsync(blogId, until, cancellationToken).ConfigureAwait(false);
        for (var position = await FindLastAsync(blogId, from, cancellationToken).ConfigureAwait(false); position < last;)
        {
            var batch = await _log.ListAfterAsync(blogId, position, BatchSize, cancellationToken).ConfigureAwait(false);
            if (batch.IsEmpty)
            {
                break;
            }

            foreach (var logged in batch)
            {
                tally.Add(logged);
            }

            position = batch[^1].Record.Position;
        }

        return tally.ToReport();
    }

    private static ImmutableArray<BlogError> FaultsIn(string policySet, DateTimeOffset from, DateTimeOffset until)
    {
        var faults = ImmutableArray.CreateBuilder<BlogError>();
        if (string.IsNullOrWhiteSpace(policySet))
        {
            faults.Add(BlogError.Of(ErrorKind.Invalid, ErrorCodes.Required, "{field} is required.", "PolicySet"));
        }
        else if (policySet.Length > MaximumNameLength)
        {
            faults.Add(BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.TooLong,
                "{field} has {length} characters; at most {max} are allowed.",
                "PolicySet",
                ("length", policySet.Length),
                ("max", MaximumNameLength)));
        }

        if (from >= until)
        {
            faults.Add(BlogError.Of(ErrorKind.Invalid, ErrorCodes.OutOfRange, "{field} must be later than From.", "Until"));
        }

        return faults.ToImmutable();
    }

    /// <summary>The position of the last record before a moment; 0 when there is none.</summary>
    private async Task<long> FindLastAsync(BlogId blogId, DateTimeOffset before, CancellationToken cancellationToken) =>
        (await _log.ListAsync(new LogQuery { BlogId = blogId, Until = before, Size = 1 }, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault()?.Position ?? 0;
}
