using System.Collections.Immutable;

namespace BlogKit;

/// <summary>A root and the beginning of what is below it.</summary>
/// <param name="Root">The root.</param>
/// <param name="Number">Its place among the present roots in the order asked for, from 1.</param>
/// <param name="Place">Its place among the present roots by identity, from 1, whatever the order asked for: the number readers know it by.</param>
/// <param name="Replies">The first present replies in reading order: every comment directly followed by what answers it, siblings by identity.</param>
/// <param name="HasMoreReplies">Whether present replies were left out.</param>
public sealed record ThreadBranch(ThreadRow Root, int Number, int Place, ImmutableArray<ThreadRow> Replies, bool HasMoreReplies);
