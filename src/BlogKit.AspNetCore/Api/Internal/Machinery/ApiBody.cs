using System.Text.Json;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads the body of a request: JSON in UTF-8, within a limit, exactly the object that is expected.</summary>
internal static class ApiBody
{
    /// <summary>The bytes; or the answer to a body that is not taken.</summary>
    public static async Task<(byte[]? Bytes, ApiReply? Refusal)> ReadAsync(HttpContext context)
    {
        if (!IsJson(context.Request))
        {
            return (null, ApiProblems.NotJson);
        }

        var (bytes, status) = await RequestBody.ReadAsync(context).ConfigureAwait(false);
        return status switch
        {
            StatusCodes.Status200OK => (bytes, null),
            StatusCodes.Status413PayloadTooLarge => (null, ApiProblems.Of(
                status,
                "Too large",
                "body-too-large",
                "The body is larger than the {max} bytes that are taken.",
                arguments: [("max", EndpointRule.LargestBody(context))])),
            _ => (null, ApiProblems.Of(status, "Bad request", "invalid-json", "The body could not be read.")),
        };
    }

    /// <summary>The object the operation takes; or the answer that names the place where the body is something else.</summary>
    public static (object? Input, ApiReply? Refusal) Parse(ApiOperation operation, byte[] body)
    {
        try
        {
            return operation.ReadInput(body) is { } input
                ? (input, null)
                : (null, Invalid("The body is null; an object was expected.", null));
        }
        catch (JsonException exception)
        {
            // The message names the place, never what stands there.
            var path = exception.Path is ['$', '.', .. var rest] ? rest : null;
            var properties = operation.GetInput()!.Properties;
            var members = properties.Count == 0 ? "none" : string.Join(", ", properties.Select(static p => p.Name));
            return (null, Invalid(
                "The body is not the JSON object expected ({path}, line {line}). Its members: {members}.",
                path,
                ("path", exception.Path ?? "$"),
                ("line", exception.LineNumber + 1 ?? 0),
                ("members", members)));
        }
    }

    private static ApiReply Invalid(string template, string? path, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        ApiProblems.Of(StatusCodes.Status400BadRequest, "Bad request", "invalid-json", template, path, arguments);

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
