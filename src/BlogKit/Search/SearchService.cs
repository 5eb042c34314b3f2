using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Searches the posts and comments that everybody may read. Safe for concurrent use.</summary>
public sealed class SearchService
{
    private readonly ISearchStore _search;
    private readonly SearchOptions _options;
    private readonly TimeProvider _clock;

    internal SearchService(ISearchStore search, SearchOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _search = search;
        _options = options;
        _clock = clock;
    }

    /// <summary>
    /// Returns the posts and comments that contain every word of the text, best first. Words in double quotes must follow one another; the
    /// last word may be the beginning of one, and so may any word that ends in <c>*</c>. A text without a letter or digit finds nothing.
    /// Fails when the text is too long or has too many words, or for a bad cursor or size.
    /// </summary>
    public async Task<Result<Page<SearchHit>>> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Text, nameof(request));
        var errors = new InputErrors();
        errors.Text(request.Text, _options.MaximumQueryLength, "Text");
        var terms = errors.Any ? [] : SearchTerms.Read(request.Text);
        errors.Count(terms.Length, _options.MaximumTerms, "Text");
        if (request.Size is < 1 or > 100)
        {
            return Errors.PageSize(100);
        }

        var skip = 0;
        if (request.Cursor is not null && !CursorText.TryReadSkip(request.Cursor, out skip))
        {
            return Errors.InvalidCursor;
        }

        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        if (terms.IsEmpty || skip >= _options.MaximumHits)
        {
            return new Page<SearchHit>([], null, null);
        }

        var query = new SearchQuery
        {
            BlogId = request.BlogId,
            Terms = terms,
            Scope = request.Scope,
            Now = _clock.GetUtcNow(),
            Skip = skip,
            Size = request.Size,
        };
        var slice = await _search.SearchAsync(query, cancellationToken).ConfigureAwait(false);
        if (slice.Items.IsEmpty && skip > 0)
        {
            // What was found here is gone, and perhaps what was found before it: then all begins anew.
            var before = Math.Max(0, skip - request.Size);
            var isThere = before > 0
                && !(await _search.SearchAsync(
                    query with { Skip = before, Size = 1 }, cancellationToken).ConfigureAwait(false)).Items.IsEmpty;
            return new Page<SearchHit>([], CursorText.WriteSkip(isThere ? before : 0), null);
        }

        var next = skip + slice.Items.Length;
        return new Page<SearchHit>(
            slice.Items,
            skip > 0 ? CursorText.WriteSkip(Math.Max(0, skip - request.Size)) : null,
            slice.HasNext && next < _options.MaximumHits ? CursorText.WriteSkip(next) : null);
    }
}
