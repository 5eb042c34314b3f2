namespace BlogKit;

/// <summary>Limits of search.</summary>
public sealed class SearchOptions
{
    /// <summary>The longest query, in characters. Default 200; 1 to 2,000.</summary>
    public int MaximumQueryLength { get; set; } = 200;

    /// <summary>The most terms of one query. Default 12; 1 to 50.</summary>
    public int MaximumTerms { get; set; } = 12;

    /// <summary>The most hits that can be paged through. Default 500.</summary>
    public int MaximumHits { get; set; } = 500;
}
