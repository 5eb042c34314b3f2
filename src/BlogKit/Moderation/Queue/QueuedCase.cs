namespace BlogKit.Moderation;

/// <summary>One comment as the queue lists it, with what stands beside it and what was done with it.</summary>
/// <param name="Queued">The comment, its post and why it is there.</param>
/// <param name="Context">What stands beside it.</param>
/// <param name="Records">Everything that was done with it, oldest first.</param>
public sealed record QueuedCase(QueuedComment Queued, QueueContext Context, ImmutableArray<ModerationRecord> Records);
