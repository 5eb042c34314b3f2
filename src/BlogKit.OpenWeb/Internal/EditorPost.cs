namespace BlogKit.OpenWeb.Internal;

/// <summary>A post as an editing program sent it; null for what it did not say. Nothing in it is trusted.</summary>
internal sealed record EditorPost
{
    /// <summary>Empty to take the title from the text.</summary>
    public EditorText? Title { get; init; }

    /// <summary>The text; where it has parts, what stands before the marker of the excerpt.</summary>
    public EditorText? Text { get; init; }

    /// <summary>What stands behind the marker of the excerpt.</summary>
    public EditorText? More { get; init; }

    /// <summary>Whether the program knows the two parts of a text, and pictures only as a part of it.</summary>
    public bool HasParts { get; init; }

    /// <summary>The pictures beside the text, all of them.</summary>
    public ImmutableArray<EditorPicture>? Pictures { get; init; }

    /// <summary>Empty takes it away.</summary>
    public EditorText? Excerpt { get; init; }

    /// <summary>A suggestion: numbered where it is taken.</summary>
    public Slug? Slug { get; init; }

    /// <summary>Names of categories and tags, all of both: those of categories become categories, others tags.</summary>
    public ImmutableArray<string>? Names { get; init; }

    /// <summary>Names of categories, all of them; what is none becomes a tag.</summary>
    public ImmutableArray<string>? Categories { get; init; }

    /// <summary>Names of tags, all of them.</summary>
    public ImmutableArray<string>? Tags { get; init; }

    public CommentMode? Comments { get; init; }

    public EditorStage? Stage { get; init; }

    public EditorAudience? Audience { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Whether the date it has is to be taken away.</summary>
    public bool ClearsDate { get; init; }
}
