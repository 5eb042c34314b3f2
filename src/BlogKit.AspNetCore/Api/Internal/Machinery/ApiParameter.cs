using System.Text.Json;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A parameter in the query of an operation, as the document describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in JSON Schema's terms.</param>
/// <param name="Description">What it does.</param>
internal sealed record ApiParameter(string Name, string Type, string Description)
{
    public string? Format { get; init; }

    /// <summary>The enumeration whose names it may be; null for anything of its type.</summary>
    public Type? Choices { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool IsMany { get; init; }

    public static ApiParameter Cursor { get; } = new(
        "cursor", "string", "Where to go on: the cursor of an answer's `next` or `previous`, or its Link header.");

    public static ApiParameter Limit { get; } = new("limit", "integer", "How many at most.") { Format = "int32" };

    public static ApiParameter From { get; } =
        new("from", "string", "Only what happened at or after this moment (RFC 3339).") { Format = "date-time" };

    public static ApiParameter Until { get; } =
        new("until", "string", "Only what happened before this moment (RFC 3339).") { Format = "date-time" };

    public static ApiParameter Slug(string name, string description) => new(name, "string", description);

    public static ApiParameter Choice<T>(string name, string description)
        where T : struct, Enum => new(name, "string", description) { Choices = typeof(T) };

    /// <summary>The names of an enumeration as the API says them.</summary>
    public static ImmutableArray<string> NamesOf<T>()
        where T : struct, Enum => NamesOf(typeof(T));

    /// <inheritdoc cref="NamesOf{T}()"/>
    public static ImmutableArray<string> NamesOf(Type enumeration) =>
        [.. Enum.GetNames(enumeration).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
}
