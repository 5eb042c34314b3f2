using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The JSON of the API, made at compile time. Unknown and repeated members are refused rather than passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    MaxDepth = 64)]
[JsonSerializable(typeof(ApiPostList))]
[JsonSerializable(typeof(ApiPost))]
[JsonSerializable(typeof(ApiThread))]
[JsonSerializable(typeof(ApiReplies))]
[JsonSerializable(typeof(ApiNewComment))]
[JsonSerializable(typeof(ApiSubmitted))]
[JsonSerializable(typeof(ApiProblem))]
internal sealed partial class ApiJson : JsonSerializerContext;
