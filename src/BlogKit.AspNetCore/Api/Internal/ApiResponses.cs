using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes the API's answers.</summary>
internal static class ApiResponses
{
    public static Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type) =>
        WriteAsync(context, status, value, type, "application/json; charset=utf-8");

    public static Task ProblemAsync(HttpContext context, BlogError error) => ProblemAsync(context, [error]);

    public static Task ProblemAsync(HttpContext context, ImmutableArray<BlogError> errors)
    {
        var first = errors[0];
        var (status, title) = Describe(first);
        var fields = errors.Where(static e => e.Field is not null)
            .GroupBy(static e => FieldName(e.Field!), StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Select(static e => Sentence(e)).ToArray(), StringComparer.Ordinal);
        return ProblemAsync(context, status, title, first.Code, Sentence(first), fields.Count == 0 ? null : fields);
    }

    public static Task ProblemAsync(
        HttpContext context, int status, string title, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null) =>
        WriteAsync(
            context,
            status,
            new ApiProblem { Title = title, Status = status, Detail = detail, Code = code, Errors = errors },
            ApiJson.Default.ApiProblem,
            "application/problem+json");

    private static (int Status, string Title) Describe(BlogError error) => error switch
    {
        { Code: ErrorCodes.PostArchived } => (StatusCodes.Status410Gone, "Gone"),
        { Code: ErrorCodes.InvalidCursor } or { Code: ErrorCodes.OutOfRange, Field: "Size" } => (StatusCodes.Status400BadRequest, "Bad request"),
        { Kind: ErrorKind.NotFound } => (StatusCodes.Status404NotFound, "Not found"),
        { Kind: ErrorKind.Conflict } => (StatusCodes.Status409Conflict, "Conflict"),
        { Kind: ErrorKind.Forbidden } => (StatusCodes.Status403Forbidden, "Forbidden"),
        { Kind: ErrorKind.TooMany } => (StatusCodes.Status429TooManyRequests, "Too many requests"),
        _ => (StatusCodes.Status422UnprocessableEntity, "Invalid input"),
    };

    private static string FieldName(string property) => property switch
    {
        nameof(NewComment.Markdown) => "body",
        nameof(NewComment.IdempotencyKey) => "Idempotency-Key",
        "Size" => "limit",
        _ => JsonNamingPolicy.CamelCase.ConvertName(property),
    };

    // The domain names its own properties first in such a sentence; the API's caller knows other names.
    private static string Sentence(BlogError error) =>
        error.Field is { } field && error.Message.StartsWith(field + " ", StringComparison.Ordinal)
            ? FieldName(field) + error.Message[field.Length..]
            : error.Message;

    private static async Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type, string contentType)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";
        await JsonSerializer.SerializeAsync(response.Body, value, type, context.RequestAborted).ConfigureAwait(false);
    }
}
