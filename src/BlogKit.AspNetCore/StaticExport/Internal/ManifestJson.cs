using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The manifest's JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ManifestJson : JsonSerializerContext;
