using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>Judges a stored comment by the policies as they are now. Changes nothing.</summary>
internal interface IJudgeAgain
{
    /// <summary>The set of policies there is now, as in <see cref="ModerationDecision.PolicySet"/>.</summary>
    string PolicySet { get; }

    /// <summary>
    /// What the policies decide about the comment's present text; null when there is nothing to judge by any more, such as its post.
    /// </summary>
    Task<ModerationDecision?> JudgeAsync(Comment comment, CancellationToken cancellationToken);
}
