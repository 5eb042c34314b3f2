namespace BlogKit.Moderation.Internal;

/// <summary>A link of a comment that counts.</summary>
/// <param name="Host">Where it leads.</param>
/// <param name="Target">The target as rendered; null for one that is only in the text.</param>
/// <param name="InText">Where it is in the text; only with <paramref name="Target"/> null.</param>
internal readonly record struct SeenLink(string Host, string? Target, TextLink InText);
