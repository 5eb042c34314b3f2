using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using BlogKit.Internal;
using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Tests;

/// <summary>
/// The schema of a copy's lines is made of the mapping that writes them, so that a member that is added is in it. Set
/// <c>BLOGKIT_ACCEPT_API=1</c> to write it again.
/// </summary>
public sealed class TransferSchemaTests
{
    private static readonly JsonSerializerOptions s_options = TransferTextOptions.Create();

    [Fact]
    public void The_schema_of_a_copy_is_that_of_what_is_written()
    {
        var path = Path.Combine(Root(), "docs", "formats", "blogkit-json.schema.json");
        var schema = Schema().ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }) + "\n";
        if (Environment.GetEnvironmentVariable("BLOGKIT_ACCEPT_API") is "1")
        {
            File.WriteAllText(path, schema);
        }

        File.ReadAllText(path).Should().Be(schema, "BLOGKIT_ACCEPT_API=1 writes docs/formats/blogkit-json.schema.json again");
    }

    private static JsonObject Schema()
    {
        var definitions = new JsonObject
        {
            ["header"] = Object(
                ("format", new JsonObject { ["const"] = "blogkit" }),
                ("version", new JsonObject { ["const"] = 1 }),
                ("blog", Id()),
                ("key", Text()),
                ("writtenAt", Text("date-time")),
                ("writtenBy", Text())),
        };
        foreach (var kind in Enum.GetValues<TransferKind>())
        {
            definitions[TransferText.FormatKind(kind)] = OfKind(kind);
        }

        var media = Object(
            ("kind", new JsonObject { ["const"] = "media" }),
            ("name", new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9a-f]{64}\\.[0-9a-z]{1,4}$" }),
            ("length", new JsonObject { ["type"] = "integer", ["minimum"] = 0 }),
            ("addedAt", Text("date-time")));
        media["properties"]!["originalName"] = Text();
        media["properties"]!["addedBy"] = Text();
        definitions["media"] = media;
        definitions["end"] = Object(
            ("kind", new JsonObject { ["const"] = "end" }),
            ("items", new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            }));
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "BlogKit JSON Lines, version 1",
            ["description"] = "One line of a copy: the header in front, an item, a file beside the copy, or the end.",
            ["oneOf"] = new JsonArray([.. definitions.Select(static d => new JsonObject { ["$ref"] = $"#/$defs/{d.Key}" })]),
            ["$defs"] = definitions,
        };
    }

    private static JsonObject OfKind(TransferKind kind)
    {
        var type = typeof(TransferItem).Assembly.GetType($"BlogKit.Storage.Transferred{kind}", throwOnError: true)!;
        var exported = (JsonObject)JsonSchemaExporter.GetJsonSchemaAsNode(
            s_options, type, new JsonSchemaExporterOptions { TransformSchemaNode = Complete, TreatNullObliviousAsNonNullable = true });
        Relocate(exported, "#/", $"#/$defs/{TransferText.FormatKind(kind)}/");
        var members = new JsonObject { ["kind"] = new JsonObject { ["const"] = TransferText.FormatKind(kind) } };
        foreach (var (name, member) in (JsonObject)exported["properties"]!)
        {
            members[name] = member!.DeepClone();
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = members,
            ["required"] = new JsonArray(["kind", .. ((JsonArray)exported["required"]!).Select(static r => r!.DeepClone())]),
            ["additionalProperties"] = false,
        };
    }

    // What is the same as elsewhere is told by its place, which is below the kind here.
    private static void Relocate(JsonNode? node, string from, string to)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Relocate(item, from, to);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, member) in members.ToList())
            {
                if (name is "$ref" && member!.GetValue<string>() is var place)
                {
                    members[name] = to + place[from.Length..];
                }
                else
                {
                    Relocate(member, from, to);
                }
            }
        }
    }

    // What a converter writes, the exporter cannot know.
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        JsonObject? known = type switch
        {
            _ when type == typeof(BlogRoles) => new JsonObject
            {
                ["type"] = "array",
                ["items"] = Names(Enum.GetValues<BlogRoles>().Where(static r => r != BlogRoles.None).Select(static r => r.ToString())),
                ["uniqueItems"] = true,
            },
            { IsEnum: true } => Names(Enum.GetNames(type)),
            _ when type == typeof(DateTimeOffset) => Text("date-time"),
            _ when type == typeof(ImmutableArray<byte>) => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
            _ when type == typeof(Slug) || type == typeof(OldAddress) || type == typeof(ActorKey) => Text(),
            _ when type == typeof(RedirectTarget) => Target(),
            _ when type.GetInterfaces().Any(static i => i.IsGenericType && i.Name.StartsWith("IEntityId", StringComparison.Ordinal)) => Id(),
            _ => null,
        };
        if (known is null)
        {
            if (type == typeof(Uri))
            {
                // Paths of the application are addresses too.
                node["format"] = "uri-reference";
            }

            return node;
        }

        return Nullable.GetUnderlyingType(context.TypeInfo.Type) is null
            ? known
            : new JsonObject { ["anyOf"] = new JsonArray(known, new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject Target()
    {
        var target = Object(("kind", Names(Enum.GetNames<RedirectKind>())));
        target["properties"]!["id"] = Id();
        target["properties"]!["name"] = Text();
        return target;
    }

    private static JsonObject Object(params (string Name, JsonObject Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(static m => new KeyValuePair<string, JsonNode?>(m.Name, m.Schema))),
        ["required"] = new JsonArray([.. members.Select(static m => JsonValue.Create(m.Name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Names(IEnumerable<string> names) => new()
    {
        ["enum"] = new JsonArray([.. names.Select(static name => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)))]),
    };

    private static JsonObject Id() => new() { ["type"] = "string", ["pattern"] = "^[0-9a-f]{32}$" };

    private static JsonObject Text(string? format = null) => format is null
        ? new JsonObject { ["type"] = "string" }
        : new JsonObject { ["type"] = "string", ["format"] = format };

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BlogKit.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no BlogKit.sln above the tests.");
        }

        return folder;
    }
}
