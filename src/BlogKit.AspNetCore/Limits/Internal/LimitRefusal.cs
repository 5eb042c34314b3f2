using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>That a request is one too many, among its features. Whoever answers it says so in the way of the endpoint, and gives back what was typed.</summary>
internal sealed record LimitRefusal(int Seconds)
{
    public const string Code = "rate-limited";

    /// <summary>After how many seconds to try again when nothing knows it better: a window of the limits on comments is a minute.</summary>
    public const int UsualWait = 60;

    public BlogError Error { get; } = BlogError.Of(
        ErrorKind.TooMany,
        Code,
        "Too many requests came from your network in a short time. Nothing was done with this one. Wait a while, then send it again.",
        arguments: [("seconds", Seconds)]);

    /// <summary>Null for a request within the limits.</summary>
    public static LimitRefusal? Of(HttpContext context) => context.Features.Get<LimitRefusal>();

    /// <summary>
    /// What is said instead of any other answer with this status: whoever sent one too many is told that and nothing else, so that what there is cannot be found out by guessing on. Null when the
    /// answer may be given, as one that already says so.
    /// </summary>
    public static LimitRefusal? InsteadOf(HttpContext context, int status) => status == StatusCodes.Status429TooManyRequests ? null : Of(context);

    /// <summary>Puts it among the features, where every page that says no finds it, and says how long to wait.</summary>
    public void Hold(HttpContext context)
    {
        context.Features.Set(this);
        Tell(context);
    }

    /// <summary>Says how long to wait.</summary>
    public void Tell(HttpContext context) => context.Response.Headers.RetryAfter = Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
