using System.Text.Json.Serialization;

namespace BlogKit.Internal;

/// <summary>The answer as the model writes it.</summary>
internal sealed record AIAnswer
{
    [JsonPropertyName("nonce")]
    public required string Nonce { get; init; }

    [JsonPropertyName("manipulation")]
    public required bool Manipulation { get; init; }

    [JsonPropertyName("topic")]
    public AITopicAnswer? Topic { get; init; }

    [JsonPropertyName("abuse")]
    public AIAbuseAnswer? Abuse { get; init; }
}
