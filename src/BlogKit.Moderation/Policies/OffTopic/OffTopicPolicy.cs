using System.Globalization;
using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Finds comments that have nothing to do with the post, the comment they answer or the conversation so far. Compares the words that say
/// something (stemmed in English, German and French; pairs of characters in scripts without spaces) and the fields of talk they belong to.
/// Never objects to short thanks, to questions to the author, to replies near the comment they answer, or to an author's own comments,
/// and never asks for more than holding. Safe for concurrent use; keeps profiles of posts in a bounded cache.
/// </summary>
public sealed class OffTopicPolicy : IModerationPolicy, IDisposable
{
    private const int Reported = 5;

    private readonly OffTopicPolicyOptions _options;
    private readonly TopicJudge _judge;
    private readonly TopicProfiles _profiles;
    private readonly bool _tellsAll;

    /// <summary>Creates the policy with its options, which must keep their ranges.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or asks for more than holding.</exception>
    public OffTopicPolicy(OffTopicPolicyOptions options)
        : this(options, TopicModel.Empty, tellsAll: false)
    {
    }

    /// <summary>
    /// Creates the policy with what was learned. With <paramref name="tellsAll"/> every comment gets a finding whose score is the distance
    /// itself.
    /// </summary>
    internal OffTopicPolicy(OffTopicPolicyOptions options, TopicModel model, bool tellsAll)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>();
        options.Check("OffTopic", failures);
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', failures), nameof(options));
        }

        _options = options;
        _judge = new TopicJudge(model);
        _profiles = new TopicProfiles(options.CacheSize, options.MaximumTerms);
        _tellsAll = tellsAll;
    }

    /// <inheritdoc/>
    public string Name => "off-topic";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public ModerationNeeds Needs => ModerationNeeds.PostText | ModerationNeeds.Conversation;

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_options.Enabled || context.Facts.Post is not { } post || context.Comment.By.Kind is CommenterKind.Author)
        {
            return default;
        }

        var reader = TopicText.For(context.Post.Language);
        var place = _profiles.Place(context.Post.Id, post, reader);
        var conversation = _profiles.Conversation(context.Post.Id, context.Facts.Conversation, reader);
        var parent = context.Parent is null ? null : _profiles.Parent(context.Parent, reader);
        var judgement = _judge.Judge(context.Comment.PlainText, reader, place, conversation, parent, _options.MaximumTerms);
        var isOff = judgement.Score >= LimitFor(context.Post.Comments.Sensitivity)
            && (place.Profile.Count >= _options.MinimumPostWords || conversation.Count > 0)
            && !IsExempt(judgement, context);
        return isOff ? new(Found(judgement, context.Comment.PlainText, reader, place.Profile, conversation, Scaled(judgement.Score)))
            : _tellsAll ? new(Distance(judgement.Score))
            : judgement.Score >= _options.ScoreFrom && place.Profile.Count >= _options.MinimumPostWords && !IsExempt(judgement, context)
                ? new(Found(judgement, context.Comment.PlainText, reader, place.Profile, conversation, Scaled(judgement.Score)) with
                {
                    Outcome = ModerationOutcome.Approve,
                })
            : default;
    }

    /// <summary>How far a comment is from where it was written, 0 to 1, whatever is exempt.</summary>
    internal double Distance(ModerationContext context)
    {
        var reader = TopicText.For(context.Post.Language);
        return _judge.Judge(
            context.Comment.PlainText,
            reader,
            _profiles.Place(context.Post.Id, context.Facts.Post!, reader),
            _profiles.Conversation(context.Post.Id, context.Facts.Conversation, reader),
            context.Parent is null ? null : _profiles.Parent(context.Parent, reader),
            _options.MaximumTerms).Score;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IsDisposed = true;
        _profiles.Dispose();
    }

    internal bool IsDisposed { get; private set; }

    private double LimitFor(ModerationSensitivity sensitivity) => sensitivity switch
    {
        ModerationSensitivity.High => _options.OffTopicAt - ((_options.OffTopicAt - _options.ScoreFrom) / 4),
        ModerationSensitivity.Low => _options.OffTopicAt + ((1 - _options.OffTopicAt) / 2),
        _ => _options.OffTopicAt,
    };

    private double Scaled(double distance) =>
        _tellsAll ? distance : Math.Clamp((distance - _options.ScoreFrom) / (1 - _options.ScoreFrom), 0, 1);

    private bool IsExempt(in TopicJudgement judgement, ModerationContext context) =>
        judgement.Words < _options.MinimumWords
        || (judgement.Thanks && judgement.Words <= _options.CourtesyWords)
        || (context.Parent is not null && judgement.Parent >= _options.NearParent)
        || (judgement.Words <= _options.QuestionWords && IsQuestionToAuthor(judgement, context));

    private static bool IsQuestionToAuthor(in TopicJudgement judgement, ModerationContext context)
    {
        var text = context.Comment.PlainText;
        if (!text.Contains('?', StringComparison.Ordinal) && !text.Contains('\uFF1F', StringComparison.Ordinal))
        {
            return false;
        }

        if (judgement.Addresses)
        {
            return true;
        }

        foreach (var comment in context.Facts.Conversation)
        {
            if (comment is { ByAuthor: true, Name.Length: > 1 } && text.Contains(comment.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ModerationFinding Distance(double distance) => new()
    {
        Code = "topic-distance",
        Reason = string.Create(CultureInfo.InvariantCulture, $"The distance from the post and the conversation is {distance:0.00}."),
        Outcome = ModerationOutcome.Approve,
        Score = distance,
    };

    private ModerationFinding Found(
        in TopicJudgement judgement, string text, TopicText reader, TopicProfile post, TopicProfile conversation, double score)
    {
        // Read once more: few comments are found, and only of these are words reported.
        var terms = new List<TopicTerm>();
        reader.Read(text, terms, _options.MaximumTerms);
        return new ModerationFinding
        {
            Code = "off-topic",
            Reason = string.Create(
                CultureInfo.InvariantCulture,
                $"The comment shares {judgement.Post:P0} of what it says with the post and {judgement.Conversation:P0} with the "
                    + $"conversation; its distance is {judgement.Score:0.00} of 1."),
            PublicReason = "It seems to be about something else than the post.",
            Outcome = _options.Outcome,
            Score = score,
            Details =
            [
                new FindingDetail("distance", judgement.Score.ToString("0.###", CultureInfo.InvariantCulture), judgement.Score),
                new FindingDetail("similarity-post", judgement.Post.ToString("0.###", CultureInfo.InvariantCulture)),
                new FindingDetail("similarity-parent", judgement.Parent.ToString("0.###", CultureInfo.InvariantCulture)),
                new FindingDetail("similarity-conversation", judgement.Conversation.ToString("0.###", CultureInfo.InvariantCulture)),
                .. Nearest(terms, text, post, conversation),
                .. Missing(terms, post),
            ],
        };
    }

    private static IEnumerable<FindingDetail> Nearest(
        List<TopicTerm> terms, string text, TopicProfile post, TopicProfile conversation) =>
        terms
            .DistinctBy(static t => t.Key)
            .Select(t => (Term: t, Weight: t.Weight * Math.Max(post.WeightOf(t.Key), conversation.WeightOf(t.Key))))
            .Where(static t => t.Weight > 0)
            .OrderByDescending(static t => t.Weight).ThenBy(static t => t.Term.Start)
            .Take(Reported)
            .Select(t => new FindingDetail(
                "nearest-term", text.Substring(t.Term.Start, t.Term.Length).ToLowerInvariant(), -Math.Round(t.Weight, 2)));

    private static IEnumerable<FindingDetail> Missing(List<TopicTerm> terms, TopicProfile post)
    {
        var said = terms.Select(static t => t.Key).ToHashSet();
        return post.Weightiest
            .Where(w => !said.Contains(w.Key))
            .Take(Reported)
            .Select(static w => new FindingDetail("missing-term", w.Word, Math.Round(w.Weight, 2)));
    }
}
