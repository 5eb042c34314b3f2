using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit;

/// <summary>Writes the key of an actor as its text, as a value and as a property name. Stateless and thread-safe.</summary>
public sealed class ActorKeyJsonConverter : JsonConverter<ActorKey>
{
    /// <inheritdoc/>
    public override ActorKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(reader.TokenType is JsonTokenType.String ? reader.GetString() : null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ActorKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override ActorKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ActorKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }

    private static ActorKey Read(string? text) => ActorKey.TryParse(text, out var key)
        ? key
        : throw new JsonException("An actor's key is a string that is not empty and has neither U+0000 nor half a surrogate pair.");
}
