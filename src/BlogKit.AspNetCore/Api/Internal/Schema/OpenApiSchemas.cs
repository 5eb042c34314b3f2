using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Gathers the schemas of the types that operations name, each once, as the serializer itself describes them.</summary>
internal sealed class OpenApiSchemas
{
    private const string Prefix = "Api";
    private static readonly Type[] Identifiers =
        [
            typeof(AuthorId),
            typeof(BlogId),
            typeof(CategoryId),
            typeof(CommentId),
            typeof(FooterBlockId),
            typeof(PostId),
            typeof(RevisionId),
            typeof(SeriesId),
        ];

    private readonly SortedDictionary<string, JsonNode?> _schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to a type's schema. What comes in may leave members out; what goes out has them all.</summary>
    public JsonObject Reference(JsonTypeInfo type, bool isInput)
    {
        var name = NameOf(type.Type);
        if (_schemas.TryAdd(name, null))
        {
            var options = new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, schema) => Transform(context, schema, isInput),
            };
            _schemas[name] = type.GetJsonSchemaAsNode(options);
        }

        return ReferenceTo(name);
    }

    /// <summary>
    /// A reference to an enumeration, which is described once too: programs made from the document then have one type of it.
    /// </summary>
    public JsonObject Enumeration(Type type)
    {
        _schemas.TryAdd(type.Name, new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. ApiParameter.NamesOf(type).Select(static n => (JsonNode)n)]),
        });
        return ReferenceTo(type.Name);
    }

    public JsonObject ToJson() => new(_schemas.Select(static s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())));

    private static JsonObject ReferenceTo(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static string NameOf(Type type) =>
        type.Name.StartsWith(Prefix, StringComparison.Ordinal) ? type.Name[Prefix.Length..] : type.Name;

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema, bool isInput)
    {
        var type = context.TypeInfo.Type;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var isNullable = bare != type
            || (context.PropertyInfo is { } property && context.Path.Length > 0 && IsNull(schema, property, type));
        if (Array.IndexOf(Identifiers, bare) >= 0)
        {
            return Identifier(isNullable);
        }

        if (context.TypeInfo.Kind is JsonTypeInfoKind.Object && context.Path.Length > 0)
        {
            return OrNull(Reference(context.TypeInfo.Options.GetTypeInfo(type), isInput), isNullable);
        }

        if (bare.IsEnum)
        {
            return OrNull(Enumeration(bare), isNullable);
        }

        if (bare == typeof(DateTimeOffset))
        {
            return new JsonObject { ["type"] = Typed("string", isNullable), ["format"] = "date-time" };
        }

        if (bare == typeof(JsonObject))
        {
            // Arguments of errors: each code has its own.
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = true };
        }

        if (schema is not JsonObject described)
        {
            return schema;
        }

        if (described["items"] is null && bare.GenericTypeArguments is [var element] && Array.IndexOf(Identifiers, element) >= 0)
        {
            // The exporter leaves out what a converter of ours writes.
            described["items"] = Identifier(isNullable: false);
        }
        else if (bare == typeof(int) || bare == typeof(long))
        {
            described["format"] = bare == typeof(int) ? "int32" : "int64";
        }
        else if (bare == typeof(double))
        {
            described["format"] = "double";
        }

        if (context.TypeInfo.Kind is JsonTypeInfoKind.Object)
        {
            described["type"] = "object";
            described.Remove("required");
            var required = context.TypeInfo.Properties.Where(p => !isInput || p.IsRequired).Select(static p => (JsonNode)p.Name).ToArray();
            if (required.Length > 0)
            {
                described["required"] = new JsonArray(required);
            }

            if (!isInput)
            {
                described.Remove("additionalProperties");
            }
        }

        return described;
    }

    private static bool IsNull(JsonNode schema, JsonPropertyInfo property, Type type) =>
        !type.IsValueType
        && ((schema["type"] is JsonArray types && types.Any(static t => string.Equals((string?)t, "null", StringComparison.Ordinal)))
            || (property.PropertyType == type && (property.IsGetNullable || property.IsSetNullable)));

    private static JsonObject Identifier(bool isNullable) =>
        new() { ["type"] = Typed("string", isNullable), ["pattern"] = "^[0-9a-f]{32}$" };

    private static JsonObject OrNull(JsonObject reference, bool isNullable) =>
        isNullable ? new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, reference) } : reference;

    private static JsonNode Typed(string type, bool isNullable) => isNullable ? new JsonArray(type, "null") : type;
}
