using System.Collections.Immutable;

namespace BlogKit;

/// <summary>A policy about how much is sent in how short a time. It says what is to be counted; the store counts, so that several hosts agree.</summary>
public interface IActivityPolicy : IModerationPolicy
{
    /// <summary>
    /// The windows to count for a submission, and how many comments each may have. When one fills up between judging and storing,
    /// the comment is judged again.
    /// </summary>
    ImmutableArray<ActivityLimit> Limits(Comment comment, DateTimeOffset now);
}
