using System.Text.Json.Serialization;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes options to be read by people, and counts to be read by the desk's script.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PolicySetOptions))]
[JsonSerializable(typeof(LiveCount))]
internal sealed partial class DeskJson : JsonSerializerContext;
