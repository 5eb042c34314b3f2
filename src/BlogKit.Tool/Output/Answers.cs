using BlogKit.Moderation;

namespace BlogKit.CommandLine;

// What --json writes, one record per command. Members are added, never renamed or removed: scripts read them.

internal sealed record InitAnswer(string Database, string Blog, bool BlogCreated, Slug? Author, bool AuthorCreated);

internal sealed record ListAnswer(ImmutableArray<PostItem> Items, string? Next);

internal sealed record PostItem
{
    public required PostId Id { get; init; }

    public required Slug Slug { get; init; }

    public required string Title { get; init; }

    public required PostKind Kind { get; init; }

    public required PostStatus Status { get; init; }

    public required PostVisibility Visibility { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required ImmutableArray<AuthorItem> Authors { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public required int Words { get; init; }

    public required int Comments { get; init; }

    public required long Version { get; init; }
}

internal sealed record AuthorItem(Slug Slug, string Name);

internal sealed record ShowAnswer(PostItem Post, string Markdown, string Html, ThreadClosedReason? CommentsClosed, ThreadItems Thread);

internal sealed record ThreadItems(
    CommentId? Under, int Shown, int? Roots, ImmutableArray<ThreadItem> Items, string? Previous, string? Next);

internal sealed record ThreadItem
{
    public required CommentId Id { get; init; }

    public required int? Number { get; init; }

    public required int Level { get; init; }

    public required bool Tombstone { get; init; }

    public string? Name { get; init; }

    public CommenterKind? Kind { get; init; }

    public bool PostAuthor { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public bool Pinned { get; init; }

    public bool Held { get; init; }

    public int UpVotes { get; init; }

    public int DownVotes { get; init; }

    public AnswerItem? InReplyTo { get; init; }

    public ImmutableArray<ThreadItem> Replies { get; init; } = [];

    public MoreItem? MoreReplies { get; init; }
}

internal sealed record AnswerItem(CommentId Id, string? Name);

internal sealed record MoreItem(int? Count, string Cursor);

internal sealed record WriteAnswer(
    PostId Id, Slug Slug, string Title, PostStatus Status, DateTimeOffset? PublishedAt, long Version, bool Created);

internal sealed record CommentAnswer(CommentId Id, Slug Post, CommentStatus Status, bool Replayed, string Explanation);

internal sealed record ModerationAnswer(ImmutableArray<ModeratedItem> Items, ImmutableArray<Failure> Failed) : IPartialAnswer
{
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<BlogError> Errors { get; init; } = [];
}

internal sealed record ModeratedItem(CommentId Id, CommentStatus Status, long? Version);

internal sealed record QueueAnswer(ImmutableArray<QueueItem> Items, string? Next);

internal sealed record QueueItem
{
    public required CommentId Id { get; init; }

    public required Slug Post { get; init; }

    public required string Title { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required CommentStatus Status { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Explanation { get; init; }

    public required long Version { get; init; }
}

internal sealed record LogAnswer(CommentId Id, ImmutableArray<LogItem> Items);

internal sealed record LogItem
{
    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string? ActorName { get; init; }

    public required ModerationAction Action { get; init; }

    public required CommentStatus? From { get; init; }

    public required CommentStatus To { get; init; }

    public required int Revision { get; init; }

    public required string? Reason { get; init; }

    public required ModerationOutcome? Outcome { get; init; }

    public required ImmutableArray<FindingItem> Findings { get; init; }
}

internal sealed record FindingItem(string Policy, string PolicyVersion, string Code, string Reason, ModerationOutcome Outcome);

internal sealed record SearchAnswer(ImmutableArray<SearchItem> Items, string? Previous, string? Next);

internal sealed record SearchItem(
    Slug Slug,
    string Title,
    CommentId? CommentId,
    string? Name,
    DateTimeOffset At,
    string Snippet,
    ImmutableArray<TextRange> Highlights,
    double Score);

internal sealed record CountsAnswer(int Approved, int Pending, int Spam, int Trashed, int Deleted);

internal sealed record BackupAnswer(string File, long Bytes);

internal sealed record RestoreAnswer(string Database, string Copy, string? SetAside);

internal sealed record CheckAnswer(string Database, ImmutableArray<string> Problems) : IPartialAnswer
{
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<BlogError> Errors { get; init; } = [];
}

internal sealed record StaticExportAnswer(
    string Folder, int Pages, int Redirects, int Files, int Changed, int Removed, long Bytes, IReadOnlyList<string> Missing)
    : IPartialAnswer
{
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<BlogError> Errors =>
        [.. Missing.Select(static address => BlogError.Of(
            ErrorKind.NotFound,
            CommandErrors.MissingCode,
            "Nothing is at {address}, which a page refers to.",
            arguments: [("address", address)]))];
}

internal sealed record RerenderAnswer(int Rendered);

internal sealed record RedirectsAnswer(ImmutableArray<RedirectItem> Items, string? Next);

internal sealed record RedirectItem(string From, string To, long? ImportNumber);

internal sealed record RemovedRedirectsAnswer(int Removed);

internal sealed record SavedRedirectsAnswer(int Saved);

internal sealed record FailureAnswer(int ExitCode, ImmutableArray<Failure> Errors);

internal sealed record Failure(CommentId? Id, string Code, string Message, string? Field);
