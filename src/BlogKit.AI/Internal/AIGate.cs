using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>
/// The one way to a model: so many calls at a time, within the budget, within the time. Only the caller's cancellation is thrown.
/// </summary>
internal sealed class AIGate(AIModerationOptions options, AIBudget budget, TimeProvider clock, ILogger<AIGate> logger) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.MaximumConcurrency);

    /// <summary>Calls a model.</summary>
    /// <param name="estimate">How many tokens it may take; stands when the model does not tell.</param>
    /// <param name="call">The call; answers with the tokens it took, null when unknown.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AIResult<T>> CallAsync<T>(
        long estimate, Func<CancellationToken, Task<(AIResult<T> Result, long? Tokens)>> call, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _free.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed<T>(AIFault.Busy, null);
        }

        try
        {
            if (budget.TryReserve(estimate) is not { } reservation)
            {
                return Failed<T>(AIFault.BudgetExhausted, null);
            }

            // A client may be deaf to its token; the commenter does not wait for it.
            var (result, tokens) = await call(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            budget.Settle(reservation, tokens ?? estimate);
            return result.Fault is AIFault.None ? result : Failed<T>(result.Fault, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException canceled)
        {
            return Failed<T>(AIFault.Timeout, canceled);
        }
#pragma warning disable CA1031 // clients of any provider may throw anything, and a fault must not lose the comment
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Failed<T>(AIFault.Unavailable, fault);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private AIResult<T> Failed<T>(AIFault fault, Exception? exception)
        where T : class
    {
        AILog.CallFailed(logger, fault, exception);
        return AIResult<T>.Failed(fault);
    }
}
