namespace BlogKit;

/// <summary>
/// Searches what everybody may read: posts readable at the moment with public visibility, and approved comments under them.
/// The index changes in the transaction of the text. Safe for concurrent use.
/// </summary>
public interface ISearchStore
{
    /// <summary>
    /// What contains every term of the query, best first (a title weighs more than a text), ties by identity descending.
    /// Case and diacritics do not matter.
    /// </summary>
    Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken);
}
