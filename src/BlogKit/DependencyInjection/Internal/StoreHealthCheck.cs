using BlogKit.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BlogKit.Internal;

/// <summary>
/// Healthy while the store answers and can be written. What is wrong is in the description, which is all that many an endpoint shows.
/// </summary>
internal sealed class StoreHealthCheck(IStoreSchema schema) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await schema.CheckAsync(cancellationToken).ConfigureAwait(false);
            await schema.CheckWritingAsync(cancellationToken).ConfigureAwait(false);
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
            return new HealthCheckResult(
                context.Registration.FailureStatus, $"The store does not answer, or cannot be written: {fault.Message}", fault);
        }
    }
}
