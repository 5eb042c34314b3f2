using System.Text.Json.Serialization;
using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>Writes the options of a set beside those of its policies as text, so that other options are another version of it.</summary>
[JsonSerializable(typeof(PolicySetOptions))]
[JsonSerializable(typeof(ModerationPolicyOptions))]
internal sealed partial class PolicySetJson : JsonSerializerContext;
