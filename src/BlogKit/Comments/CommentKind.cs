namespace BlogKit;

/// <summary>The ways a comment can come in. The numbers are stored and never reused.</summary>
public enum CommentKind
{
    /// <summary>Written in this blog.</summary>
    Comment = 0,

    /// <summary>An XML-RPC pingback from another site.</summary>
    Pingback = 1,

    /// <summary>A trackback from another site.</summary>
    Trackback = 2,

    /// <summary>A Webmention from another site (W3C Recommendation, 12 January 2017).</summary>
    Webmention = 3,
}
