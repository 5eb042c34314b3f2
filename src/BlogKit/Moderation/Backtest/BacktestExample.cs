namespace BlogKit;

/// <summary>A comment that would be treated otherwise.</summary>
/// <param name="Id">The comment.</param>
/// <param name="PostId">The post it is under.</param>
/// <param name="Writer">The name of its writer.</param>
/// <param name="Points">The points of the decision that would be made.</param>
/// <param name="Explanation">The reasons of that decision.</param>
public sealed record BacktestExample(CommentId Id, PostId PostId, string Writer, double Points, string Explanation);
