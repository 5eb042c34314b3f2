using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Copy;

/// <summary>Checks JSON against those keywords of JSON Schema 2020-12 that the schema of copies has, and refuses others.</summary>
internal sealed class SchemaChecker(JsonElement root)
{
    private static readonly HashSet<string> s_ignored = new(StringComparer.Ordinal)
    {
        "$schema", "$defs", "title", "description", "default", "contentEncoding",
    };

    /// <summary>Returns why a value does not match; null when it does.</summary>
    public string? FindProblem(JsonElement value) => Check(root, value, "");

    /// <summary>Returns the kinds of lines that the schema knows.</summary>
    public IEnumerable<string> Definitions => root.GetProperty("$defs").EnumerateObject().Select(static d => d.Name);

    private string? Check(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind is JsonValueKind.True)
        {
            return null;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            if (Check(keyword.Name, keyword.Value, schema, value, path) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private string? Check(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string path) => keyword switch
    {
        _ when s_ignored.Contains(keyword) => null,
        "$ref" => Check(
            rule.GetString()!["#/".Length..].Split('/').Aggregate(root, static (place, name) => place.GetProperty(name)), value, path),
        "oneOf" => rule.EnumerateArray().Select(one => Check(one, value, path)).ToList() is var problems
            && problems.Count(static p => p is null) == 1 ? null : string.Join('\n', problems.Where(static p => p is not null)),
        "anyOf" => rule.EnumerateArray().Any(one => Check(one, value, path) is null) ? null : $"{path} is none of any",
        "type" => HasType(rule, value) ? null : $"{path} is {value.ValueKind}, not {rule}",
        "const" => JsonElement.DeepEquals(rule, value) ? null : $"{path} is not {rule}",
        "enum" => rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? null : $"{path} is {value}, none of {rule}",
        "properties" => value.ValueKind is not JsonValueKind.Object ? null : value.EnumerateObject()
            .Select(member => rule.TryGetProperty(member.Name, out var inner) ? Check(inner, member.Value, $"{path}.{member.Name}") : null)
            .FirstOrDefault(static p => p is not null),
        "required" => value.ValueKind is not JsonValueKind.Object ? null : rule.EnumerateArray()
            .Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}.{name} is missing").FirstOrDefault(),
        "additionalProperties" => value.ValueKind is not JsonValueKind.Object ? null : value.EnumerateObject()
            .Where(member => !(schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out _)))
            .Select(member => rule.ValueKind is JsonValueKind.False
                ? $"{path}.{member.Name} is not known"
                : Check(rule, member.Value, $"{path}.{member.Name}"))
            .FirstOrDefault(static p => p is not null),
        "items" => value.ValueKind is not JsonValueKind.Array ? null : value.EnumerateArray()
            .Select((item, i) => Check(rule, item, $"{path}[{i}]")).FirstOrDefault(static p => p is not null),
        "uniqueItems" => value.EnumerateArray().Select(static item => item.GetRawText()).Distinct(StringComparer.Ordinal).Count()
            == value.GetArrayLength() ? null : $"{path} has something twice",
        "pattern" => value.ValueKind is not JsonValueKind.String
            || Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(5))
                ? null
                : $"{path} is not {rule}",
        "minimum" => value.ValueKind is not JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal() ? null : $"{path} is too low",
        "format" => HasFormat(rule.GetString()!, value.GetString()!) ? null : $"{path} is no {rule}",
        _ => throw new NotSupportedException($"The checker does not know '{keyword}'."),
    };

    private static bool HasType(JsonElement rule, JsonElement value) => rule.ValueKind is JsonValueKind.Array
        ? rule.EnumerateArray().Any(one => HasType(one, value))
        : rule.GetString() switch
        {
            "object" => value.ValueKind is JsonValueKind.Object,
            "array" => value.ValueKind is JsonValueKind.Array,
            "string" => value.ValueKind is JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind is JsonValueKind.Null,
            "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind is JsonValueKind.Number,
            _ => false,
        };

    private static bool HasFormat(string format, string text) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" or "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "uuid" => Guid.TryParse(text, out _),
        _ => throw new NotSupportedException($"The checker does not know the format '{format}'."),
    };
}
