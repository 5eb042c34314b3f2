namespace BlogKit.AspNetCore.Internal;

/// <summary>A blog.</summary>
internal sealed record ApiBlog(
    string Key,
    string Name,
    string Description,
    string Language,
    string TimeZone,
    string Url,
    string FeedUrl,
    CommentMode Comments,
    ImmutableArray<ApiReactionKind> Reactions);
