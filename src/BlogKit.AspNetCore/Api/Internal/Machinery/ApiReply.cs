using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A complete answer of the API, before it is written.</summary>
internal sealed record ApiReply(int Status, byte[] Body, string ContentType)
{
    private const string Json = "application/json; charset=utf-8";
    private const int TagBytes = 12;

    /// <summary>The version of what the body shows; null when it has none.</summary>
    public long? Version { get; init; }

    public string? Location { get; init; }

    public string? Link { get; init; }

    /// <summary>Whether this was answered before, to the same key.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Seconds after which asking again makes sense; null for no such hint.</summary>
    public int? RetryAfter { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>
    /// A strong tag of exactly this body; what stands before the hyphen is the version that <c>If-Match</c> is compared with.
    /// </summary>
    public string Tag
    {
        get
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, TagBytes));
            return Version is { } version ? FormattableString.Invariant($"\"{version}-{digest}\"") : $"\"{digest}\"";
        }
    }

    public static ApiReply NoContent { get; } = new(StatusCodes.Status204NoContent, [], "");

    public static ApiReply Ok<T>(T value, JsonTypeInfo<T> type) => Of(StatusCodes.Status200OK, value, type);

    public static ApiReply Of<T>(int status, T value, JsonTypeInfo<T> type) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(value, type), Json);

    public static ApiReply Moved(string path) => new(StatusCodes.Status301MovedPermanently, [], "") { Location = path };

    public static ApiReply Problem(BlogError error) => ApiProblems.From([error]);

    public static ApiReply Problem(ImmutableArray<BlogError> errors) => ApiProblems.From(errors);

    public static ApiReply NotFound(string code, string template) => Problem(BlogError.Of(ErrorKind.NotFound, code, template));
}
