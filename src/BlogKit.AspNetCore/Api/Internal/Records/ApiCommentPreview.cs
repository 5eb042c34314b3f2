namespace BlogKit.AspNetCore.Internal;

/// <summary>A text as it would be shown.</summary>
internal sealed record ApiCommentPreview(string Html);
