namespace BlogKit.OpenWeb.Internal;

/// <summary>The text of a post, and the format it is in.</summary>
internal sealed record PostText(string Value, PostFormat Format);
