using System.Text.Json.Serialization;

namespace BlogKit.Interchange.Internal;

/// <summary>Writes items as JSON, for the hash of all that a source says of one.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportedAuthor))]
[JsonSerializable(typeof(ImportedCategory))]
[JsonSerializable(typeof(ImportedTag))]
[JsonSerializable(typeof(ImportedMedia))]
[JsonSerializable(typeof(ImportedPost))]
[JsonSerializable(typeof(ImportedComment))]
[JsonSerializable(typeof(ImportedThread))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
internal sealed partial class ItemJson : JsonSerializerContext;
