using BlogKit.Storage;

namespace BlogKit.Moderation.Internal;

/// <summary>What was known when a comment came, as far as it can be told from what is stored now.</summary>
internal sealed class BacktestHistory
{
    private const int PostTextLength = 20_000;
    private const int ConversationSize = 50;
    private const int MomentsKept = 1_000;
    private const int MaximumSimilar = 20;

    private readonly Blog _blog;
    private readonly ICommentStore _comments;
    private readonly IPostStore _posts;
    private readonly CommentTexts _rendering;

    private readonly BoundedMap<PostId, (Post? Post, PostText? Text)> _texts = new(200);
    private readonly BoundedMap<PostId, Thread> _threads = new(1_000);
    private readonly BoundedMap<string, CommenterHistory> _writers = new(100_000);
    private readonly BoundedMap<(ActivityScope Scope, string Key), Queue<DateTimeOffset>> _moments = new(20_000);
    private readonly BoundedMap<CommentId, (ImmutableArray<long> Fingerprints, SimilarComment Comment)> _similar;
    private readonly Dictionary<long, List<CommentId>> _byFingerprint = [];

    public BacktestHistory(Blog blog, ICommentStore comments, IPostStore posts, CommentTexts rendering)
    {
        _blog = blog;
        _comments = comments;
        _posts = posts;
        _rendering = rendering;
        _similar = new(20_000, (id, gone) => Forget(id, gone.Fingerprints));
    }

    /// <summary>The context a comment came into; null when its post is gone.</summary>
    public async Task<ModerationContext?> ContextOfAsync(Comment comment, BacktestRun run, CancellationToken cancellationToken)
    {
        if (!_texts.TryGet(comment.PostId, out var known))
        {
            var found = await _posts.FindAsync(comment.BlogId, comment.PostId, cancellationToken).ConfigureAwait(false);
            known = (found is null ? null : WithoutText(found), TextOf(found));
            _texts.Set(comment.PostId, known);
        }

        if (known.Post is not { } post)
        {
            return null;
        }

        _threads.TryGet(post.Id, out var thread);
        var rendered = await _rendering.RenderAsync(post.BlogId, post.Id, comment.Markdown, cancellationToken).ConfigureAwait(false);
        return new ModerationContext
        {
            Comment = AsItCame(comment),
            Post = FactsOf(post, thread?.Shown ?? 0),
            Parent = await ParentOfAsync(comment, thread, cancellationToken).ConfigureAwait(false),
            History = comment.By.HistoryKey is { } key && _writers.TryGet(key, out var history) ? history : CommenterHistory.None,
            Links = rendered.Links,
            Actor = comment.By is { Kind: CommenterKind.User, UserKey: { } userKey }
                ? Actor.User(userKey, comment.By.Name, comment.By.Email)
                : Actor.Anonymous,
            Facts = new ModerationFacts
            {
                Post = known.Text,
                Conversation = thread is null ? [] : [.. thread.Newest.Reverse()],
                Activity = [.. run.Windows(comment).Select(w => new ActivityCount(w, Count(w, comment.PostId)))],
                Similar = SimilarTo(run.Fingerprints(comment)),
            },
        };
    }

    /// <summary>The comment becomes part of what the next ones find.</summary>
    public void Add(Comment comment, ImmutableArray<long> fingerprints)
    {
        if (comment.Status is CommentStatus.Approved)
        {
            if (!_threads.TryGet(comment.PostId, out var thread))
            {
                _threads.Set(comment.PostId, thread = new Thread());
            }

            thread.Add(new ConversationComment
            {
                Id = comment.Id,
                ParentId = comment.ParentId,
                Name = comment.By.Name,
                ByAuthor = comment.By.Kind is CommenterKind.Author,
                PlainText = comment.PlainText,
            });
        }

        if (comment.By.HistoryKey is { } key)
        {
            _writers.Set(key, Tally(_writers.TryGet(key, out var before) ? before : CommenterHistory.None, comment.Status));
            Note(ActivityScope.Writer, key, comment.CreatedAt);
        }

        if (comment.RemoteAddress is { } address)
        {
            Note(ActivityScope.Address, NetworkAddress.GetNetwork(address), comment.CreatedAt);
        }

        Note(ActivityScope.Post, comment.PostId.ToString(), comment.CreatedAt);
        Note(ActivityScope.Blog, "", comment.CreatedAt);
        Remember(comment, fingerprints);
    }

    /// <summary>The comment without what became of it later: a policy that could see it would know the answer.</summary>
    private static Comment AsItCame(Comment comment) => comment with
    {
        Status = CommentStatus.Pending,
        StatusBeforeRemoval = null,
        ApprovedRevision = null,
        Decision = new ModerationDecision { Outcome = ModerationOutcome.Approve, Findings = [], DecidedAt = comment.CreatedAt },
        IsPinned = false,
        UpVotes = 0,
        DownVotes = 0,
        Reactions = [],
        StatusChangedAt = null,
        Appeal = null,
        Version = 0,
    };

