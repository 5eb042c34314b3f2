using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.Internal;

// Strict: no unknown or repeated members, no other case, no numbers as text.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, MaxDepth = 4)]
[JsonSerializable(typeof(AIAnswer))]
internal sealed partial class AIJsonContext : JsonSerializerContext;
