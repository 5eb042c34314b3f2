namespace BlogKit;

/// <summary>The comment that a reply answers, with the name of its writer.</summary>
/// <param name="Id">The comment answered.</param>
/// <param name="Name">The name of its writer; null when it is not shown.</param>
public sealed record ThreadAnswer(CommentId Id, string? Name);
