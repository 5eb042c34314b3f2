namespace BlogKit.AspNetCore.Internal;

/// <summary>A comment's text, to be previewed or to replace the one it has.</summary>
internal sealed record ApiCommentText(string? Body);
