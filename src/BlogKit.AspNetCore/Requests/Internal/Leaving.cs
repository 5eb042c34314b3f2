using BlogKit.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Whoever leaves before the answer is made does no harm: it is no error, nothing half-made is sent, and what was sent to be done is done.
/// </summary>
internal static class Leaving
{
    /// <summary>An endpoint whose caller may leave: the work stops, and that is all.</summary>
    public static RequestDelegate Allow(RequestDelegate answer) => async context =>
    {
        var left = context.RequestAborted;
        try
        {
            await answer(context).ConfigureAwait(false);
        }
        catch (StoreUnavailableException fault) when (!left.IsCancellationRequested && !context.Response.HasStarted)
        {
            await context.RequestServices.GetRequiredService<IStoreOutages>().AnswerAsync(context, fault).ConfigureAwait(false);
        }
        catch (Exception fault) when (left.IsCancellationRequested && fault is OperationCanceledException or IOException)
        {
            if (context.Response.HasStarted)
            {
                // The beginning of an answer must not pass for a whole one.
                context.Abort();
            }
            else
            {
                context.Response.Clear();
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
    };

    /// <summary>
    /// An endpoint that changes something: what arrived is carried out to its end, so that nothing is left half-done by somebody's going
    /// away.
    /// </summary>
    public static RequestDelegate Finish(RequestDelegate change) => Allow(context =>
    {
        context.RequestAborted = CancellationToken.None;
        return change(context);
    });
}
