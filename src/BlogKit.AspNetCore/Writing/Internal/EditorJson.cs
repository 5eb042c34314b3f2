using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The form in which the fields of the editor are kept.</summary>
[JsonSerializable(typeof(EditorInput))]
internal sealed partial class EditorJson : JsonSerializerContext;