    private static Post WithoutText(Post post) => post with
    {
        Markdown = "",
        Rendered = post.Rendered with { Html = "", PlainText = "", ExcerptHtml = "", ExcerptText = "", Headings = [] },
    };

    private static PostText? TextOf(Post? post)
    {
        if (post is null)
        {
            return null;
        }

        var text = post.Rendered.PlainText;
        return new PostText(
            post.Title,
            text.Length > PostTextLength ? text[..PostTextLength] : text,
            [.. post.Tags.Select(static t => t.Name)],
            post.Version);
    }

    private static CommenterHistory Tally(CommenterHistory history, CommentStatus status) => status switch
    {
        CommentStatus.Approved => history with { Approved = history.Approved + 1 },
        CommentStatus.Pending => history with { Pending = history.Pending + 1 },
        CommentStatus.Spam => history with { Spam = history.Spam + 1 },
        CommentStatus.Trashed => history with { Removed = history.Removed + 1 },
        _ => history,
    };

    private PostFacts FactsOf(Post post, int shown) => new()
    {
        Id = post.Id,
        BlogId = post.BlogId,
        Slug = post.Slug,
        Title = post.Title,
        Status = post.Status,
        Visibility = post.Visibility,
        PublishedAt = post.PublishedAt,
        Comments = _blog.Comments.With(post.Comments),
        AuthorIds = post.AuthorIds,
        ShownComments = shown,
        Language = _blog.Language,
    };

    private async Task<ParentFacts?> ParentOfAsync(Comment comment, Thread? thread, CancellationToken cancellationToken)
    {
        if (comment.ParentId is not { } id)
        {
            return null;
        }

        var near = thread?.Newest.FirstOrDefault(c => c.Id == id);
        if (near is not null)
        {
            return new ParentFacts
            {
                Id = id,
                PostId = comment.PostId,
                RootId = comment.RootId,
                Depth = Math.Max(0, comment.Depth - 1),
                Status = CommentStatus.Approved,
                Name = near.Name,
                PlainText = near.PlainText,
            };
        }

        var parent = await _comments.FindAsync(comment.BlogId, id, cancellationToken).ConfigureAwait(false);
        return parent is null ? null : ParentFacts.Of(parent) with { Status = CommentStatus.Approved };
    }

    private void Note(ActivityScope scope, string key, DateTimeOffset at)
    {
        if (!_moments.TryGet((scope, key), out var moments))
        {
            _moments.Set((scope, key), moments = new Queue<DateTimeOffset>());
        }

        moments.Enqueue(at);
        if (moments.Count > MomentsKept)
        {
            moments.Dequeue();
        }
    }

    private int Count(ActivityWindow window, PostId postId)
    {
        var key = window.Scope is ActivityScope.Post ? postId.ToString() : window.Key;
        return _moments.TryGet((window.Scope, key), out var moments)
            ? moments.Count(at => at >= window.Since && (window.Until is null || at <= window.Until))
            : 0;
    }

    private void Remember(Comment comment, ImmutableArray<long> fingerprints)
    {
        if (fingerprints.IsDefaultOrEmpty)
        {
            return;
        }

        _similar.Set(comment.Id, (fingerprints, new SimilarComment
        {
            Id = comment.Id,
            PostId = comment.PostId,
            HistoryKey = comment.By.HistoryKey,
            Status = comment.Status,
            PlainText = comment.PlainText,
        }));
        foreach (var fingerprint in fingerprints)
        {
            if (!_byFingerprint.TryGetValue(fingerprint, out var ids))
            {
                _byFingerprint[fingerprint] = ids = [];
            }

            ids.Add(comment.Id);
            if (ids.Count > MaximumSimilar)
            {
                ids.RemoveAt(0);
            }
        }
    }

    private void Forget(CommentId id, ImmutableArray<long> fingerprints)
    {
        foreach (var fingerprint in fingerprints)
        {
            if (_byFingerprint.TryGetValue(fingerprint, out var ids) && ids.Remove(id) && ids.Count == 0)
            {
                _byFingerprint.Remove(fingerprint);
            }
        }
    }

    private ImmutableArray<SimilarComment> SimilarTo(ImmutableArray<long> fingerprints)
    {
        var ids = new HashSet<CommentId>();
        foreach (var fingerprint in fingerprints.IsDefault ? [] : fingerprints)
        {
            ids.UnionWith(_byFingerprint.TryGetValue(fingerprint, out var known) ? known : []);
        }

        return [.. ids.OrderDescending()
            .Take(MaximumSimilar)
            .Select(id => _similar.TryGet(id, out var found) ? found.Comment : null)
            .OfType<SimilarComment>()];
    }

    private sealed class Thread
    {
        /// <summary>The newest shown comments, oldest first.</summary>
        public Queue<ConversationComment> Newest { get; } = new();

        public int Shown { get; private set; }

        public void Add(ConversationComment comment)
        {
            Shown++;
            Newest.Enqueue(comment);
            if (Newest.Count > ConversationSize)
            {
                Newest.Dequeue();
            }
        }
    }
}
