using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BlogKit.OpenWeb.Internal;

/// <summary>A Micropub request as it was sent, form or JSON.</summary>
/// <param name="Action">create, update, delete or undelete.</param>
/// <param name="Url">The post meant; null to create one.</param>
internal sealed record MicropubRequest(string Action, string? Url)
{
    private static readonly string[] Members = ["type", "properties", "action", "url", "replace", "add", "delete", "access_token"];

    /// <summary>The kind of entry, such as <c>entry</c>.</summary>
    public string Type { get; init; } = "entry";

    /// <summary>What to create with, or to replace.</summary>
    public MicropubProperties Properties { get; init; } = MicropubProperties.None;

    public MicropubProperties Added { get; init; } = MicropubProperties.None;

    /// <summary>Values to take out; a property without any is taken out whole.</summary>
    public MicropubProperties Removed { get; init; } = MicropubProperties.None;

    /// <summary>What cannot be understood of it, in a sentence; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>The properties that were sent and that this server does not have (Micropub, 3.3.5).</summary>
    public ImmutableArray<string> Ignored =>
        [.. Properties.Names.Concat(Added.Names).Concat(Removed.Names).Where(static name => !MicropubPost.Knows(name)).Distinct(
            StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether anything was sent that this server has.</summary>
    public bool SaysSomething => Properties.Names.Concat(Added.Names).Concat(Removed.Names).Any(MicropubPost.Knows);

    public static MicropubRequest Read(IFormCollection form) => new(Field(form, "action") ?? "create", Field(form, "url"))
    {
        Type = Field(form, "h") ?? "entry",
        Properties = MicropubProperties.Read(form),
        Problem = form.Files.Count > 0 ? "Send files to the media endpoint that q=config names, and their addresses as photo."
            : form.Keys.FirstOrDefault(
                static key => Members.Any(member => key.StartsWith(member + "[", StringComparison.OrdinalIgnoreCase))) is { } astray
                ? $"{astray} belongs to the JSON of a request; in a form a property is named by itself."
                : null,
    };

    /// <summary>Reads the JSON form; null when it is not one.</summary>
    public static MicropubRequest? Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object
            || (json.TryGetProperty("action", out var named) && named.ValueKind is not JsonValueKind.String))
        {
            return null;
        }

        var action = Text(json, "action") ?? "create";
        var astray = json.EnumerateObject()
            .Select(static member => member.Name)
            .FirstOrDefault(static name => !Members.Contains(name, StringComparer.Ordinal) && MicropubPost.Knows(name));
        var request = new MicropubRequest(action, Text(json, "url"))
        {
            Problem = astray is null
            ? null
            : $"{astray} stands beside the properties; it belongs into them."
        };
        return action switch
        {
            "update" => request.WithChanges(json),
            "create" => request.WithProperties(json),
            _ => request,
        };
    }

    private MicropubRequest WithProperties(JsonElement json)
    {
        var type = json.TryGetProperty("type", out var types)
            && types.ValueKind is JsonValueKind.Array
            && types.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first
            ? first.GetString()!
            : types.ValueKind is JsonValueKind.String ? types.GetString()! : "";
        var properties = json.TryGetProperty("properties", out var sent) ? MicropubProperties.Read(sent) : MicropubProperties.None;
        return this with
        {
            Type = type.StartsWith("h-", StringComparison.Ordinal) ? type[2..] : "",
            Properties = properties ?? MicropubProperties.None,
            Problem = Problem ?? (properties is null ? "properties must be an object of arrays." : null),
        };
    }

    private MicropubRequest WithChanges(JsonElement json)
    {
        var all = new MicropubProperties?[3];
        string[] names = ["replace", "add", "delete"];
        for (var i = 0; i < names.Length; i++)
        {
            all[i] = json.TryGetProperty(names[i], out var sent)
                ? MicropubProperties.Read(sent, mayBeNames: names[i] is "delete")
                : MicropubProperties.None;
        }

        return this with
        {
            Properties = all[0] ?? MicropubProperties.None,
            Added = all[1] ?? MicropubProperties.None,
            Removed = all[2] ?? MicropubProperties.None,
            Problem = Problem
                ?? (Array.IndexOf(all, null) is >= 0 and var wrong
                    ? $"{names[wrong]} must be an object of arrays{(wrong == 2 ? ", or an array of names" : "")}."
                    : null),
        };
    }

    private static string? Field(IFormCollection form, string name) => form[name] is [var value, ..] ? value : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
