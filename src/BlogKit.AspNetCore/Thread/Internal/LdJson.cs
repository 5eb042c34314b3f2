using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LdDocument))]
internal sealed partial class LdJson : JsonSerializerContext;
