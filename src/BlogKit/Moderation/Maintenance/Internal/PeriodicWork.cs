using Microsoft.Extensions.Hosting;

namespace BlogKit.Internal;

/// <summary>Work that is done again and again while the host runs. A fault is told and never stops the host.</summary>
internal abstract class PeriodicWork(TimeProvider clock) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (FirstAfter > TimeSpan.Zero)
        {
            await Task.Delay(FirstAfter, clock, stoppingToken).ConfigureAwait(false);
        }

        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await RunSafelyAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    protected abstract TimeSpan Every { get; }

    protected virtual TimeSpan FirstAfter => TimeSpan.Zero;

    protected abstract Task RunOnceAsync(CancellationToken stoppingToken);

    protected abstract void Failed(Exception fault);

    private async Task RunSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunOnceAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // a store that is away for a while must not stop the host; the next round tries again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault);
        }
    }
}
