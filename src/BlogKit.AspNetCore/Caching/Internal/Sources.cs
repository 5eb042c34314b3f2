namespace BlogKit.AspNetCore.Internal;

/// <summary>What something was made of: a change of any of it makes it old.</summary>
/// <param name="BlogId">The one blog that is in it; the default identity when any may be.</param>
/// <param name="PostId">The one post whose comments and votes are in it; null when those of any post may be.</param>
/// <param name="Parts">What of the blog is in it.</param>
internal readonly record struct Sources(BlogId BlogId, PostId? PostId, BlogParts Parts)
{
    /// <summary>Whether a change can be seen on it. A blog or post that is not said may be any.</summary>
    public bool IsTouchedBy(BlogChange change) =>
        (change.BlogId == BlogId || change.BlogId == default || BlogId == default)
        && Parts.Has(change.Kind)
        && (PostId is null || OnePost(change) is not { } post || post == PostId);

    /// <summary>The post below which something changed; null when it changed elsewhere, or below several.</summary>
    public static PostId? OnePost(BlogChange change) =>
        change.Kind is BlogChangeKind.Thread or BlogChangeKind.Feedback ? change.PostId : null;
}
