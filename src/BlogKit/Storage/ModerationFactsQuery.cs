using System.Collections.Immutable;
using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>Asks for what policies need beyond the comment. What is left out is not read.</summary>
public sealed record ModerationFactsQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The comment that is judged, left out of everything that is read; null while it is not stored.</summary>
    public CommentId? CommentId { get; init; }

    /// <summary>How many characters of the post's text; 0 = the post's text is not read at all.</summary>
    public int PostTextLength { get; init; }

    /// <summary>How many comments of the conversation, at most 200; 0 = none.</summary>
    public int ConversationSize { get; init; }

    /// <summary>The windows to count.</summary>
    public ImmutableArray<ActivityWindow> Activity { get; init; } = [];

    /// <summary>The fingerprints to look for.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];

    /// <summary>At most so many alike comments, each once.</summary>
    public int MaximumSimilar { get; init; } = 20;

    /// <summary>The <see cref="Ban.Key"/>s the writer answers to.</summary>
    public ImmutableArray<string> BanKeys { get; init; } = [];

    /// <summary>The moment by which a ban is in force.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the position of the log is asked for.</summary>
    public bool LogPosition { get; init; }
}
