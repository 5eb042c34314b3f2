namespace BlogKit.Internal;

/// <summary>What a model is shown.</summary>
/// <param name="PostTitle">The title of the post.</param>
/// <param name="PostText">The beginning of the post; null when the topic is not asked about, or the text was not read.</param>
/// <param name="PostTags">Its tags.</param>
/// <param name="ParentText">The comment answered; null for a root.</param>
/// <param name="CommentText">The comment.</param>
/// <param name="IsCut">Whether the comment is longer than shown.</param>
/// <param name="Links">Where its links lead.</param>
internal sealed record AIExhibit(
    string PostTitle,
    string? PostText,
    ImmutableArray<string> PostTags,
    string? ParentText,
    string CommentText,
    bool IsCut,
    ImmutableArray<string> Links);
