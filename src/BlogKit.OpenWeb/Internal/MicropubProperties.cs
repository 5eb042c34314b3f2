using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Properties with their values, as a form or JSON names them. A property that is named has an entry, whatever was in it: nothing that was
/// sent looks like something that was not.
/// </summary>
internal sealed class MicropubProperties
{
    private readonly Dictionary<string, List<MicropubValue>> _values = new(StringComparer.OrdinalIgnoreCase);

    public static MicropubProperties None { get; } = new();

    public IEnumerable<string> Names => _values.Keys;

    public bool Has(string property) => _values.ContainsKey(property);

    /// <summary>The values of a property; empty for none.</summary>
    public ImmutableArray<MicropubValue> this[string property] => _values.TryGetValue(property, out var values) ? [.. values] : [];

    /// <summary>
    /// Reads <c>name</c>, <c>name[]</c>, <c>name[0]</c>, <c>name[html]</c>, <c>name[value]</c>, <c>name[alt]</c> and <c>name[0][value]</c>;
    /// any other shape is kept as unreadable.
    /// </summary>
    public static MicropubProperties Read(IFormCollection form)
    {
        var properties = new MicropubProperties();
        foreach (var (key, values) in form.Where(static f => f.Key is not ("h" or "action" or "url" or "access_token")))
        {
            var bracket = key.IndexOf('[', StringComparison.Ordinal);
            var (name, shape) = bracket <= 0 ? (key, "") : (key[..bracket], key[bracket..]);
            foreach (var text in values)
            {
                properties.Add(name, shape, text ?? "");
            }
        }

        return properties;
    }

    /// <summary>Reads an object of arrays, or a list of names without values; null when it is neither.</summary>
    public static MicropubProperties? Read(JsonElement json, bool mayBeNames = false)
    {
        var properties = new MicropubProperties();
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    if (property.Value.ValueKind is JsonValueKind.Array)
                    {
                        properties.Append(property.Name, property.Value.EnumerateArray().Select(Value));
                    }
                    else
                    {
                        properties.Append(property.Name, [Value(property.Value)]);
                    }
                }

                return properties;
            case JsonValueKind.Array when mayBeNames && json.EnumerateArray().All(static name => name.ValueKind is JsonValueKind.String):
                foreach (var name in json.EnumerateArray())
                {
                    properties.Append(name.GetString()!, []);
                }

                return properties;
            default:
                return null;
        }
    }

    private void Append(string name, IEnumerable<MicropubValue> values)
    {
        if (!_values.TryGetValue(name, out var all))
        {
            _values.Add(name, all = []);
        }

        all.AddRange(values);
    }

    private void Add(string name, string shape, string text)
    {
        if (shape.EndsWith("[alt]", StringComparison.OrdinalIgnoreCase)
            && _values.TryGetValue(name, out var all)
            && all is [.., { AlternativeText: null } last])
        {
            all[^1] = last with { AlternativeText = text };
            return;
        }

        var inner = shape.StartsWith("[]", StringComparison.Ordinal) ? shape[2..]
            : shape.IndexOf(']', StringComparison.Ordinal) is var end and > 1
                && shape.AsSpan(1, end - 1).IndexOfAnyExceptInRange('0', '9') < 0 ? shape[(end + 1)..]
            : shape;
        Append(name, [inner switch
        {
            "" or "[value]" => new MicropubValue(text),
            "[html]" => new MicropubValue(text) { IsHtml = true },
            _ => MicropubValue.Unreadable,
        }]);
    }

    // A value is a text, or an object that holds it as html or value, with what a picture shows as alt.
    private static MicropubValue Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return new MicropubValue(value.GetString());
            case JsonValueKind.Number:
                return new MicropubValue(value.GetRawText());
            case JsonValueKind.Object when Text(value, "html") is { } html:
                return new MicropubValue(html) { IsHtml = true };
            case JsonValueKind.Object when (Text(value, "markdown") ?? Text(value, "value")) is { } text:
                return new MicropubValue(text) { AlternativeText = Text(value, "alt") };
            default:
                return MicropubValue.Unreadable;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
