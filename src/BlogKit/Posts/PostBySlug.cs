namespace BlogKit;

/// <summary>A post found by a slug.</summary>
/// <param name="Post">The post.</param>
/// <param name="IsCurrent">False when the slug is a former one: redirect to the current.</param>
public sealed record PostBySlug(Post Post, bool IsCurrent);
