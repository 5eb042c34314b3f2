namespace BlogKit.AspNetCore;

/// <summary>A picture that is stored.</summary>
/// <param name="Name">Its name: hash and extension.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="AddedAt">When it was added (UTC).</param>
public sealed record StoredMedia(string Name, long Length, DateTimeOffset AddedAt);
