using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ISearchStore
{
    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip, nameof(query));
        if (query.Terms.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A search has at least one term.", nameof(query));
        }

        if (await ReadAsync(0, static (session, _) => SearchIndex.CountPending(session), cancellationToken).ConfigureAwait(false) > 0)
        {
            await WriteAsync(
                0,
                static (session, _) =>
                {
                    SearchIndex.IndexPending(session);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }

        return await ReadAsync(query, Search, cancellationToken).ConfigureAwait(false);
    }

    private static Slice<SearchHit> Search(SqliteSession session, SearchQuery query)
    {
        var phrases = SearchPhrase.From(query.Terms);
        if (phrases.IsEmpty)
        {
            return new Slice<SearchHit>([], query.Skip > 0, HasNext: false);
        }

        session.BeginRead();
        var sql = query.Scope switch
        {
            SearchScope.Posts => SearchSql.Posts,
            SearchScope.Comments => SearchSql.Comments,
            _ => SearchSql.Everything,
        };
        var words = Math.Clamp(query.SnippetWords, 1, SearchQuery.MostSnippetWords);
        var found = ImmutableArray.CreateBuilder<SearchHit>();
        using (var row = session.Use(sql)
            .With(SearchExpression.Of(phrases))
            .With(query.BlogId.Value)
            .With(query.Now)
            .With(query.Size + 1)
            .With(query.Skip))
        {
            while (row.Step())
            {
                found.Add(new SearchHit
                {
                    Score = -row.Double(0),
                    Post = new PostLink(new PostId(row.Id(1)), row.Slug(2), row.Text(3)),
                    CommentId = row.IsNull(4) ? null : new CommentId(row.Id(4)),
                    CommenterName = row.TextOrNull(5),
                    At = row.Time(6),
                    Snippet = Snippet.CutAround(row.Text(7), phrases, words),
                });
            }
        }

        var hasNext = found.Count > query.Size;
        if (hasNext)
        {
            found.RemoveAt(found.Count - 1);
        }

        return new Slice<SearchHit>(found.ToImmutable(), query.Skip > 0, hasNext);
    }
}
