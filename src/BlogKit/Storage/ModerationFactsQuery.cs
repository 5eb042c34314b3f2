using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>Asks for the facts that policies need beyond the comment. A fact that is left out is not read.</summary>
public sealed record ModerationFactsQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The comment that is judged, left out of everything that is read; null while it is not stored.</summary>
    public CommentId? CommentId { get; init; }

    /// <summary>The number of characters of the post's text that are read; 0 = the post's text is not read at all.</summary>
    public int PostTextLength { get; init; }

    /// <summary>The number of comments of the conversation, at most 200; 0 = none.</summary>
    public int ConversationSize { get; init; }

    /// <summary>The windows to count.</summary>
    public ImmutableArray<ActivityWindow> Activity { get; init; } = [];

    /// <summary>The fingerprints to look for.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];

    /// <summary>The most alike comments that are returned, each once.</summary>
    public int MaximumSimilar { get; init; } = 20;

    /// <summary>The <see cref="Ban.Key"/>s of the writer.</summary>
    public ImmutableArray<string> BanKeys { get; init; } = [];

    /// <summary>The moment at which a ban must be in force.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the position of the log is asked for.</summary>
    public bool LogPosition { get; init; }
}
