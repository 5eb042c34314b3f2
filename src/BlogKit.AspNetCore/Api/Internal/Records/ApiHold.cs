namespace BlogKit.AspNetCore.Internal;

/// <summary>Who put a comment back to wait, and why.</summary>
internal sealed record ApiHold(CommentHolder By, string Reason);
