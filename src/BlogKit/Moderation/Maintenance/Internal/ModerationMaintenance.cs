using BlogKit.Moderation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>Runs the retention while the host does.</summary>
internal sealed class ModerationMaintenance(
    RetentionService retention, RetentionOptions options, TimeProvider clock, ILogger<ModerationMaintenance> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Every, clock);
        do
        {
            await RunOnceAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            var report = await retention.RunAsync(null, stoppingToken).ConfigureAwait(false);
            ModeratingLog.Emptied(logger, report.Spam, report.Trashed, report.Changes);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // a store that is away for a while must not stop the host; the next round tries again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            ModeratingLog.MaintenanceFailed(logger, fault);
        }
    }
}
