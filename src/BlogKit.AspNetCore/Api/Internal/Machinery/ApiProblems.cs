using System.Text.Json;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Problem details (RFC 9457): the errors of the domain in the words and names of the API.</summary>
internal static class ApiProblems
{
    public const string ContentType = "application/problem+json";

    public static ApiReply From(ImmutableArray<BlogError> errors)
    {
        var (status, title) = Describe(errors[0]);
        var named = errors.Select(static e => e.Field is { } field ? e with { Field = FieldName(field) } : e);
        return Of(status, title, [.. named.Select(ApiFailure.Of)]);
    }

    /// <summary>A problem that no service told; the field is a name of the API.</summary>
    public static ApiReply Of(
        int status,
        string title,
        string code,
        string template,
        string? field = null,
        params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Of(status, title, [ApiFailure.Of(BlogError.Of(ErrorKind.Invalid, code, template, field, arguments))]);

    public static ApiReply Of(StoreOutage outage) =>
        Of(outage.Status, outage.Title, [new ApiFailure { Code = outage.Code, Field = null, Detail = outage.Message, Arguments = [] }]);

    public static ApiReply Limited(int seconds) => Of(
        StatusCodes.Status429TooManyRequests,
        "Too many requests",
        LimitRefusal.Code,
        "Too many requests. Wait {seconds} s.",
        arguments: [("seconds", seconds)]) with
    { RetryAfter = seconds };

    public static ApiReply NotFound { get; } =
        Of(StatusCodes.Status404NotFound, "Not found", "not-found", "There is nothing at this address.");

    public static ApiReply NoBlog { get; } =
        Of(StatusCodes.Status404NotFound, "Not found", ErrorCodes.BlogNotFound, "There is no blog here yet.");

    public static ApiReply CrossSite { get; } = Of(
        StatusCodes.Status403Forbidden,
        "Forbidden",
        "cross-site",
        "Another site's page sent this. Changes are taken from this site's own pages, and from programs.");

    public static ApiReply SignInRequired { get; } = Of(
        StatusCodes.Status401Unauthorized,
        "Unauthorized",
        ErrorCodes.SignInRequired,
        "This needs somebody signed in, as the application signs people in.");

    public static ApiReply NotAllowed { get; } = Of(
        StatusCodes.Status403Forbidden,
        "Forbidden",
        ErrorCodes.NotAllowed,
        "Whoever is signed in may not do this: their role in the blog does not reach.");

    public static ApiReply NotJson { get; } = Of(
        StatusCodes.Status415UnsupportedMediaType, "Unsupported media type", "not-json", "Send application/json in UTF-8.");

    public static ApiReply MatchRequired { get; } = Of(
        StatusCodes.Status428PreconditionRequired,
        "Precondition required",
        "match-required",
        "Say in If-Match which version the change is based on: the ETag of the answer in which you read it.");

    public static ApiReply Changed { get; } = Of(
        StatusCodes.Status412PreconditionFailed,
        "Precondition failed",
        ErrorCodes.Changed,
        "It was changed meanwhile. Read it again and decide again.");

    private static (int Status, string Title) Describe(BlogError error)
    {
        var isInAddress = error is { Code: ErrorCodes.InvalidCursor } or { Code: ErrorCodes.OutOfRange, Field: "Size" };
        var status = isInAddress ? StatusCodes.Status400BadRequest : ErrorStatus.Of(error);
        return (status, status switch
        {
            StatusCodes.Status400BadRequest => "Bad request",
            StatusCodes.Status403Forbidden => "Forbidden",
            StatusCodes.Status404NotFound => "Not found",
            StatusCodes.Status409Conflict => "Conflict",
            StatusCodes.Status410Gone => "Gone",
            StatusCodes.Status429TooManyRequests => "Too many requests",
            _ => "Invalid input",
        });
    }

    private static string FieldName(string property) => property switch
    {
        nameof(NewComment.IdempotencyKey) => "Idempotency-Key",
        "Size" => "limit",
        nameof(LogFilter.ActorKey) => "by",
        _ => string.Join(
            '.',
            property.Split('.').Select(static part => part is "FeaturedImage" ? "image" : JsonNamingPolicy.CamelCase.ConvertName(part))),
    };

    private static ApiReply Of(int status, string title, ImmutableArray<ApiFailure> failures)
    {
        var fields = failures.Where(static f => f.Field is not null)
            .GroupBy(static f => f.Field!, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Select(static f => f.Detail).ToArray(), StringComparer.Ordinal);
        var problem = new ApiProblem
        {
            Title = title,
            Status = status,
            Detail = failures[0].Detail,
            Code = failures[0].Code,
            Errors = fields.Count == 0 ? null : fields,
            Failures = failures,
        };
        return new ApiReply(status, JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Default.ApiProblem), ContentType);
    }
}
