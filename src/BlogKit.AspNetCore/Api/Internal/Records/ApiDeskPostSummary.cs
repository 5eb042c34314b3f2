namespace BlogKit.AspNetCore.Internal;

/// <summary>A post in the authors' list.</summary>
internal sealed record ApiDeskPostSummary(
    PostId Id,
    PostKind Kind,
    string Slug,
    string Title,
    PostStatus Status,
    PostVisibility Visibility,
    DateTimeOffset? PublishedAt,
    DateTimeOffset UpdatedAt,
    int CommentCount,
    long Version,
    bool IsPinned);
