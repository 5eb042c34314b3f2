namespace BlogKit.Moderation;

/// <summary>The comments that a window counts. The numbers are part of what stores ask and are never reused.</summary>
public enum ActivityScope
{
    /// <summary>
    /// Those from one network; the key is the <see cref="NetworkAddress.GetNetwork(string?)"/> of <see cref="Comment.RemoteAddress"/>.
    /// Comments without an address are not counted.
    /// </summary>
    Address = 0,

    /// <summary>Those of one writer; the key is <see cref="Commenter.HistoryKey"/>.</summary>
    Writer = 1,

    /// <summary>Those under the post; no key.</summary>
    Post = 2,

    /// <summary>Those of the blog; no key.</summary>
    Blog = 3,
}
