using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Options;

namespace BlogKit;

/// <summary>
/// Asks Akismet about each comment. When it does not answer in time or not sensibly, the comment is held with the fault as the reason.
/// Cost: one read of the blog and one call over the network. Safe for concurrent use.
/// </summary>
public sealed class AkismetPolicy : IModerationPolicy
{
    private readonly AkismetClient _client;
    private readonly IBlogStore _blogs;
    private readonly AkismetOptions _options;

    /// <summary>Creates the policy; the container does it.</summary>
    public AkismetPolicy(AkismetClient client, IBlogStore blogs, IOptions<AkismetOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = client;
        _blogs = blogs;
        _options = options.Value;
        Version = $"1/{_options.OnSpam}/{_options.OnDiscard}/{_options.OnFailure}/{_options.OnAlert}";
    }

    /// <inheritdoc/>
    public string Name => "akismet";

    /// <summary>Names the version of the code and what it asks for when.</summary>
    public string Version { get; }

    /// <inheritdoc/>
    public PolicyCost Cost => PolicyCost.Outside;

    /// <inheritdoc/>
    public async ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var blog = await _blogs.FindAsync(context.Post.BlogId, cancellationToken).ConfigureAwait(false);
        var submission = AkismetSubmissions.Of(context.Comment, blog, context.Post.Slug, context.Post.PublishedAt, _options);
        submission = submission with
        {
            Language = context.Post.Language,
            Role = AkismetSubmissions.RoleOf(context.Actor.ForBlog(context.Post.BlogId)) ?? submission.Role,
            RecheckReason = context.IsEdit ? "edit" : null,
        };
        var answer = await _client.CheckAsync(submission, cancellationToken).ConfigureAwait(false);
        return answer.Verdict switch
        {
            AkismetVerdict.BlatantSpam => Finding(
                "akismet-discard",
                "Akismet takes the comment for plain spam and advises to discard it.",
                _options.OnDiscard,
                answer,
                score: 1),
            AkismetVerdict.Spam => Finding("akismet-spam", "Akismet takes the comment for spam.", _options.OnSpam, answer, score: 1),
            AkismetVerdict.Ham when answer.AlertCode is not null || answer.AlertMessage is not null => Finding(
                "akismet-alert",
                "Akismet warns about its account, so that its approval may mean nothing; see the log of the host.",
                _options.OnAlert,
                answer),
            AkismetVerdict.Ham => null,
            _ => Failure(answer),
        };
    }

    private ModerationFinding Failure(AkismetAnswer answer)
    {
        var (code, reason) = answer.Fault switch
        {
            AkismetFault.Timeout => (
                "akismet-timeout",
                FormattableString.Invariant($"Akismet did not answer within {_options.Timeout.TotalSeconds:0.##} seconds.")),
            AkismetFault.InvalidKey => ("akismet-invalid-key", "Akismet does not accept the key of this site."),
            AkismetFault.InvalidRequest => ("akismet-invalid-request", "Akismet found something missing in what it was sent."),
            AkismetFault.LimitReached => ("akismet-limit", "The account at Akismet has used up its calls."),
            AkismetFault.Refused => ("akismet-refused", "Akismet refused the call."),
            AkismetFault.Unreadable => ("akismet-unreadable", "Akismet's answer could not be understood."),
            _ => ("akismet-unavailable", "Akismet could not be reached."),
        };
        return Finding(
            code, _options.OnFailure is ModerationOutcome.Hold ? reason + " A person has to decide." : reason, _options.OnFailure, answer);
    }

    private static ModerationFinding Finding(string code, string reason, ModerationOutcome outcome, AkismetAnswer answer, double score = 0)
    {
        var details = new List<FindingDetail>();
        Add("help", answer.Help);
        Add("alert-code", answer.AlertCode);
        Add("alert", answer.AlertMessage);
        return new ModerationFinding
        {
            Code = code,
            Reason = reason,
            Outcome = outcome,
            PublicReason = outcome is ModerationOutcome.Reject ? "The comment looks like spam." : null,
            Score = score,
            Details = [.. details],
        };

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                details.Add(new FindingDetail(name, value));
            }
        }
    }
}
