namespace BlogKit;

/// <summary>Where a post stands.</summary>
public enum PostKind
{
    /// <summary>In the stream, by date.</summary>
    Post,

    /// <summary>Outside the stream, with an optional parent page.</summary>
    Page,
}
