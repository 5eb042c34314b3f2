namespace BlogKit.AspNetCore;

/// <summary>A link that shows an unpublished post to whoever has it, for a while.</summary>
/// <param name="Desk">The frame of the page.</param>
/// <param name="Post">The post.</param>
/// <param name="Url">The link, absolute.</param>
/// <param name="ExpiresAt">When it ends (UTC).</param>
public sealed record PreviewLinkModel(DeskFrame Desk, Post Post, string Url, DateTimeOffset ExpiresAt);
