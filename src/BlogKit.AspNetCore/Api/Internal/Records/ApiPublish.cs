namespace BlogKit.AspNetCore.Internal;

/// <summary>When a post was published; null for now. A time in the past dates it back.</summary>
internal sealed record ApiPublish(DateTimeOffset? PublishedAt);
