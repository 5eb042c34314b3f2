using System.Collections.Frozen;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// What was learned from comments that stayed under their posts: how many texts have a word, and which posts a word belongs to.
/// Bounded: at most <see cref="MaximumWords"/> words, <see cref="MaximumPosts"/> posts, and <see cref="PostsPerWord"/> posts for each word.
/// Immutable.
/// </summary>
internal sealed class TopicModel
{
    public const int MaximumWords = 60_000;
    public const int MaximumPosts = 1_000;
    public const int PostsPerWord = 32;

    // What is known of words beforehand counts as much as so many texts.
    private const float PriorTexts = 150;
    private const int MaximumTerms = 400;
    private const int KeyLength = 200;

    private readonly FrozenDictionary<ulong, int> _texts;
    private readonly FrozenDictionary<ulong, (int Post, float Weight)[]> _posts;
    private readonly FrozenDictionary<ulong, int> _indexes;
    private readonly int _count;

    private TopicModel(
        int count,
        IEnumerable<KeyValuePair<ulong, int>> texts,
        IEnumerable<KeyValuePair<ulong, (int Post, float Weight)[]>> posts,
        IEnumerable<KeyValuePair<ulong, int>> indexes)
    {
        _count = count;
        _texts = texts.ToFrozenDictionary();
        _posts = posts.ToFrozenDictionary();
        _indexes = indexes.ToFrozenDictionary();
    }

    /// <summary>Nothing was learned.</summary>
    public static TopicModel Empty { get; } = new(0, [], [], []);

    /// <summary>How many posts were learned from.</summary>
    public int Posts => _indexes.Count;

    /// <summary>What tells a post by what it says.</summary>
    public static ulong KeyOf(PostText post) =>
        TopicText.KeyOf(post.Title) ^ (TopicText.KeyOf(post.Text.AsSpan(0, Math.Min(post.Text.Length, KeyLength))) * 31);

    /// <summary>The place of a post among those learned from; -1 when it is not there.</summary>
    public int IndexOf(ulong postKey) => _indexes.TryGetValue(postKey, out var index) ? index : -1;

    /// <summary>How much a word says: what was counted, over what is known beforehand.</summary>
    public float Says(in TopicTerm term) =>
        _count == 0
            ? term.Weight
            : MathF.Log((_count + PriorTexts) / (_texts.GetValueOrDefault(term.Key) + (PriorTexts * MathF.Exp(-term.Weight))));

    /// <summary>The posts a word belongs to.</summary>
    public ReadOnlySpan<(int Post, float Weight)> PostsOf(ulong key) => _posts.TryGetValue(key, out var posts) ? posts : default;

    /// <summary>Learns; what is over a bound is left out.</summary>
    public sealed class Builder(TopicText reader)
    {
        private readonly Dictionary<ulong, int> _texts = [];
        private readonly Dictionary<ulong, Dictionary<int, float>> _posts = [];
        private readonly Dictionary<ulong, int> _indexes = [];
        private readonly List<TopicTerm> _terms = [];
        private readonly HashSet<ulong> _seen = [];
        private int _count;

        /// <summary>Learns a post, once.</summary>
        public void Add(PostText post)
        {
            var key = KeyOf(post);
            if (_indexes.Count < MaximumPosts && _indexes.TryAdd(key, _indexes.Count))
            {
                Add($"{post.Title}\n{post.Text}", _indexes[key], 1.5f);
            }
        }

        /// <summary>Learns a comment that belongs under a post.</summary>
        public void Add(PostText post, string comment)
        {
            Add(post);
            Add(comment, _indexes.GetValueOrDefault(KeyOf(post), -1), 1);
        }

        /// <summary>The model of all that was added.</summary>
        public TopicModel Build() =>
            new(_count, _texts, _posts.Select(static word => KeyValuePair.Create(word.Key, Strongest(word.Value))), _indexes);

        private static (int Post, float Weight)[] Strongest(Dictionary<int, float> posts) =>
        [
            .. posts
                .OrderByDescending(static p => p.Value)
                .ThenBy(static p => p.Key)
                .Take(PostsPerWord)
                .Select(static p => (p.Key, p.Value / (p.Value + 0.5f))),
        ];

        private void Add(string text, int post, float weight)
        {
            _terms.Clear();
            _seen.Clear();
            reader.Read(text, _terms, MaximumTerms);
            _count++;
            foreach (var term in _terms)
            {
                if (!_seen.Add(term.Key) || (!_texts.ContainsKey(term.Key) && _texts.Count >= MaximumWords))
                {
                    continue;
                }

                _texts[term.Key] = _texts.GetValueOrDefault(term.Key) + 1;
                if (post >= 0)
                {
                    var posts = _posts.TryGetValue(term.Key, out var known) ? known : _posts[term.Key] = [];
                    posts[post] = posts.GetValueOrDefault(post) + weight;
                }
            }
        }
    }
}
