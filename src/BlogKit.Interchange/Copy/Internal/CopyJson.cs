using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.Interchange.Internal;

/// <summary>The lines of a copy that are no items of the store.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CopyHeader))]
[JsonSerializable(typeof(CopyEnd))]
[JsonSerializable(typeof(CopyMedia))]
internal sealed partial class CopyJson : JsonSerializerContext;
