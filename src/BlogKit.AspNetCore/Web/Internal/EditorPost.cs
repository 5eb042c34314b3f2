using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A post as an editing program sent it; null for what it did not say. Nothing in it is trusted.</summary>
internal sealed record EditorPost
{
    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? Excerpt { get; init; }

    public Slug? Slug { get; init; }

    /// <summary>Names of categories and tags.</summary>
    public ImmutableArray<string>? Categories { get; init; }

    public bool? IsPublished { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
}
