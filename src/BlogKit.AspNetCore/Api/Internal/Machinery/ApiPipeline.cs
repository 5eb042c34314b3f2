using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What every request to the API goes through: where it comes from, which blog, who asks, the body, the conditions, the key; then its
/// handler; then the headers. The API reads no cookie of its own and sets none; a signed-in user is known by the application's
/// authentication, a guest by the secret in a header.
/// </summary>
internal sealed class ApiPipeline(BlogRequests requests, GuestNetworks networks, ApiReplays replays)
{
    /// <summary>The header in which a front end sends the secret that makes a guest's comments theirs.</summary>
    public const string GuestHeader = "BlogKit-Guest";

    private const string KeyHeader = "Idempotency-Key";
    private const int ShortestSecret = 40;
    private const int LongestSecret = 100;

    public async Task RunAsync(HttpContext context, ApiOperation operation)
    {
        var reply = await AnswerAsync(context, operation).ConfigureAwait(false);
        await WriteAsync(context, reply, operation).ConfigureAwait(false);
    }

    /// <summary>Writes an answer that belongs to no operation.</summary>
    public static Task WriteAsync(HttpContext context, ApiReply reply) => WriteAsync(context, reply, null);

    private static async Task WriteAsync(HttpContext context, ApiReply reply, ApiOperation? operation)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = operation is { Access: not ApiAccess.Readers } ? "private, no-store" : "private, no-cache";
        if (reply.Location is { } location)
        {
            headers.Location = location;
        }

        if (reply.Link is { } link)
        {
            headers.Link = link;
        }

        if (reply.IsReplay)
        {
            headers["Idempotency-Replayed"] = "true";
        }

        if ((reply.RetryAfter ?? (reply.Status == StatusCodes.Status429TooManyRequests ? LimitRefusal.UsualWait : null)) is { } seconds)
        {
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (reply.IsSuccess && operation is not null && (operation.IsRead || reply.Version is not null))
        {
            var tag = reply.Tag;
            headers.ETag = tag;
            if (operation.IsRead && ApiMatch.IsUnmodified(context.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = reply.Status;
        if (reply.Body.Length > 0)
        {
            response.ContentType = reply.ContentType;
            response.ContentLength = reply.Body.Length;
            await response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task<ApiReply> AnswerAsync(HttpContext context, ApiOperation operation)
    {
        if (!operation.IsRead && !await ApiOrigin.IsAllowedAsync(context, BlogMount.Of(context).ApiCorsPolicy).ConfigureAwait(false))
        {
            return ApiProblems.CrossSite;
        }

        if (await requests.OpenAsync(context, withGuests: false).ConfigureAwait(false) is not { } request)
        {
            return ApiProblems.NoBlog;
        }

        if (context.Request.Headers[GuestHeader] is [{ } secret, ..] && request.Actor.Kind is ActorKind.Anonymous)
        {
            if (secret.Length is < ShortestSecret or > LongestSecret)
            {
                return ApiProblems.Of(
                    StatusCodes.Status422UnprocessableEntity,
                    "Invalid input",
                    ErrorCodes.OutOfRange,
                    "{field} must have {min} to {max} characters that nobody can guess.",
                    GuestHeader,
                    ("min", ShortestSecret),
                    ("max", LongestSecret));
            }

            request = request with { Actor = networks.GuestOf(context, secret) };
        }

        var match = ApiMatch.Read(context.Request);
        if (operation.NeedsMatch && !match.IsGiven)
        {
            return ApiProblems.MatchRequired;
        }

        var key = context.Request.Headers[KeyHeader] is [{ } sent, ..] ? sent : null;
        if (operation is { TakesKey: true, KeepsKeyItself: false } && key is { Length: 0 or > ApiReplays.LongestKey })
        {
            return ApiProblems.Of(
                StatusCodes.Status422UnprocessableEntity,
                "Invalid input",
                ErrorCodes.OutOfRange,
                "{field} must have {min} to {max} characters.",
                KeyHeader,
                ("min", 1),
                ("max", ApiReplays.LongestKey));
        }

        byte[] body = [];
        object? input = null;
        if (operation.HasInput)
        {
            var (bytes, refusal) = await ApiBody.ReadAsync(context).ConfigureAwait(false);
            if (bytes is null)
            {
                return refusal!;
            }

            body = bytes;
            (input, refusal) = ApiBody.Parse(operation, body);
            if (input is null)
            {
                return refusal!;
            }
        }

        var call = new ApiCall(request, operation, match, key);
        return operation is { TakesKey: true, KeepsKeyItself: false } && key is not null
            ? await replays.RunAsync(call, body, () => operation.Handle(context.RequestServices, call, input)).ConfigureAwait(false)
            : await operation.Handle(context.RequestServices, call, input).ConfigureAwait(false);
    }
}
