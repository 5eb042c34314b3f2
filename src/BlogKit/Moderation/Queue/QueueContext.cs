namespace BlogKit.Moderation;

/// <summary>The context of a comment in a list of the queue: enough to decide the plain cases without opening each.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="History">The number of its writer's comments by status, this one among them; zeros when the writer is unknown.</param>
/// <param name="Parent">The comment it answers; null for a root, and when that was erased.</param>
/// <param name="Flags">
/// What readers said against it, oldest first, dismissed objections too; empty unless it is shown or was held because of them.
/// </param>
public sealed record QueueContext(CommentId CommentId, CommenterHistory History, ParentFacts? Parent, ImmutableArray<CommentFlag> Flags);
