using System.Text.Json.Serialization;

namespace BlogKit.LoadTest;

/// <summary>What passes between the processes of a run, and what is written for other systems.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LoadSettings))]
[JsonSerializable(typeof(LoadResult))]
[JsonSerializable(typeof(ExportedPost))]
internal sealed partial class LoadJson : JsonSerializerContext;
