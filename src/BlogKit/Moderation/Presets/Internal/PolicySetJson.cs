using System.Text.Json.Serialization;

namespace BlogKit.Internal;

/// <summary>Writes options as text, so that other options are another version of a set.</summary>
[JsonSerializable(typeof(PolicySetOptions))]
internal sealed partial class PolicySetJson : JsonSerializerContext;
