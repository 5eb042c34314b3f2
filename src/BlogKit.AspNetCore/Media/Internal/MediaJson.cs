using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UploadAnswer))]
internal sealed partial class MediaJson : JsonSerializerContext;
