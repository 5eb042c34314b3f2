namespace BlogKit.AspNetCore.Internal;

/// <summary>A reaction readers can choose.</summary>
internal sealed record ApiReactionKind(string Key, string Emoji, string Label);
