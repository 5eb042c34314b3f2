using System.Text.Json.Serialization;

namespace BlogKit.Internal;

internal sealed record AIAbuseAnswer
{
    [JsonPropertyName("category")]
    public required string Category { get; init; }

    [JsonPropertyName("severity")]
    public required double Severity { get; init; }
}
