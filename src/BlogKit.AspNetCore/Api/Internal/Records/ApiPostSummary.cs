namespace BlogKit.AspNetCore.Internal;

/// <summary>A post as lists show it.</summary>
internal sealed record ApiPostSummary
{
    public required PostId Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string ExcerptHtml { get; init; }

    public required string ExcerptText { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required bool IsProtected { get; init; }

    public required int CommentCount { get; init; }

    public required ImmutableArray<ApiAuthor> Authors { get; init; }

    public required ImmutableArray<ApiTerm> Tags { get; init; }

    public ApiImage? Image { get; init; }

    public required string Url { get; init; }
}
