using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A Micropub request as it was sent, form or JSON.</summary>
/// <param name="Action">create, update, delete or undelete.</param>
/// <param name="Url">The post meant; null to create one.</param>
internal sealed record MicropubRequest(string Action, string? Url)
{
    /// <summary>The kind of entry, such as <c>entry</c>.</summary>
    public string Type { get; init; } = "entry";

    /// <summary>What to create with, or to replace.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Properties { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public IReadOnlyDictionary<string, ImmutableArray<string>> Added { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Values to take out; empty takes the whole property out.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Removed { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public static MicropubRequest Read(IFormCollection form)
    {
        var properties = form.Where(static f => f.Key is not ("h" or "action" or "url" or "access_token"))
            .GroupBy(static f => f.Key.EndsWith("[]", StringComparison.Ordinal) ? f.Key[..^2] : f.Key, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.SelectMany(static f => f.Value).OfType<string>().ToImmutableArray(), StringComparer.Ordinal);
        return new MicropubRequest(Forms.Field(form, "action") ?? "create", Forms.Field(form, "url"))
        {
            Type = Forms.Field(form, "h") ?? "entry",
            Properties = properties,
        };
    }

    /// <summary>Reads the JSON form; null when it is not one.</summary>
    public static MicropubRequest? Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var action = Text(json, "action");
        var request = new MicropubRequest(action ?? "create", Text(json, "url"));
        if (action is "update")
        {
            return request with { Properties = Values(json, "replace"), Added = Values(json, "add"), Removed = Values(json, "delete") };
        }

        return request with
        {
            Type = json.TryGetProperty("type", out var type) && Strings(type) is [{ } first, ..] ? first.Replace("h-", "", StringComparison.Ordinal) : "",
            Properties = Values(json, "properties"),
        };
    }

    public string? First(string property) => Properties.TryGetValue(property, out var values) && !values.IsEmpty ? values[0] : null;

    /// <summary>What is asked for, as a post; <paramref name="before"/> is what lists are added to and taken from.</summary>
    public Result<EditorPost> ToPost(Post? before, IReadOnlyList<string> namesBefore)
    {
        Slug? slug = null;
        if ((First("mp-slug") ?? First("slug")) is { Length: > 0 } wanted)
        {
            slug = Slug.From(wanted);
        }

        DateTimeOffset? at = null;
        if (First("published") is { Length: > 0 } published)
        {
            if (!DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
            {
                return new BlogError(ErrorKind.Invalid, ErrorCodes.InvalidText, "published is not a date and time such as 2026-03-01T12:00:00Z.", "published");
            }

            at = moment;
        }

        ImmutableArray<string>? names = Properties.TryGetValue("category", out var replaced) ? replaced : null;
        if (Added.TryGetValue("category", out var added))
        {
            names = [.. (names ?? [.. namesBefore]).Union(added, StringComparer.OrdinalIgnoreCase)];
        }

        if (Removed.TryGetValue("category", out var removed))
        {
            names = removed.IsEmpty ? [] : [.. (names ?? [.. namesBefore]).Where(n => !removed.Contains(n, StringComparer.OrdinalIgnoreCase))];
        }

        return new EditorPost
        {
            Title = First("name"),
            Text = First("content") ?? (before is null ? First("summary") : null),
            Excerpt = First("summary") ?? (Removed.ContainsKey("summary") ? "" : null),
            Slug = slug,
            Categories = names,
            IsPublished = First("post-status") switch
            {
                "draft" => false,
                "published" => true,
                _ => null,
            },
            PublishedAt = at,
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static Dictionary<string, ImmutableArray<string>> Values(JsonElement json, string name)
    {
        var all = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (!json.TryGetProperty(name, out var values))
        {
            return all;
        }

        if (values.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in values.EnumerateObject())
            {
                all[property.Name] = Strings(property.Value);
            }
        }
        else
        {
            foreach (var property in Strings(values))
            {
                all[property] = [];
            }
        }

        return all;
    }

    // A value is a text, or an object that holds it as html or value.
    private static ImmutableArray<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(static v => v.ValueKind is JsonValueKind.Array ? [] : Strings(v).AsEnumerable())],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Object => (Text(value, "html") ?? Text(value, "markdown") ?? Text(value, "value")) is { } text ? [text] : [],
        _ => [],
    };
}
