using BlogKit.Moderation;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>
/// Trims the change feed while the host runs. Not right when the host starts, which has other things to do then. The service and its
/// options are asked for when the host runs: a host without a store, or with wrong options, is told so before.
/// </summary>
internal sealed class ChangeFeedTrimming(
    Func<RetentionService> retention, Func<RetentionOptions> options, TimeProvider clock, ILogger<ChangeFeedTrimming> logger)
    : PeriodicWork(clock)
{
    protected override TimeSpan Every => options().Every;

    protected override TimeSpan FirstAfter => TimeSpan.FromMinutes(1);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        var changes = await retention().TrimAsync(null, stoppingToken).ConfigureAwait(false);
        ModeratingLog.Trimmed(logger, changes);
    }

    protected override void Failed(Exception fault) => ModeratingLog.TrimmingFailed(logger, fault);
}
