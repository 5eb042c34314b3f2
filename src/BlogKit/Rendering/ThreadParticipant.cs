namespace BlogKit;

/// <summary>A person who has a shown comment in a thread and can be mentioned there.</summary>
/// <param name="Name">The name as shown.</param>
/// <param name="LatestComment">Their newest shown comment, where the mention leads.</param>
public sealed record ThreadParticipant(string Name, CommentId LatestComment);
