namespace BlogKit.Moderation;

/// <summary>The text of a post.</summary>
/// <param name="Title">The title.</param>
/// <param name="Text">The beginning of the text without markup.</param>
/// <param name="Tags">The names of its tags.</param>
/// <param name="Version">The post's version: the same post in the same version says the same.</param>
public sealed record PostText(string Title, string Text, ImmutableArray<string> Tags, long Version);
