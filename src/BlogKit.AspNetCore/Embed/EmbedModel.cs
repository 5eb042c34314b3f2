namespace BlogKit.AspNetCore;

/// <summary>The discussion of a post alone, to stand in a frame of another site's page.</summary>
/// <param name="Frame">The frame of the page. Its addresses lead to places inside the frame where there are such.</param>
/// <param name="Post">The post it is about.</param>
public sealed record EmbedModel(PageFrame Frame, PostModel Post)
{
    /// <summary>The post's own page.</summary>
    public required string PostUrl { get; init; }

    /// <summary>The sites that may show it, as origins.</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    /// <summary><c>light</c> or <c>dark</c> when the site asked for it; null follows the reader's preference.</summary>
    public string? Theme { get; init; }

    /// <summary>Replies that the thread left out, when they were asked for; null for the thread itself.</summary>
    public RepliesModel? Replies { get; init; }
}
