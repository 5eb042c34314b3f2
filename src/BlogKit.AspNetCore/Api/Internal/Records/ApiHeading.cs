namespace BlogKit.AspNetCore.Internal;

/// <summary>A heading of a post.</summary>
internal sealed record ApiHeading(int Level, string Text, string Anchor);
