namespace BlogKit.Moderation.Internal;

/// <summary>Puts a case into the shape of a comment under a post, with the other shown comments of the same context around it.</summary>
internal sealed class CaseContexts
{
    private static readonly BlogId Blog = BlogId.From(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private readonly IReadOnlyList<LabelledCase> _cases;
    private readonly EvaluationPlan _plan;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<string, int> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ConversationComment>> _conversations = new(StringComparer.Ordinal);

    public CaseContexts(IReadOnlyList<LabelledCase> cases, EvaluationPlan plan, DateTimeOffset now)
    {
        _cases = cases;
        _plan = plan;
        _now = now;
    }

    /// <summary>The case becomes part of the conversation of its context, unless it is positive.</summary>
    public void Show(int index)
    {
        var labelled = _cases[index];
        if (labelled is { IsPositive: false, Context: { } context })
        {
            if (!_conversations.TryGetValue(context, out var conversation))
            {
                _conversations.Add(context, conversation = []);
            }

            conversation.Add(new ConversationComment
            {
                Id = IdOf(index),
                ParentId = null,
                Name = "reader",
                ByAuthor = false,
                PlainText = labelled.Text,
            });
        }
    }

    public ModerationContext Of(int index)
    {
        var labelled = _cases[index];
        var key = labelled.Context ?? "";
        if (!_posts.TryGetValue(key, out var number))
        {
            _posts.Add(key, number = _posts.Count + 1);
        }

        var postId = PostId.From(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]));
        var title = Title(key);
        return new ModerationContext
        {
            Comment = new Comment
            {
                Id = IdOf(index),
                BlogId = Blog,
                PostId = postId,
                RootId = IdOf(index),
                By = new Commenter { Name = "reader" },
                Markdown = labelled.Text,
                Html = "",
                PlainText = labelled.Text,
                RendererVersion = 0,
                Decision = new ModerationDecision { Outcome = ModerationOutcome.Approve, Findings = [], DecidedAt = _now },
                CreatedAt = _now,
            },
            Post = new PostFacts
            {
                Id = postId,
                BlogId = Blog,
                Slug = Slug.From("case"),
                Title = title,
                Status = PostStatus.Published,
                Visibility = PostVisibility.Public,
                PublishedAt = _now,
                Comments = new CommentSettings { Sensitivity = _plan.Sensitivity },
                AuthorIds = [],
                ShownComments = 0,
                Language = _plan.Language,
            },
            Parent = null,
            History = CommenterHistory.None,
            Links = Links(labelled.Text),
            Actor = Actor.Anonymous,
            Facts = new ModerationFacts
            {
                Post = labelled.Context is null ? null : new PostText(title, key, [], 1),
                Conversation = Conversation(key),
            },
        };
    }

    private ImmutableArray<ConversationComment> Conversation(string key) =>
        _conversations.TryGetValue(key, out var shown) ? [.. shown.AsEnumerable().Reverse().Take(_plan.ConversationSize)] : [];

    private static CommentId IdOf(int index) => CommentId.From(new Guid(index + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 3]));

    private static string Title(string context)
    {
        var trimmed = context.AsSpan().Trim();
        var end = trimmed.IndexOfAny('\r', '\n');
        return (end < 0 ? trimmed : trimmed[..end]).Trim().ToString();
    }

    private static ImmutableArray<string> Links(string text)
    {
        var links = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length;)
        {
            var found = text.AsSpan(at).IndexOf("://", StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            var (start, end) = (at + found, at + found + 3);
            while (start > at && char.IsAsciiLetter(text[start - 1]))
            {
                start--;
            }

            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>'))
            {
                end++;
            }

            if (text.AsSpan(start).StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                links.Add(text[start..end]);
            }

            at = end;
        }

        return links.ToImmutable();
    }
}
