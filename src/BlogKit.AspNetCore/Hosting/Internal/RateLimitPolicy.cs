using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// One limit for an application's own endpoints that ask for it by name: a sliding window for each user or network. Says no in problem
/// details, with the time to wait.
/// </summary>
internal sealed class RateLimitPolicy(RateLimit limit) : IRateLimiterPolicy<string>
{
    private const int Segments = 6;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetSlidingWindowLimiter(
        Caller.Of(httpContext),
        _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit.Permits,
            Window = limit.Window,
            SegmentsPerWindow = Segments,
            QueueLimit = 0,
        });

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
            ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            : 1;
        await ApiPipeline.WriteAsync(context.HttpContext, ApiProblems.Limited(seconds)).ConfigureAwait(false);
    }
}
