using System.Text.Json;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads moments as <see cref="MomentText"/> does, never in the host's own zone, and writes them with their offset.</summary>
internal sealed class ApiMoment : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && MomentText.TryRead(reader.GetString()!, out var moment)
            ? moment
            : throw new JsonException("A moment must look like 2026-01-31T12:00:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
