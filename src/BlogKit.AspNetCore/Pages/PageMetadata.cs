namespace BlogKit.AspNetCore;

/// <summary>The values for link previews (OpenGraph) beyond title, description and address. Immutable.</summary>
public sealed record PageMetadata
{
    /// <summary>OpenGraph's type: <c>website</c>, <c>article</c> or <c>profile</c>. Default <c>website</c>.</summary>
    public string Type { get; init; } = "website";

    /// <summary>The absolute address of the picture that represents the page; null for none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The description of the picture; null when unknown.</summary>
    public string? ImageText { get; init; }

    /// <summary>The picture's width in pixels; null when unknown.</summary>
    public int? ImageWidth { get; init; }

    /// <summary>The picture's height in pixels; null when unknown.</summary>
    public int? ImageHeight { get; init; }

    /// <summary>When an article was published (UTC); null for other pages.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When an article's content last changed (UTC); null for other pages.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The absolute addresses of an article's authors, in order.</summary>
    public ImmutableArray<string> AuthorUrls { get; init; } = [];

    /// <summary>The names of an article's tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
