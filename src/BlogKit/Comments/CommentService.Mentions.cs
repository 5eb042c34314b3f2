using System.Text;
using BlogKit.Internal;

namespace BlogKit;

public sealed partial class CommentService
{
    private const string MentionPolicy = "mention";
    private const string MentionHeld = "from-elsewhere";

    /// <summary>
    /// Keeps a page elsewhere that links to a post as a comment of its kind: judged by the policies like any comment, and held unless
    /// <see cref="NewMention.MayBeShown"/>. The same source again is the same comment: its changed text is judged again, one that was taken back comes back to be judged,
    /// one a moderator removed stays removed. Whether the source does link to the post, the host has found out.
    /// Errors: <see cref="ErrorCodes.InvalidUrl"/>, and those of <see cref="SubmitAsync"/> about the post, its thread and the policies.
    /// </summary>
    /// <param name="input">What was found there.</param>
    /// <param name="cancellationToken">Honoured until the comment is handed to the store.</param>
    public async Task<Result<SubmittedComment>> SubmitMentionAsync(NewMention input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return await MeasuredAsync("comment.mention", () => TakeMentionAsync(input, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<Result<SubmittedComment>> TakeMentionAsync(NewMention input, CancellationToken cancellationToken)
    {
        if (!IsMentionSource(input.Source))
        {
            return new BlogError(ErrorKind.Invalid, ErrorCodes.InvalidUrl, "Source is not an http or https address of a length that is taken.", nameof(NewMention.Source));
        }

        var host = input.Source.IdnHost;
        var name = PersonText.Tidy(input.Name ?? "", _options.MaximumNameLength);
        var by = new Commenter { Kind = CommenterKind.Guest, Name = TextRules.HasSomethingToSee(name) ? name : host, Url = input.Source };
        var text = MentionMarkdown(input.Text, host);
        var submissionKey = MentionKey(input.PostId, input.Source);
        var facts = await _comments.ReadIntakeAsync(
            new IntakeQuery { PostId = input.PostId, SubmissionKey = submissionKey, HistoryKey = by.HistoryKey, GuestNameKey = NameKey.From(by.Name) },
            cancellationToken).ConfigureAwait(false);
        if (facts.NameIsAuthors)
        {
            // Whoever it is, they did not sign in here.
            by = by with { Name = host };
            facts = facts with { NameIsAuthors = false };
        }

        if (facts.Stored is { } stored)
        {
            return await ChangeMentionAsync(stored.Comment, by, text, input, facts, cancellationToken).ConfigureAwait(false);
        }

        var now = _clock.GetUtcNow();
        var asComment = new NewComment(input.PostId, text);
        if (CommentAdmission.Check(asComment, facts, Actor.Anonymous, _options, now) is { } refusal)
        {
            return refusal;
        }

        var rendered = await RenderAsync(input.PostId, text, cancellationToken).ConfigureAwait(false);
        var comment = Compose(asComment, new CommentDraft(by, text, null, null), facts, rendered, Actor.Anonymous, now) with { Kind = input.Kind };
        var limit = facts.Post!.Comments.CloseAfterCount is > 0 and var most ? most : (int?)null;
        var added = await AddJudgedAsync(
            MentionContext(comment, facts, rendered, isEdit: false),
            new Submission(submissionKey, Hash(text), limit),
            decision => Held(decision, input),
            cancellationToken).ConfigureAwait(false);
        if (!added.Succeeded)
        {
            return added.Error;
        }

        return added.Value.Stored.Outcome switch
        {
            AdditionOutcome.Added => new SubmittedComment(added.Value.Comment with { Version = 1 }, Replayed: false),
            AdditionOutcome.Replayed => new SubmittedComment(added.Value.Stored.Stored!.Comment, Replayed: true),
            AdditionOutcome.PostMissing => Errors.NotFound(ErrorCodes.PostNotFound, "post"),
            AdditionOutcome.Full => CommentAdmission.Closed(ThreadClosedReason.ByCount),
            _ => throw new InvalidOperationException("The id generator returned an identity that is in use."),
        };
    }

    /// <summary>
    /// Takes back the mention of a post by a page that is gone or no longer links to it; a moderator can restore it. Without such a mention nothing happens.
    /// </summary>
    /// <param name="postId">The post.</param>
    /// <param name="source">The page, as it was submitted.</param>
    /// <param name="cancellationToken">Honoured until the change is handed to the store.</param>
    /// <returns>Whether a mention was taken back.</returns>
    public async Task<bool> WithdrawMentionAsync(PostId postId, Uri source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!IsMentionSource(source))
        {
            return false;
        }

        var facts = await _comments.ReadIntakeAsync(
            new IntakeQuery { PostId = postId, SubmissionKey = MentionKey(postId, source) }, cancellationToken).ConfigureAwait(false);
        if (facts.Stored?.Comment is not { Status: not CommentStatus.Deleted, PurgedAt: null } comment)
        {
            return false;
        }

        var withdrawn = comment with { Status = CommentStatus.Deleted, StatusBeforeRemoval = comment.StatusBeforeRemoval ?? comment.Status };
        var record = Record(withdrawn, ModerationAction.Withdrawn, comment.Status, Actor.Anonymous, _clock.GetUtcNow());
        return await _comments.UpdateAsync(new CommentChange(withdrawn, record), cancellationToken)
            .AnnounceAsync(_changes, comment, withdrawn).ConfigureAwait(false) is SaveOutcome.Saved;
    }

    private async Task<Result<SubmittedComment>> ChangeMentionAsync(
        Comment comment, Commenter by, string text, NewMention input, IntakeFacts facts, CancellationToken cancellationToken)
    {
        var isBack = comment.Status is CommentStatus.Deleted && comment.PurgedAt is null;
        if (comment.Status is not (CommentStatus.Approved or CommentStatus.Pending) && !isBack)
        {
            return new SubmittedComment(comment, Replayed: true);
        }

        if (!isBack && string.Equals(comment.Markdown, text, StringComparison.Ordinal) && string.Equals(comment.By.Name, by.Name, StringComparison.Ordinal))
        {
            return new SubmittedComment(comment, Replayed: true);
        }

        if (facts.Post is null)
        {
            return Errors.NotFound(ErrorCodes.PostNotFound, "post");
        }

        var now = _clock.GetUtcNow();
        var rendered = await RenderAsync(comment.PostId, text, cancellationToken).ConfigureAwait(false);
        var edited = WithText(comment, text, rendered) with { By = by, Revision = comment.Revision + 1, EditedAt = now.NotBefore(comment.EditedAt ?? comment.CreatedAt) };
        var judgement = await _moderation.JudgeAsync(MentionContext(edited, facts, rendered, isEdit: true), cancellationToken).ConfigureAwait(false);
        var decision = HeldByHand.StillIn(comment, Held(judgement.Decision, input));
        if (decision.Outcome is ModerationOutcome.Reject)
        {
            return Rejected(decision);
        }

        edited = Decided(edited, decision);
        var record = Record(edited, ModerationAction.Edited, comment.Status, Actor.Anonymous, now) with { Decision = decision, Shadows = judgement.Shadows };
        var replaced = new CommentRevision(comment.Id, comment.Revision, comment.Markdown, now, record.ActorKey);
        var outcome = await _comments.UpdateAsync(
            new CommentChange(edited, record, replaced) { Fingerprints = judgement.Fingerprints }, cancellationToken).AnnounceAsync(_changes, comment, edited).ConfigureAwait(false);
        var saved = Saved(outcome, edited);
        return saved.Succeeded ? new SubmittedComment(saved.Value, Replayed: false) : saved.Error;
    }

    private static ModerationContext MentionContext(Comment comment, IntakeFacts facts, RenderedComment rendered, bool isEdit) => new()
    {
        Comment = comment,
        Post = facts.Post!,
        Parent = null,
        History = facts.History,
        Links = rendered.Links,
        IsEdit = isEdit,
        Actor = Actor.Anonymous,
    };

    private static ModerationDecision Held(ModerationDecision decision, NewMention input) => input.MayBeShown ? decision : HeldByHand.Hold(decision, new ModerationFinding
    {
        Policy = MentionPolicy,
        PolicyVersion = "1",
        Code = MentionHeld,
        Reason = "A page elsewhere mentions the post: mentions wait for a moderator.",
        Outcome = ModerationOutcome.Hold,
    });

    private bool IsMentionSource(Uri source) =>
        source.IsAbsoluteUri && source.AbsoluteUri.Length <= _options.MaximumUrlLength && PersonText.IsWebAddress(source);

    private static string MentionKey(PostId postId, Uri source) => Hash("mention", postId.ToString(), source.AbsoluteUri);

    // Plain text is plain text: nothing in it is to become a link, a heading or a mention of somebody here.
    private string MentionMarkdown(string text, string host)
    {
        var plain = string.Join(' ', TextRules.WithoutLoneSurrogates(text).Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        plain = TextRules.HasSomethingToSee(plain) ? plain : host;
        var result = new StringBuilder(plain.Length + 16);
        foreach (var c in plain)
        {
            if (result.Length + 2 > _options.MaximumLength)
            {
                break;
            }

            result.Append(char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or ',' or '\'' or '?') && !char.IsControl(c) ? "\\" : "").Append(c);
        }

        return TextRules.WithoutLoneSurrogates(result.ToString()).TrimEnd();
    }
}
