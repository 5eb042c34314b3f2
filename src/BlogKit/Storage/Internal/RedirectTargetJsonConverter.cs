using System.Text.Json;
using System.Text.Json.Serialization;
using BlogKit.Redirects;

namespace BlogKit.Internal;

/// <summary>The target of a redirect: its kind, and the identity or name that the kind needs.</summary>
internal sealed class RedirectTargetJsonConverter : JsonConverter<RedirectTarget>
{
    private readonly NameJsonConverter<RedirectKind> _kinds = new();

    public override RedirectTarget Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            throw Wrong();
        }

        RedirectKind? kind = null;
        Guid? id = null;
        string? name = null;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "kind" when kind is null:
                    kind = _kinds.Read(ref reader, typeof(RedirectKind), options);
                    break;
                case "id" when id is null && reader.TokenType is JsonTokenType.String
                    && Guid.TryParseExact(reader.GetString(), "N", out var parsed):
                    id = parsed;
                    break;
                case "name" when name is null && reader.TokenType is JsonTokenType.String:
                    name = reader.GetString();
                    break;
                default:
                    throw Wrong();
            }
        }

        try
        {
            return kind is { } known ? RedirectTarget.Restore(known, id, name) : throw Wrong();
        }
        catch (ArgumentException)
        {
            throw Wrong();
        }
    }

    public override void Write(Utf8JsonWriter writer, RedirectTarget value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("kind");
        _kinds.Write(writer, value.Kind, options);
        if (value.Id is { } id)
        {
            writer.WriteString("id", id.ToString("N"));
        }

        if (value.Name is { } name)
        {
            writer.WriteString("name", name);
        }

        writer.WriteEndObject();
    }

    private static JsonException Wrong() =>
        new("A target has a kind, and the id of 32 hexadecimal digits or the name that its kind needs, and nothing else.");
}
