namespace BlogKit;

/// <summary>What the writer of a comment may know of it. Names no policy and no evidence.</summary>
/// <param name="Id">The comment.</param>
/// <param name="Standing">What has become of it.</param>
/// <param name="Reason">Why, in words fit for them; one sentence or several.</param>
/// <param name="CanAppeal">Whether they may answer now.</param>
/// <param name="Appeal">What they answered; null when they have not.</param>
public sealed record OwnCommentState(CommentId Id, OwnCommentStanding Standing, string Reason, bool CanAppeal, CommentAppeal? Appeal);
