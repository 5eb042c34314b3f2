using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.Internal;

/// <summary>A value of an enumeration as its name with a lower-case first letter, and nothing else.</summary>
internal sealed class NameJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _values = Enum.GetValues<T>().ToFrozenDictionary(
        static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    private readonly FrozenDictionary<T, string> _names = Enum.GetValues<T>().ToFrozenDictionary(
        static value => value, static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && _values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"The value is none of {string.Join(", ", _values.Keys.Order(StringComparer.Ordinal))}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(_names.TryGetValue(value, out var name)
            ? name
            : throw new JsonException($"{value} is no {typeof(T).Name}."));
}
