using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// The refusal of a request that is over a rate limit. Whoever answers it says so in the way of the endpoint, with 429, and gives back what
/// was typed; how long to wait stands in the header already.
/// </summary>
public sealed record LimitRefusal
{
    internal const string Code = "rate-limited";

    /// <summary>After how many seconds to try again when nothing knows it better: a window of the limits on comments is a minute.</summary>
    internal const int UsualWait = 60;

    internal LimitRefusal(int seconds)
    {
        Seconds = seconds;
        Error = BlogError.Of(
            ErrorKind.TooMany,
            Code,
            "Too many requests came from your network in a short time. Nothing was done with this one. Wait a while, then send it again.",
            arguments: [("seconds", seconds)]);
    }

    /// <summary>The number of seconds after which to try again; at least 1.</summary>
    public int Seconds { get; }

    /// <summary>The refusal as an error, of the code <c>rate-limited</c>.</summary>
    public BlogError Error { get; }

    /// <summary>Null for a request within the limits.</summary>
    internal static LimitRefusal? Of(HttpContext context) => context.Features.Get<LimitRefusal>();

    /// <summary>
    /// What is said instead of any other answer with this status: whoever sent one too many is told that and nothing else, so that what
    /// there is cannot be found out by guessing on. Null when the answer may be given, as one that already says so.
    /// </summary>
    internal static LimitRefusal? InsteadOf(HttpContext context, int status) =>
        status == StatusCodes.Status429TooManyRequests ? null : Of(context);

    /// <summary>Puts it among the features, where every page that says no finds it, and says how long to wait.</summary>
    internal void Hold(HttpContext context)
    {
        context.Features.Set(this);
        Tell(context);
    }

    /// <summary>Says how long to wait.</summary>
    internal void Tell(HttpContext context) =>
        context.Response.Headers.RetryAfter = Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
