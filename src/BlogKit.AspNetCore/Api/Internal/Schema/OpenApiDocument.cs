using System.Text.Json;
using System.Text.Json.Nodes;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The API's OpenAPI 3.1 document, made once from the table of its operations and the types of its JSON. Assembled as plain JSON: the
/// schemas come as JSON already, and what remains is a handful of members.
/// </summary>
internal sealed class OpenApiDocument
{
    private readonly IReadOnlyList<ApiOperation> _operations;
    private readonly string _path;
    private readonly Lazy<byte[]> _usual;

    public OpenApiDocument(IReadOnlyList<ApiOperation> operations, BlogMount mount)
    {
        _operations = operations;
        _path = "/api" + mount.Prefix;
        _usual = new Lazy<byte[]>(() => Build(_path));
    }

    /// <summary>GET openapi.json.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var pathBase = context.Request.PathBase.ToUriComponent();
        var document = new ApiReply(
            StatusCodes.Status200OK, pathBase.Length == 0 ? _usual.Value : Build(pathBase + _path), "application/json; charset=utf-8");
        context.Response.Headers.ETag = document.Tag;
        if (ApiMatch.IsUnmodified(context.Request, document.Tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return ApiPipeline.WriteAsync(context, document);
    }

    private byte[] Build(string server)
    {
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var path in _operations.GroupBy(static o => o.Path, StringComparer.Ordinal))
        {
            var item = new JsonObject();
            foreach (var operation in path)
            {
                item[operation.Method.ToLowerInvariant()] = OpenApiOperation.Describe(operation, schemas);
            }

            paths[path.Key.Length == 0 ? "/" : path.Key] = item;
        }

        var problem = schemas.Reference(ApiJson.Default.ApiProblem, isInput: false);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "BlogKit",
                ["version"] = "1.0.0",
                ["description"] = "A blog and its discussion. Errors are problem details (RFC 9457) with a stable code.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["responses"] = OpenApiOperation.Problems(problem),
                ["securitySchemes"] = OpenApiOperation.Security(),
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, OpenApiJson.Default.JsonObject);
    }
}
