using System.Text.Json.Serialization;

namespace BlogKit.Internal;

/// <summary>The JSON of facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MediaFacts))]
internal sealed partial class MediaFactsJson : JsonSerializerContext;
