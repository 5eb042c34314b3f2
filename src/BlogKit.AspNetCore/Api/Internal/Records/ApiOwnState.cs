using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>How a comment stands, as its writer may know it.</summary>
internal sealed record ApiOwnState(CommentId Id, OwnCommentStanding Standing, string Reason, bool CanAppeal, string? Appeal);
