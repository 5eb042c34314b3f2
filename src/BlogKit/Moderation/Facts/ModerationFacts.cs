using System.Collections.Immutable;

namespace BlogKit;

/// <summary>What policies need beyond the comment, read from one committed state. What nobody asked for is empty.</summary>
public sealed record ModerationFacts
{
    /// <summary>Nothing was read.</summary>
    public static ModerationFacts None { get; } = new();

    /// <summary>The text of the post; null when it was not asked for.</summary>
    public PostText? Post { get; init; }

    /// <summary>The newest shown comments of the thread, newest first, without the one that is judged.</summary>
    public ImmutableArray<ConversationComment> Conversation { get; init; } = [];

    /// <summary>How many comments each asked window has, without the one that is judged.</summary>
    public ImmutableArray<ActivityCount> Activity { get; init; } = [];

    /// <summary>Comments of the blog that share a fingerprint, newest first, without the one that is judged.</summary>
    public ImmutableArray<SimilarComment> Similar { get; init; } = [];

    /// <summary>The ban that is in force against the writer; null when there is none.</summary>
    public Ban? Ban { get; init; }

    /// <summary>The <see cref="ModerationRecord.Position"/> of the blog's newest record; 0 when there is none.</summary>
    public long LogPosition { get; init; }
}
