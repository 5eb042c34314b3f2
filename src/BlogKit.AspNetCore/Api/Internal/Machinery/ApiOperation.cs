using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// One operation of the API: what is mapped, what is asked of a request before it is handled, and what the OpenAPI document says of it all
/// come from here.
/// </summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the API's own.</param>
/// <param name="Id">The operation's name in generated clients; never changed once published.</param>
/// <param name="Summary">What it does, in a sentence.</param>
internal sealed record ApiOperation(string Method, string Path, string Id, string Summary)
{
    /// <summary>Handles a request whose conditions were checked and whose body, if any, was read.</summary>
    public required Func<IServiceProvider, ApiCall, object?, Task<ApiReply>> Handle { get; init; }

    /// <summary>
    /// Names what the body must be; null for an operation without one. A function, as JSON types are dear to make and a host that starts
    /// needs none of them.
    /// </summary>
    public Func<ApiJson, JsonTypeInfo>? InputType { get; init; }

    /// <summary>Names what a success brings; null for nothing.</summary>
    public Func<ApiJson, JsonTypeInfo>? OutputType { get; init; }

    /// <summary>Whether it takes a body.</summary>
    public bool HasInput => InputType is not null;

    /// <summary>The usual status of a success.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Another status a success may have, with the same body; 0 for none.</summary>
    public int OtherStatus { get; init; }

    public ApiAccess Access { get; init; }

    public ImmutableArray<ApiParameter> Query { get; init; } = [];

    /// <summary>Whether the answer's tag names a version that a change of the same thing can be made conditional on.</summary>
    public bool IsVersioned { get; init; }

    /// <summary>Whether the change must say in <c>If-Match</c> which version it is based on.</summary>
    public bool NeedsMatch { get; init; }

    /// <summary>Whether an <c>Idempotency-Key</c> makes a repetition harmless.</summary>
    public bool TakesKey { get; init; }

    /// <summary>Whether the handler sees to the key itself, in the store.</summary>
    public bool KeepsKeyItself { get; init; }

    /// <summary>Whether the body may hold a whole post.</summary>
    public bool HasLargeBody { get; init; }

    /// <summary>The name of its rate limit.</summary>
    public string RateLimit { get; init; } = BlogKitRateLimits.Read;

    /// <summary>Statuses of problems beyond those that follow from the rest.</summary>
    public ImmutableArray<int> Problems { get; init; } = [];

    /// <summary>Whether nothing is stored, so that nothing has to be finished for somebody who left.</summary>
    public bool KeepsNothing { get; init; }

    public bool IsRead => HttpMethods.IsGet(Method);

    /// <summary>The policy of the application that guards it; null for none.</summary>
    public string? Policy => Access switch
    {
        ApiAccess.Writers => BlogKitPolicies.Write,
        ApiAccess.Moderators => BlogKitPolicies.Moderate,
        ApiAccess.Administrators => BlogKitPolicies.Administer,
        _ => null,
    };

    /// <summary>A GET.</summary>
    public static ApiOperation Read<TApi>(
        string path, string id, string summary, Func<ApiJson, JsonTypeInfo> output, Func<TApi, ApiCall, Task<ApiReply>> handle)
        where TApi : notnull => new(HttpMethods.Get, path, id, summary)
        {
            Handle = (services, call, _) => handle(services.GetRequiredService<TApi>(), call),
            OutputType = output,
        };

    /// <summary>A DELETE, which has no body.</summary>
    public static ApiOperation Delete<TApi>(string path, string id, string summary, Func<TApi, ApiCall, Task<ApiReply>> handle)
        where TApi : notnull => new(HttpMethods.Delete, path, id, summary)
        {
            Handle = (services, call, _) => handle(services.GetRequiredService<TApi>(), call),
            Status = StatusCodes.Status204NoContent,
            RateLimit = BlogKitRateLimits.Write,
        };

    /// <summary>A POST.</summary>
    public static ApiOperation Post<TApi, TInput>(
        string path,
        string id,
        string summary,
        Func<ApiJson, JsonTypeInfo<TInput>> input,
        Func<TApi, ApiCall, TInput, Task<ApiReply>> handle)
        where TApi : notnull
        where TInput : notnull => Write(HttpMethods.Post, path, id, summary, input, handle) with { TakesKey = true };

    /// <summary>A PUT, which is harmless to repeat by its nature.</summary>
    public static ApiOperation Put<TApi, TInput>(
        string path,
        string id,
        string summary,
        Func<ApiJson, JsonTypeInfo<TInput>> input,
        Func<TApi, ApiCall, TInput, Task<ApiReply>> handle)
        where TApi : notnull
        where TInput : notnull => Write(HttpMethods.Put, path, id, summary, input, handle);

    /// <summary>What the body must be, made when it is first asked for; null for an operation without one.</summary>
    public JsonTypeInfo? GetInput() => InputType?.Invoke(ApiJson.Default);

    /// <summary>What a success brings, made when it is first asked for; null for nothing.</summary>
    public JsonTypeInfo? GetOutput() => OutputType?.Invoke(ApiJson.Default);

    /// <summary>Whether a text of the body is the JSON the operation takes; throws <see cref="JsonException"/> when it is not.</summary>
    public object? ReadInput(ReadOnlySpan<byte> body) => GetInput() is { } input ? JsonSerializer.Deserialize(body, input) : null;

    private static ApiOperation Write<TApi, TInput>(
        string method,
        string path,
        string id,
        string summary,
        Func<ApiJson, JsonTypeInfo<TInput>> input,
        Func<TApi, ApiCall, TInput, Task<ApiReply>> handle)
        where TApi : notnull
        where TInput : notnull => new(method, path, id, summary)
        {
            Handle = (services, call, body) => handle(services.GetRequiredService<TApi>(), call, (TInput)body!),
            InputType = input,
            RateLimit = BlogKitRateLimits.Write,
        };
}
