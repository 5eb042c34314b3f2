namespace BlogKit.Moderation;

/// <summary>
/// The facts that policies need beyond the comment. Those about the writer, <see cref="Activity"/> and <see cref="Ban"/>, may be read a
/// moment before the others, each part from one committed state. Facts that no policy asked for are empty.
/// </summary>
public sealed record ModerationFacts
{
    /// <summary>No facts.</summary>
    public static ModerationFacts None { get; } = new();

    /// <summary>The text of the post; null when it was not asked for.</summary>
    public PostText? Post { get; init; }

    /// <summary>The newest shown comments of the thread, newest first, without the one that is judged.</summary>
    public ImmutableArray<ConversationComment> Conversation { get; init; } = [];

    /// <summary>
    /// The number of comments in each asked window, without the one that is judged: those of every policy that counts, of sets that are
    /// tried too. <see cref="FindCount"/> finds one.
    /// </summary>
    public ImmutableArray<ActivityCount> Activity { get; init; } = [];

    /// <summary>Comments of the blog that share a fingerprint, newest first, without the one that is judged.</summary>
    public ImmutableArray<SimilarComment> Similar { get; init; } = [];

    /// <summary>The ban that is in force against the writer; null when there is none.</summary>
    public Ban? Ban { get; init; }

    /// <summary>The <see cref="ModerationRecord.Position"/> of the blog's newest record; 0 when there is none.</summary>
    public long LogPosition { get; init; }

    /// <summary>
    /// Returns the number of comments in a window that a policy asked for; null when it was not counted, as with an edit. A window says
    /// since when it goes, not how long it is: the one meant began nearest to where it would have begun.
    /// </summary>
    /// <param name="scope">The comments that are counted.</param>
    /// <param name="key">Whose, as the window was asked for; null finds nothing.</param>
    /// <param name="length">How long the window is.</param>
    /// <param name="at">When it ends: when the comment was made.</param>
    public int? FindCount(ActivityScope scope, string? key, TimeSpan length, DateTimeOffset at)
    {
        if (Activity.IsDefaultOrEmpty || key is null)
        {
            return null;
        }

        var since = at - length;
        var nearest = length / 2;
        int? count = null;
        foreach (var activity in Activity)
        {
            if (activity.Window.Scope != scope || !string.Equals(activity.Window.Key, key, StringComparison.Ordinal))
            {
                continue;
            }

            var distance = (activity.Window.Since - since).Duration();
            if (distance <= nearest)
            {
                (nearest, count) = (distance, activity.Comments);
            }
        }

        return count;
    }
}
