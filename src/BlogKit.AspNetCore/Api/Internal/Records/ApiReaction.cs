namespace BlogKit.AspNetCore.Internal;

/// <summary>How many chose one reaction.</summary>
internal sealed record ApiReaction(string Key, int Count);
