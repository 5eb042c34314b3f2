using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A post as an editing program sent it; null for what it did not say. Nothing in it is trusted.</summary>
internal sealed record EditorPost
{
    /// <summary>Plain text; empty to take the title from the text.</summary>
    public string? Title { get; init; }

    public EditorText? Text { get; init; }

    /// <summary>The pictures beside the text, all of them.</summary>
    public ImmutableArray<EditorPicture>? Pictures { get; init; }

    /// <summary>Plain text; empty takes it away.</summary>
    public string? Excerpt { get; init; }

    /// <summary>A suggestion: numbered where it is taken.</summary>
    public Slug? Slug { get; init; }

    /// <summary>Names of categories and tags.</summary>
    public ImmutableArray<string>? Categories { get; init; }

    public EditorStage? Stage { get; init; }

    public EditorAudience? Audience { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Whether the date it has is to be taken away.</summary>
    public bool ClearsDate { get; init; }
}
