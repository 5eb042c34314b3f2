namespace BlogKit.AspNetCore.Internal;

/// <summary>A field of the application's own on a post, which no reader is shown.</summary>
internal sealed record ApiPostField(string Name, string Value);
