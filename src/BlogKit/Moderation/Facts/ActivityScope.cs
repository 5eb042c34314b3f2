namespace BlogKit;

/// <summary>Whose comments a window counts.</summary>
public enum ActivityScope
{
    /// <summary>Those from one network; the key is the <see cref="NetworkAddress.NetworkOf(string?)"/> of <see cref="Comment.RemoteAddress"/>. Comments without an address are not counted.</summary>
    Address,

    /// <summary>Those of one writer; the key is <see cref="Commenter.HistoryKey"/>.</summary>
    Writer,

    /// <summary>Those under the post; no key.</summary>
    Post,

    /// <summary>Those of the blog; no key.</summary>
    Blog,
}
