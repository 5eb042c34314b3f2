namespace BlogKit.Internal;

/// <summary>Who may moderate.</summary>
internal static class Moderators
{
    /// <summary>What is said to somebody who may not moderate the blog; null to those who may.</summary>
    public static BlogError? Refuse(Actor actor, BlogId blogId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.ForBlog(blogId).CanModerate ? null : Errors.MayNotModerate;
    }
}
