using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.Internal;

/// <summary>Roles as the list of their names, each once, in their order.</summary>
internal sealed class RolesJsonConverter : JsonConverter<BlogRoles>
{
    private static readonly ImmutableArray<(string Name, BlogRoles Role)> s_roles =
    [
        .. Enum.GetValues<BlogRoles>()
            .Where(static role => System.Numerics.BitOperations.IsPow2((int)role))
            .Select(static role => (JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), role)),
    ];

    public override BlogRoles Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw Wrong();
        }

        var roles = BlogRoles.None;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var name = reader.TokenType is JsonTokenType.String ? reader.GetString() : throw Wrong();
            var known = s_roles.FirstOrDefault(role => string.Equals(role.Name, name, StringComparison.Ordinal)).Role;
            roles = known > roles ? roles | known : throw Wrong();
        }

        return roles;
    }

    public override void Write(Utf8JsonWriter writer, BlogRoles value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (name, role) in s_roles)
        {
            if ((value & role) != BlogRoles.None)
            {
                writer.WriteStringValue(name);
            }
        }

        writer.WriteEndArray();
    }

    private static JsonException Wrong() =>
        new($"Roles are a list of {string.Join(", ", s_roles.Select(static role => role.Name))}, each once and in this order.");
}
