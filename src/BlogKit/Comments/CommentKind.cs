namespace BlogKit;

/// <summary>How a comment came.</summary>
public enum CommentKind
{
    /// <summary>Written here.</summary>
    Comment,

    /// <summary>An XML-RPC pingback from another site.</summary>
    Pingback,

    /// <summary>A trackback from another site.</summary>
    Trackback,

    /// <summary>A Webmention from another site (W3C Recommendation, 12 January 2017).</summary>
    Webmention,
}
