namespace BlogKit.Moderation;

/// <summary>The records of a blog's log that are asked for. A condition that is left out does not restrict.</summary>
/// <param name="BlogId">The blog.</param>
public sealed record LogFilter(BlogId BlogId)
{
    /// <summary>Only records of this actor; null = of anybody. <see cref="BlogKit.ActorKey.System"/> = the application.</summary>
    public ActorKey? ActorKey { get; init; }

    /// <summary>Only these actions.</summary>
    public ModerationAction? Action { get; init; }

    /// <summary>Only records at or after this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only records before this moment.</summary>
    public DateTimeOffset? Until { get; init; }
}
