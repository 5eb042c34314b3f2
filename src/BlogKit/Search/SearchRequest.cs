namespace BlogKit;

/// <summary>A reader's search.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Text">The words, as they were typed; at most <see cref="SearchOptions.MaximumQueryLength"/> characters.</param>
public sealed record SearchRequest(BlogId BlogId, string Text)
{
    /// <summary>The scope of the search.</summary>
    public SearchScope Scope { get; init; } = SearchScope.Everything;

    /// <summary>Hits on the page, 1 to 100.</summary>
    public int Size { get; init; } = 20;

    /// <summary>The cursor of a page got before; null = the first.</summary>
    public string? Cursor { get; init; }
}
