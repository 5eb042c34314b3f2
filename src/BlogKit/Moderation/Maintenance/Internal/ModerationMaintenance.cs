using BlogKit.Moderation;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>Runs the retention while the host does.</summary>
internal sealed class ModerationMaintenance(
    RetentionService retention, RetentionOptions options, TimeProvider clock, ILogger<ModerationMaintenance> logger) : PeriodicWork(clock)
{
    protected override TimeSpan Every => options.Every;

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        var report = await retention.RunAsync(null, stoppingToken).ConfigureAwait(false);
        ModeratingLog.Emptied(logger, report.Spam, report.Trashed, report.Changes);
    }

    protected override void Failed(Exception fault) => ModeratingLog.MaintenanceFailed(logger, fault);
}
