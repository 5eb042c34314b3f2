namespace BlogKit.AspNetCore;

/// <summary>A page of a post's discussion.</summary>
/// <param name="Links">The blog's addresses.</param>
/// <param name="Slug">The post.</param>
/// <param name="Page">The page.</param>
public sealed record ThreadModel(BlogLinks Links, Slug Slug, ThreadPage Page)
{
    /// <summary>The post's title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The language of dates, a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Whether the viewer may reply.</summary>
    public bool CanReply { get; init; }

    /// <summary>The comment that is to stand out; null for none.</summary>
    public CommentId? Highlighted { get; init; }

    /// <summary>The order that was asked for in the address; null for the usual one.</summary>
    public ThreadSort? Sort { get; init; }
}
