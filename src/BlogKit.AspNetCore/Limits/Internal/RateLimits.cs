using System.Collections.Frozen;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// BlogKit's own limits: counts the requests to its endpoints, unless they are switched off or the application has its own.
/// </summary>
internal sealed class RateLimits
{
    private readonly FrozenDictionary<string, RequestCounter> _counters;

    public RateLimits(IOptions<BlogKitRateLimitOptions> options, TimeProvider clock)
    {
        RateLimit[] limits = options.Value is { Enabled: true, UseOwnPolicies: false } numbers ? Numbers(numbers) : [];
        _counters = limits.ToFrozenDictionary(
            static l => l.Policy, l => new RequestCounter(l.Permits, l.Window, clock), StringComparer.Ordinal);
    }

    /// <summary>Every limit.</summary>
    public static RateLimit[] Numbers(BlogKitRateLimitOptions options) =>
    [
        new(BlogKitRateLimits.Read, nameof(options.Read), options.Read, options.Window),
        new(BlogKitRateLimits.Comment, nameof(options.Comment), options.Comment, options.Window),
        new(BlogKitRateLimits.Feedback, nameof(options.Feedback), options.Feedback, options.Window),
        new(BlogKitRateLimits.Preview, nameof(options.Preview), options.Preview, options.Window),
        new(BlogKitRateLimits.Write, nameof(options.Write), options.Write, options.Window),
        new(BlogKitRateLimits.Desk, nameof(options.Desk), options.Desk, options.Window),
        new(BlogKitRateLimits.Search, nameof(options.Search), options.Search, options.Window),
        new(BlogKitRateLimits.Mention, nameof(options.Mention), options.Mention, options.Window),
        new(BlogKitRateLimits.Live, nameof(options.Live), options.Live, options.Window),
        new(BlogKitRateLimits.Password, nameof(options.Password), options.Password, options.PasswordWindow),
    ];

    /// <summary>Counts a request; says that it is one too many.</summary>
    public LimitRefusal? Count(HttpContext context, string policy) => Take(policy, Caller.Of(context));

    /// <summary>Counts a try of a secret, until it turns out to be the right one; says that there were too many.</summary>
    public LimitRefusal? BeginTry(HttpContext context, string secret) => Take(BlogKitRateLimits.Password, KeyOfTry(context, secret));

    /// <summary>The secret was the right one: the try does not count.</summary>
    public void Forgive(HttpContext context, string secret) => GiveBack(BlogKitRateLimits.Password, KeyOfTry(context, secret));

    /// <summary>Takes back what <see cref="Count"/> counted.</summary>
    public void GiveBack(HttpContext context, string policy) => GiveBack(policy, Caller.Of(context));

    private static string KeyOfTry(HttpContext context, string secret) => JoinedKey.Of(secret, Caller.NetworkOf(context));

    private LimitRefusal? Take(string policy, string caller) =>
        _counters.TryGetValue(policy, out var counter) && counter.Take(caller) is { } wait
            ? new LimitRefusal(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)))
            : null;

    private void GiveBack(string policy, string caller)
    {
        if (_counters.TryGetValue(policy, out var counter))
        {
            counter.GiveBack(caller);
        }
    }
}
