namespace BlogKit.AspNetCore.Internal;

/// <summary>What came of a submission: <c>approved</c> or <c>held</c>.</summary>
internal sealed record ApiSubmitted(CommentId Id, string Status, string Html, string Url);
