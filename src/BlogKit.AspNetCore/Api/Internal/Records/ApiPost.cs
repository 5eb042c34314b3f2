namespace BlogKit.AspNetCore.Internal;

/// <summary>A post with its text.</summary>
internal sealed record ApiPost
{
    public required PostId Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Html { get; init; }

    public required string ExcerptText { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int WordCount { get; init; }

    public required int ReadingMinutes { get; init; }

    public required ImmutableArray<ApiHeading> Headings { get; init; }

    public required ImmutableArray<ApiAuthor> Authors { get; init; }

    public required ImmutableArray<ApiTerm> Tags { get; init; }

    public required ImmutableArray<ApiTerm> Categories { get; init; }

    public ApiImage? Image { get; init; }

    public required ApiCommentState Comments { get; init; }

    public required string Url { get; init; }
}
