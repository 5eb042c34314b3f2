using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Describes one operation: parameters, body, answers and who may call it.</summary>
internal static partial class OpenApiOperation
{
    private const string Json = "application/json";

    private static readonly int[] AllProblems =
        [400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 428, 429, 503, 507];

    public static JsonObject Describe(ApiOperation operation, OpenApiSchemas schemas)
    {
        var described = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["tags"] = new JsonArray(operation.Access switch
            {
                ApiAccess.Writers => "authors",
                ApiAccess.Moderators => "moderators",
                ApiAccess.Administrators => "administrators",
                _ => "readers",
            }),
            ["security"] = Security(operation),
        };
        if (Parameters(operation, schemas) is { Count: > 0 } parameters)
        {
            described["parameters"] = parameters;
        }

        if (operation.GetInput() is { } input)
        {
            described["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Content(schemas.Reference(input, isInput: true)),
            };
        }

        described["responses"] = Responses(operation, schemas);
        return described;
    }

    /// <summary>The problems that operations refer to.</summary>
    public static JsonObject Problems(JsonObject problem) => new(AllProblems.Select(status => KeyValuePair.Create<string, JsonNode?>(
        Name(status),
        new JsonObject
        {
            ["description"] = ReasonPhrases.GetReasonPhrase(status),
            ["content"] = new JsonObject { [ApiProblems.ContentType] = new JsonObject { ["schema"] = problem.DeepClone() } },
        })));

    public static JsonObject Security() => new()
    {
        ["session"] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "cookie",
            ["name"] = "session",
            ["description"] = "The application's own sign-in, whatever it is; its cookie may have another name.",
        },
        ["bearer"] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["description"] = "Where the application takes bearer tokens.",
        },
        ["guest"] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "header",
            ["name"] = ApiPipeline.GuestHeader,
            ["description"] =
                "A secret of 40 to 100 characters that a front end makes up and keeps for a guest: what is sent with it is theirs.",
        },
    };

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RouteParameter();

    private static JsonArray Security(ApiOperation operation)
    {
        var schemes = new JsonArray(new JsonObject { ["session"] = new JsonArray() }, new JsonObject { ["bearer"] = new JsonArray() });
        if (operation.Access is ApiAccess.Readers)
        {
            schemes.Add((JsonNode)new JsonObject { ["guest"] = new JsonArray() });
            schemes.Add((JsonNode)new JsonObject());
        }

        return schemes;
    }

    private static JsonArray Parameters(ApiOperation operation, OpenApiSchemas schemas)
    {
        var parameters = new JsonArray();
        foreach (var name in RouteParameter().Matches(operation.Path).Select(static m => m.Groups["name"].Value))
        {
            parameters.Add((JsonNode)Parameter(
                name, "path", name is "slug" ? "The slug." : "The identifier.", isRequired: true, new JsonObject { ["type"] = "string" }));
        }

        foreach (var query in operation.Query)
        {
            var schema = query.Choices is { } choices ? schemas.Enumeration(choices) : new JsonObject { ["type"] = query.Type };
            if (query.Format is { } format)
            {
                schema["format"] = format;
            }

            parameters.Add((JsonNode)Parameter(
                query.Name,
                "query",
                query.Description,
                query.IsRequired,
                query.IsMany ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema));
        }

        if (operation.NeedsMatch)
        {
            parameters.Add((JsonNode)Parameter(
                "If-Match",
                "header",
                "The ETag of what the change is based on.",
                isRequired: true,
                new JsonObject { ["type"] = "string" }));
        }

        if (operation.TakesKey)
        {
            parameters.Add((JsonNode)Parameter(
                "Idempotency-Key",
                "header",
                "A key made up for this one action, such as a UUID: sending it again with the same body is answered as before and does "
                    + "nothing.",
                isRequired: false,
                new JsonObject { ["type"] = "string", ["maxLength"] = ApiReplays.LongestKey }));
        }

        if (operation.IsRead)
        {
            parameters.Add((JsonNode)Parameter(
                "If-None-Match",
                "header",
                "The ETag of the answer that is there already.",
                isRequired: false,
                new JsonObject { ["type"] = "string" }));
        }

        return parameters;
    }

    private static JsonObject Parameter(string name, string place, string description, bool isRequired, JsonObject schema)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["description"] = description };
        if (isRequired)
        {
            parameter["required"] = true;
        }

        parameter["schema"] = schema;
        return parameter;
    }

    private static JsonObject Responses(ApiOperation operation, OpenApiSchemas schemas)
    {
        var responses = new JsonObject();
        foreach (var status in (int[])(operation.OtherStatus == 0 ? [operation.Status] : [operation.Status, operation.OtherStatus]))
        {
            var response = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(status) };
            if (Headers(operation) is { Count: > 0 } headers)
            {
                response["headers"] = headers;
            }

            if (operation.GetOutput() is { } output)
            {
                response["content"] = Content(schemas.Reference(output, isInput: false));
            }

            responses[Text(status)] = response;
        }

        if (operation.IsRead)
        {
            responses[Text(StatusCodes.Status304NotModified)] = new JsonObject { ["description"] = "Not Modified" };
        }

        foreach (var status in Problems(operation).Distinct().Order())
        {
            responses[Text(status)] = new JsonObject { ["$ref"] = "#/components/responses/" + Name(status) };
        }

        return responses;
    }

    private static JsonObject Headers(ApiOperation operation)
    {
        var headers = new JsonObject();
        if (operation.IsRead || operation.IsVersioned)
        {
            headers["ETag"] = Header(
                operation.IsVersioned ? "Names the version; send it in If-Match to change it." : "Changes with the answer.");
        }

        if (operation.Query.Contains(ApiParameter.Cursor))
        {
            headers["Link"] = Header("The pages before and after (RFC 8288).");
        }

        if (operation.Status == StatusCodes.Status201Created)
        {
            headers["Location"] = Header("Where it is.");
        }

        if (operation.TakesKey)
        {
            headers["Idempotency-Replayed"] = Header("true when the key was used before.");
        }

        return headers;
    }

    private static JsonObject Header(string description) =>
        new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static IEnumerable<int> Problems(ApiOperation operation)
    {
        yield return StatusCodes.Status404NotFound;
        yield return StatusCodes.Status429TooManyRequests;
        yield return StatusCodes.Status503ServiceUnavailable;
        foreach (var status in operation.Problems)
        {
            yield return status;
        }

        if (!operation.Query.IsEmpty)
        {
            yield return StatusCodes.Status400BadRequest;
            yield return StatusCodes.Status422UnprocessableEntity;
        }

        if (operation.Policy is not null)
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }

        if (!operation.IsRead)
        {
            yield return StatusCodes.Status403Forbidden;
            yield return StatusCodes.Status409Conflict;
            yield return StatusCodes.Status422UnprocessableEntity;
            yield return StatusCodes.Status507InsufficientStorage;
        }

        if (operation.HasInput)
        {
            yield return StatusCodes.Status400BadRequest;
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }

        if (operation.NeedsMatch)
        {
            yield return StatusCodes.Status412PreconditionFailed;
            yield return StatusCodes.Status428PreconditionRequired;
        }
    }

    private static JsonObject Content(JsonObject schema) => new() { [Json] = new JsonObject { ["schema"] = schema } };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string Name(int status) => "Problem" + Text(status);
}
