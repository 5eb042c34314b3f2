using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BlogKit.Internal;

/// <summary>Healthy while the store answers.</summary>
internal sealed class StoreHealthCheck(IStoreSchema schema) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await schema.CheckAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("The store answers.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever keeps the store from answering is what this check reports
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The store does not answer.", fault);
        }
    }
}
