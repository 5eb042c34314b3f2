using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit;

/// <summary>Writes slugs as strings. Stateless and thread-safe.</summary>
public sealed class SlugJsonConverter : JsonConverter<Slug>
{
    /// <inheritdoc/>
    public override Slug Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Slug.TryParse(reader.GetString(), out var slug)
            ? slug
            : throw new JsonException("A slug is a string of lower-case letters and digits in words separated by single hyphens.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Slug value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
