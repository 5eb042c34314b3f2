namespace BlogKit;

/// <summary>A post to be inserted (<see cref="Post.Version"/> 0) or changed.</summary>
/// <param name="Post">The post; its <see cref="Post.Version"/> is the one the change is based on.</param>
/// <param name="Revision">The content to keep in the history; null when the content did not change.</param>
public sealed record PostSave(Post Post, PostRevision? Revision)
{
    /// <summary>How many revisions are kept; older ones are dropped. Null = all.</summary>
    public int? RevisionsKept { get; init; }
}
