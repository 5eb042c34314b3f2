using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What a page tells of itself in JSON-LD.</summary>
internal sealed record LdDocument([property: JsonPropertyName("@graph")] LdNode[] Graph)
{
    [JsonPropertyName("@context")]
    [JsonPropertyOrder(-1)]
    public string Context { get; } = "https://schema.org";
}
