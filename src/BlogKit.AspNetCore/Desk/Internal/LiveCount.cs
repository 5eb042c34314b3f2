using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What open pages of the desk are told.</summary>
internal sealed record LiveCount(
    [property: JsonPropertyName("waiting")] int Waiting,
    [property: JsonPropertyName("shown")] int Shown,
    [property: JsonPropertyName("spam")] int Spam,
    [property: JsonPropertyName("trash")] int Trash,
    [property: JsonPropertyName("flagged")] int Flagged);
