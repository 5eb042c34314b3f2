using System.Text.Json.Serialization;

namespace BlogKit.Internal;

internal sealed record AITopicAnswer
{
    [JsonPropertyName("relation")]
    public required string Relation { get; init; }

    [JsonPropertyName("confidence")]
    public required double Confidence { get; init; }
}
