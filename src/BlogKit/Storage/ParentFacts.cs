namespace BlogKit;

/// <summary>What taking a reply needs to know of the comment answered.</summary>
/// <param name="Id">The comment answered.</param>
/// <param name="PostId">The post it is under.</param>
/// <param name="RootId">The root above it, or itself.</param>
/// <param name="Depth">Steps to the root.</param>
/// <param name="Status">Only an approved comment can be answered.</param>
/// <param name="Name">Who wrote it.</param>
/// <param name="PlainText">What it says.</param>
public sealed record ParentFacts(CommentId Id, PostId PostId, CommentId RootId, int Depth, CommentStatus Status, string Name, string PlainText);
