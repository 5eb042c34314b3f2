namespace BlogKit;

/// <summary>The place of a post. The numbers are stored and never reused.</summary>
public enum PostKind
{
    /// <summary>A post in the stream, by date.</summary>
    Post = 0,

    /// <summary>A page outside the stream, with an optional parent page.</summary>
    Page = 1,
}
