namespace BlogKit;

/// <summary>A comment in the list of the newest.</summary>
public sealed record NewestComment
{
    /// <summary>The comment's identity and permalink.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The post it is under.</summary>
    public required PostLink Post { get; init; }

    /// <summary>The name of its writer.</summary>
    public required string Name { get; init; }

    /// <summary>The text as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }

    /// <summary>When it was submitted (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
