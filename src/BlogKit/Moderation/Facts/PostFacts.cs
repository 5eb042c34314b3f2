namespace BlogKit.Moderation;

/// <summary>The facts about the post that taking a comment needs; no text.</summary>
public sealed record PostFacts
{
    /// <summary>The post.</summary>
    public required PostId Id { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The slug in URLs.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The stage as stored.</summary>
    public required PostStatus Status { get; init; }

    /// <summary>The readers who find it.</summary>
    public required PostVisibility Visibility { get; init; }

    /// <summary>When it was or will be published.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The comment settings in force: the post's over the blog's.</summary>
    public required CommentSettings Comments { get; init; }

    /// <summary>The authors.</summary>
    public required ImmutableArray<AuthorId> AuthorIds { get; init; }

    /// <summary>The number of shown comments.</summary>
    public required int ShownComments { get; init; }

    /// <summary>The language of the blog as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Returns whether readers may open it at that moment.</summary>
    public bool IsReadableAt(DateTimeOffset now) =>
        Status is PostStatus.Published or PostStatus.Scheduled && PublishedAt <= now;
}
