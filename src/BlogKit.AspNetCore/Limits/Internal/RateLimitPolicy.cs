using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace BlogKit.AspNetCore.Internal;

/// <summary>One limit: a sliding window for each user or address. Says no in problem details, with the time to wait.</summary>
internal sealed class RateLimitPolicy(int permits, TimeSpan window) : IRateLimiterPolicy<string>
{
    private const int Segments = 6;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetSlidingWindowLimiter(
        WhoIs(httpContext),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = Segments, QueueLimit = 0 });

    private static string WhoIs(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true } && (context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue("sub")) is { } user)
        {
            return "user:" + user;
        }

        return NetworkAddress.NetworkOf(context.Connection.RemoteIpAddress);
    }

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        await ApiPipeline.WriteAsync(
            context.HttpContext,
            ApiProblems.Of(
                StatusCodes.Status429TooManyRequests,
                "Too many requests",
                "rate-limited",
                string.Create(CultureInfo.InvariantCulture, $"Too many requests. Wait {seconds} s.")) with
            { RetryAfter = seconds }).ConfigureAwait(false);
    }
}
