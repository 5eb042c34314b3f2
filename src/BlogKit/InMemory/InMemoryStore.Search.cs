using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    private const double TitleWeight = 10;

    /// <summary>Reads every text: there is no index.</summary>
    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip, nameof(query));
        if (query.Terms.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A search has at least one term.", nameof(query));
        }

        var phrases = SearchPhrase.From(query.Terms);
        return Read(
            state =>
            {
                var hits = Posts(state, query, phrases).Concat(Comments(state, query, phrases))
                    .OrderByDescending(static hit => hit.Score)
                    .ThenByDescending(static hit => hit.CommentId?.Value ?? hit.Post.Id.Value)
                    .ToList();
                return new Slice<SearchHit>(
                    [.. hits.Skip(query.Skip).Take(query.Size)],
                    query.Skip > 0,
                    hits.Count > query.Skip + query.Size);
            },
            cancellationToken);
    }

    private static IEnumerable<SearchHit> Posts(InMemoryState state, SearchQuery query, ImmutableArray<SearchPhrase> phrases)
    {
        if (query.Scope is SearchScope.Comments)
        {
            yield break;
        }

        foreach (var post in state.Posts.Values.Where(p => IsSearched(p, query)))
        {
            var score = Score(phrases, (SearchWords.Read(post.Title), TitleWeight), (SearchWords.Read(post.Rendered.PlainText), 1));
            if (score > 0)
            {
                yield return new SearchHit
                {
                    Post = new PostLink(post.Id, post.Slug, post.Title),
                    At = post.PublishedAt!.Value,
                    Snippet = Snippet.CutAround(post.Rendered.PlainText, phrases, SnippetWords(query)),
                    Score = score,
                };
            }
        }
    }

    private static IEnumerable<SearchHit> Comments(InMemoryState state, SearchQuery query, ImmutableArray<SearchPhrase> phrases)
    {
        if (query.Scope is SearchScope.Posts)
        {
            yield break;
        }

        foreach (var comment in state.CommentsOf(query.BlogId)[CommentStatus.Approved].Select(id => state.Comments[id].Comment))
        {
            var score = Score(phrases, (SearchWords.Read(comment.PlainText), 1));
            if (score > 0 && IsSearched(state.Posts[comment.PostId], query))
            {
                yield return new SearchHit
                {
                    Post = state.LinkTo(comment.PostId),
                    CommentId = comment.Id,
                    CommenterName = comment.By.Name,
                    At = comment.CreatedAt,
                    Snippet = Snippet.CutAround(comment.PlainText, phrases, SnippetWords(query)),
                    Score = score,
                };
            }
        }
    }

    private static bool IsSearched(Post post, SearchQuery query) =>
        post.BlogId == query.BlogId && post.Visibility is PostVisibility.Public && post.IsReadableAt(query.Now);

    private static int SnippetWords(SearchQuery query) => Math.Clamp(query.SnippetWords, 1, SearchQuery.MostSnippetWords);

    /// <summary>0 unless every phrase occurs; more for more occurrences in fewer words.</summary>
    private static double Score(
        ImmutableArray<SearchPhrase> phrases, params ReadOnlySpan<(ImmutableArray<SearchWord> Words, double Weight)> fields)
    {
        var score = 0.0;
        foreach (var phrase in phrases)
        {
            var found = 0.0;
            foreach (var (words, weight) in fields)
            {
                found += weight * Occurrences(phrase, words) / (1 + Math.Log(1 + words.Length));
            }

            if (found == 0)
            {
                return 0;
            }

            score += found;
        }

        return score;
    }

    private static int Occurrences(SearchPhrase phrase, ImmutableArray<SearchWord> words)
    {
        var occurrences = 0;
        for (var i = 0; i < words.Length; i++)
        {
            occurrences += phrase.MatchesAt(words, i) ? 1 : 0;
        }

        return occurrences;
    }
}
