namespace BlogKit;

internal sealed partial class InMemoryStore
{
    private const double TitleWeight = 10;

    /// <summary>Reads every text: there is no index.</summary>
    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        if (query.Terms.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A search has at least one term.", nameof(query));
        }

        var terms = query.Terms.Select(static t => new FoldedTerm(t)).ToList();
        return Read(
            state =>
            {
                var hits = Posts(state, query, terms).Concat(Comments(state, query, terms))
                    .OrderByDescending(static hit => hit.Score)
                    .ThenByDescending(static hit => hit.CommentId?.Value ?? hit.Post.Id.Value)
                    .ToList();
                return new Slice<SearchHit>(
                    [.. hits.Skip(query.Skip).Take(query.Size)],
                    query.Skip > 0 && hits.Count > 0,
                    hits.Count > query.Skip + query.Size);
            },
            cancellationToken);
    }

    private static IEnumerable<SearchHit> Posts(InMemoryState state, SearchQuery query, List<FoldedTerm> terms)
    {
        if (query.Scope is SearchScope.Comments)
        {
            yield break;
        }

        foreach (var post in state.Posts.Values.Where(p => IsSearched(p, query)))
        {
            var title = new FoldedText(post.Title);
            var text = new FoldedText(post.Rendered.PlainText);
            var score = Score(terms, (title, TitleWeight), (text, 1));
            if (score > 0)
            {
                yield return new SearchHit
                {
                    Post = new PostLink(post.Id, post.Slug, post.Title),
                    At = post.PublishedAt!.Value,
                    Snippet = text.Snippet(terms, query.SnippetWords),
                    Score = score,
                };
            }
        }
    }

    private static IEnumerable<SearchHit> Comments(InMemoryState state, SearchQuery query, List<FoldedTerm> terms)
    {
        if (query.Scope is SearchScope.Posts)
        {
            yield break;
        }

        foreach (var comment in state.CommentsOf(query.BlogId)[CommentStatus.Approved].Select(id => state.Comments[id].Comment))
        {
            var text = new FoldedText(comment.PlainText);
            var score = Score(terms, (text, 1));
            if (score > 0 && IsSearched(state.Posts[comment.PostId], query))
            {
                yield return new SearchHit
                {
                    Post = state.LinkTo(comment.PostId),
                    CommentId = comment.Id,
                    CommenterName = comment.By.Name,
                    At = comment.CreatedAt,
                    Snippet = text.Snippet(terms, query.SnippetWords),
                    Score = score,
                };
            }
        }
    }

    private static bool IsSearched(Post post, SearchQuery query) =>
        post.BlogId == query.BlogId && post.Visibility is PostVisibility.Public && post.IsReadableAt(query.Now);

    /// <summary>0 unless every term occurs; more for more occurrences in fewer words.</summary>
    private static double Score(List<FoldedTerm> terms, params (FoldedText Text, double Weight)[] fields)
    {
        var score = 0.0;
        foreach (var term in terms)
        {
            var found = fields.Sum(f => f.Weight * f.Text.Find(term).Count() / (1 + Math.Log(1 + f.Text.Words)));
            if (found == 0)
            {
                return 0;
            }

            score += found;
        }

        return score;
    }
}
