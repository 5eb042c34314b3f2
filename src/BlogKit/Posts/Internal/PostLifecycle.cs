namespace BlogKit.Internal;

/// <summary>Which stage may follow which.</summary>
internal static class PostLifecycle
{
    public static bool Allows(PostStatus from, PostStatus to) => (from, to) switch
    {
        (PostStatus.Scheduled, PostStatus.Scheduled) => true,
        _ when from == to => false,
        (PostStatus.Draft, _) => true,
        (PostStatus.PendingReview, _) => true,
        (PostStatus.Scheduled, PostStatus.PendingReview) => false,
        (PostStatus.Scheduled, _) => true,
        (PostStatus.Published, PostStatus.Draft or PostStatus.Private or PostStatus.Archived) => true,
        (PostStatus.Private, PostStatus.Draft or PostStatus.Published or PostStatus.Scheduled or PostStatus.Archived) => true,
        (PostStatus.Archived, PostStatus.Draft or PostStatus.Published or PostStatus.Private) => true,
        _ => false,
    };

    /// <summary>The stage an archived post goes back to: never a more public one than it had.</summary>
    public static PostStatus AfterArchive(Post post, DateTimeOffset now) => post.StatusBefore switch
    {
        PostStatus.Scheduled when !(post.PublishedAt > now) => PostStatus.Draft,
        PostStatus.Archived or null => PostStatus.Draft,
        { } before => before,
    };
}
