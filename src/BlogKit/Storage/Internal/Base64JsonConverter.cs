using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.Internal;

/// <summary>Bytes as Base64: a list of numbers is four times as long.</summary>
internal sealed class Base64JsonConverter : JsonConverter<ImmutableArray<byte>>
{
    public override ImmutableArray<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes)
            ? [.. bytes]
            : throw new JsonException("Bytes are a text in Base64.");

    public override void Write(Utf8JsonWriter writer, ImmutableArray<byte> value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.IsDefault ? throw new JsonException("The bytes are missing.") : value.AsSpan());
}
