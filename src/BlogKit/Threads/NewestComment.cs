namespace BlogKit;

/// <summary>A comment in the list of the newest.</summary>
/// <param name="Id">The comment's identity and permalink.</param>
/// <param name="Post">The post it is under.</param>
/// <param name="Name">Who wrote it.</param>
/// <param name="Html">The text as safe HTML.</param>
/// <param name="PlainText">The text without markup.</param>
/// <param name="CreatedAt">When it was submitted (UTC).</param>
public sealed record NewestComment(CommentId Id, PostLink Post, string Name, string Html, string PlainText, DateTimeOffset CreatedAt);
