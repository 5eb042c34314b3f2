namespace BlogKit.Interchange;

/// <summary>How far an export has come.</summary>
/// <param name="Posts">The number of posts and pages that are done, written or left out.</param>
/// <param name="AllPosts">The number of all posts and pages.</param>
/// <param name="Comments">The number of comments that are done, written or left out.</param>
public sealed record WxrWriterProgress(int Posts, int AllPosts, long Comments);
