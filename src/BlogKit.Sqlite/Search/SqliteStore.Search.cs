namespace BlogKit;

internal sealed partial class SqliteStore : ISearchStore
{
    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip, nameof(query));
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
        var found = new List<(long Row, SearchHit Hit)>();
        using (var row = session.Use(sql)
            .With(SearchPhrase.Expression(phrases))
            .With(query.BlogId.Value)
            .With(query.Now)
            .With(query.Size + 1)
            .With(query.Skip))
        {
            while (row.Step())
            {
                found.Add((row.Int64(0), new SearchHit
                {
                    Score = -row.Double(1),
                    Post = new PostLink(new PostId(row.Id(2)), row.Slug(3), row.Text(4)),
                    CommentId = row.IsNull(5) ? null : new CommentId(row.Id(5)),
                    CommenterName = row.TextOrNull(6),
                    At = row.Time(7),
                    Snippet = new Snippet("", []),
                }));
            }
        }

        var hasNext = found.Count > query.Size;
        var words = Math.Clamp(query.SnippetWords, 1, 60);
        return new Slice<SearchHit>(
            [.. found.Take(query.Size).Select(f => f.Hit with { Snippet = Snippets.Make(ReadText(session, f.Row), phrases, words) })],
            query.Skip > 0,
            hasNext);
    }

    private static string ReadText(SqliteSession session, long searchRow)
    {
        using var row = session.Use(searchRow % 2 == 0 ? SearchSql.PostText : SearchSql.CommentText).With(searchRow / 2);
        return row.Step() ? row.Text(0) : "";
    }
}
