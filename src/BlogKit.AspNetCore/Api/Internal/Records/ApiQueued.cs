namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment that waits for a person.</summary>
internal sealed record ApiQueued(ApiDeskComment Comment, ApiPostLink Post, ApiWhy Why);
