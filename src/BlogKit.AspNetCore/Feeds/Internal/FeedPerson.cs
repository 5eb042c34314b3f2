namespace BlogKit.AspNetCore.Internal;

/// <summary>Who wrote an entry.</summary>
/// <param name="Name">The name.</param>
/// <param name="Url">Their page here; null for commenters.</param>
internal sealed record FeedPerson(string Name, string? Url);
