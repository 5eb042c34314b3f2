namespace BlogKit;

/// <summary>Where a post stands. The numbers are stored and never reused.</summary>
public enum PostKind
{
    /// <summary>In the stream, by date.</summary>
    Post = 0,

    /// <summary>Outside the stream, with an optional parent page.</summary>
    Page = 1,
}
