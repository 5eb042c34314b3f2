namespace BlogKit.Storage;

/// <summary>
/// Searches what everybody may read: posts readable at the moment with public visibility, and approved comments under them.
/// What was committed before the search is found, and what is no longer shown is not. Safe for concurrent use.
/// </summary>
public interface ISearchStore
{
    /// <summary>
    /// Returns the posts and comments that contain every term of the query, best first (a title weighs more than a text), ties by identity
    /// descending. <see cref="SearchWords"/> defines what a word is, and that case and diacritics do not matter: an index is made of its
    /// words, and asked for those of <see cref="SearchPhrase.From"/> (terms without a word are passed over; a query whose terms all have
    /// none finds nothing). Snippets are those of <see cref="Snippet.CutAround"/>. The slice has something before it when
    /// <see cref="SearchQuery.Skip"/> is more than 0.
    /// </summary>
    /// <exception cref="ArgumentException">The query has no term, a size below 1, or a skip below 0.</exception>
    Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken);
}
