using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.Internal;

/// <summary>A moment as its ticks in UTC: the offset it was said with is no part of it.</summary>
internal sealed class TicksJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt64(), TimeSpan.Zero);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.UtcTicks);
}
