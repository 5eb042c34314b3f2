using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes the document.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class OpenApiJson : JsonSerializerContext;
