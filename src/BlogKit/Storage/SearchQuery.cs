namespace BlogKit.Storage;

/// <summary>Asks for the posts and comments that contain every term.</summary>
public sealed record SearchQuery
{
    /// <summary>The most words a snippet shows, whatever is asked for.</summary>
    public const int MostSnippetWords = 60;

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The terms; at least one.</summary>
    public required ImmutableArray<SearchTerm> Terms { get; init; }

    /// <summary>The scope of the search.</summary>
    public SearchScope Scope { get; init; }

    /// <summary>The moment: scheduled posts whose time has come are found.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Hits left out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>
    /// How many words of the text a snippet shows; less than 1 is taken as 1, more than <see cref="MostSnippetWords"/> as that.
    /// </summary>
    public int SnippetWords { get; init; } = 24;
}
