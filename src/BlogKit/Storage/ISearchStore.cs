namespace BlogKit;

/// <summary>
/// Searches what everybody may read: posts readable at the moment with public visibility, and approved comments under them.
/// What was committed before the search is found, and what is no longer shown is not. Safe for concurrent use.
/// </summary>
public interface ISearchStore
{
    /// <summary>
    /// What contains every term of the query, best first (a title weighs more than a text), ties by identity descending.
    /// Case and diacritics do not matter.
    /// </summary>
    Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken);
}
