using System.Globalization;
using System.Text.Json.Nodes;

namespace BlogKit.AspNetCore.Internal;

/// <summary>One thing that is wrong, with all that it takes to say it in another language.</summary>
internal sealed record ApiFailure
{
    public required string Code { get; init; }

    public required string? Field { get; init; }

    public required string Detail { get; init; }

    /// <summary>The names and values of the sentence: texts and numbers.</summary>
    public required JsonObject Arguments { get; init; }

    public static ApiFailure Of(BlogError error) => new()
    {
        Code = error.Code,
        Field = error.Field,
        Detail = error.Message,
        Arguments = ToJson(error.Arguments),
    };

    /// <summary>Arguments as JSON: numbers as numbers, times as ISO 8601.</summary>
    public static JsonObject ToJson(ErrorArguments arguments) =>
        new(arguments.Select(static a => KeyValuePair.Create<string, JsonNode?>(a.Key, Value(a.Value))));

    private static JsonValue Value(object value) => value switch
    {
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        DateTimeOffset moment => JsonValue.Create(PageText.Machine(moment)),
        TimeSpan time => JsonValue.Create(time.ToString("c", CultureInfo.InvariantCulture)),
        _ => JsonValue.Create((string)value),
    };
}
