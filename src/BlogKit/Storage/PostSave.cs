namespace BlogKit.Storage;

/// <summary>A post to be inserted (<see cref="Post.Version"/> 0) or changed.</summary>
/// <param name="Post">The post; its <see cref="Post.Version"/> is the one the change is based on.</param>
/// <param name="Revision">The content to keep in the history; null when the content did not change.</param>
public sealed record PostSave(Post Post, PostRevision? Revision)
{
    /// <summary>How many revisions are kept; older ones are dropped. Null = all.</summary>
    public int? RevisionsKept { get; init; }

    /// <summary>
    /// Those tags of the post that the blog's listed posts did not have when they were looked up. When another listed post has the slug of
    /// one of them under another name by now, the outcome is <see cref="SaveOutcome.TagTaken"/>. Empty = none.
    /// </summary>
    public ImmutableArray<Tag> NewTags { get; init; } = [];
}
