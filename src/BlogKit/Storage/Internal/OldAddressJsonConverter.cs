using System.Text.Json;
using System.Text.Json.Serialization;
using BlogKit.Redirects;

namespace BlogKit.Internal;

/// <summary>An old address as its text, spelled as it is kept.</summary>
internal sealed class OldAddressJsonConverter : JsonConverter<OldAddress>
{
    public override OldAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && OldAddress.TryParse(reader.GetString(), out var address)
            ? address
            : throw new JsonException("An old address is a text that begins with a slash.");

    public override void Write(Utf8JsonWriter writer, OldAddress value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
