using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>
/// The one way by which texts of comments come in, new or changed, from people and from other sites: judged, decided, stored, told to
/// listeners, logged and counted here.
/// </summary>
internal sealed class CommentIntake(
    ICommentIntakeStore intakeStore,
    ICommentChangeStore changeStore,
    ModerationPipeline moderation,
    CommentTexts texts,
    IIdGenerator ids,
    TimeProvider clock,
    BlogChanges changes,
    ILogger<CommentService> logger)
{
    private const int MostJudgements = 8;

    private static readonly BlogError s_flooded = BlogError.Of(
        ErrorKind.TooMany, ErrorCodes.TooManyComments, "Too many comments are sent at once. Try again in a while.");

    private readonly SteadyTime _time = new(clock);

    /// <summary>What a comment becomes by the decision about its text.</summary>
    public static Comment Decided(Comment comment)
    {
        var status = StatusFor(comment.Decision.Outcome);
        return comment with
        {
            Status = status,
            StatusBeforeRemoval = status is CommentStatus.Spam ? CommentStatus.Pending : null,
            ApprovedRevision = status is CommentStatus.Approved ? comment.Revision : comment.ApprovedRevision,
        };
    }

    /// <summary>The status that a decision gives.</summary>
    public static CommentStatus StatusFor(ModerationOutcome outcome) => outcome switch
    {
        ModerationOutcome.Approve => CommentStatus.Approved,
        ModerationOutcome.Spam => CommentStatus.Spam,
        _ => CommentStatus.Pending,
    };

    /// <summary>How long ago a comment was submitted, whatever was done with the clock since.</summary>
    public TimeSpan AgeOf(Comment comment) => _time.Since(comment.Id.Value, comment.CreatedAt);

    /// <summary>A comment with an identity and its place in the thread, its text not yet rendered.</summary>
    public Comment Compose(NewComment input, CommentDraft draft, IntakeFacts facts, Actor actor, DateTimeOffset now)
    {
        var id = new CommentId(ids.Next());
        _time.Observe(id.Value);
        return new Comment
        {
            Id = id,
            BlogId = facts.Post!.BlogId,
            PostId = input.PostId,
            ParentId = facts.Parent?.Id,
            RootId = facts.Parent?.RootId ?? id,
            Depth = facts.Parent is { } parent ? parent.Depth + 1 : 0,
            By = draft.By,
            OwnerKey = actor.Key,
            Markdown = draft.Markdown,
            Html = "",
            PlainText = "",
            RendererVersion = texts.RendererVersion,
            Decision = new ModerationDecision { Outcome = ModerationOutcome.Hold, Findings = [], DecidedAt = now },
            RemoteAddress = draft.RemoteAddress,
            UserAgent = draft.UserAgent,
            CreatedAt = now,
        };
    }

    /// <summary>
    /// Renders a new comment, judges it and stores it; one that is refused for its writer alone is not rendered. Judges it again while
    /// others are faster, and a window that had room has none left. Each turn fills one more, so this ends; a policy that never minds is
    /// stopped after <see cref="MostJudgements"/>.
    /// </summary>
    public async Task<Result<Addition>> AddAsync(
        ModerationContext context,
        Submission submission,
        ModerationFinding? heldBy,
        CancellationToken cancellationToken)
    {
        var writer = await moderation.JudgeWriterAsync(context, cancellationToken).ConfigureAwait(false);
        if (writer.Refusal is { } refusal)
        {
            return Rejected(refusal);
        }

        context = await RenderAsync(context, cancellationToken).ConfigureAwait(false);
        for (var judgements = 0; judgements < MostJudgements; judgements++)
        {
            // Again, when a window filled up meanwhile: then it is to be counted anew.
            var judgement = judgements == 0
                ? await moderation.JudgeAsync(context, writer, cancellationToken).ConfigureAwait(false)
                : await moderation.JudgeAsync(context, cancellationToken).ConfigureAwait(false);
            var decision = Held(judgement.Decision, heldBy);
            if (decision.Outcome is ModerationOutcome.Reject)
            {
                return Rejected(decision);
            }

            decision = decision.WithoutRefusals();
            var comment = Decided(context.Comment with { Decision = decision });
            var record = CommentRecords.Of(comment, ModerationAction.Submitted, null, context.Actor, comment.CreatedAt) with
            {
                Decision = decision,
                Shadows = WithoutRefusals(judgement.Shadows),
            };
            var result = await intakeStore.AddAsync(
                new CommentAddition(comment, record)
                {
                    SubmissionKey = submission.Key,
                    RequestHash = submission.RequestHash,
                    CloseAfterCount = submission.CloseAfterCount,
                    Fingerprints = judgement.Fingerprints,
                    Limits = judgement.Limits,
                    DisplayName = submission.DisplayName,
                },
                cancellationToken).ConfigureAwait(false);
            if (result.Outcome is AdditionOutcome.Flooded)
            {
                continue;
            }

            if (result.Outcome is AdditionOutcome.Added)
            {
                changes.Added(comment);
                IntakeLog.CommentSubmitted(logger, comment.Id, comment.PostId, comment.Decision.Outcome);
            }

            return new Addition(comment, result);
        }

        return s_flooded;
    }

    private async Task<ModerationContext> RenderAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        var comment = context.Comment;
        var rendered = await texts.RenderAsync(
            comment.BlogId, comment.PostId, comment.Markdown, cancellationToken).ConfigureAwait(false);
        return context with { Comment = texts.With(comment, comment.Markdown, rendered), Links = rendered.Links };
    }

    /// <summary>
    /// Judges the changed text of a comment. What people put back to wait goes on waiting, whatever the policies say.
    /// </summary>
    /// <param name="before">The comment as it is stored.</param>
    /// <param name="context">The comment with its new text, and what it is judged by.</param>
    /// <param name="heldBy">What holds it besides; null for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The comment with the decision about its new text and who holds it, in the status it had.</returns>
    public async Task<Result<JudgedChange>> JudgeAsync(
        Comment before, ModerationContext context, ModerationFinding? heldBy, CancellationToken cancellationToken)
    {
        var judgement = await moderation.JudgeAsync(context, cancellationToken).ConfigureAwait(false);
        var (decision, hold) = HeldByHand.GoesOn(before, Held(judgement.Decision, heldBy));
        return decision.Outcome is ModerationOutcome.Reject
            ? Rejected(decision)
            : new JudgedChange(context.Comment with { Decision = decision.WithoutRefusals(), Hold = hold }, judgement);
    }

    /// <summary>Stores the changed text of a comment, with what the policies found and the text it had.</summary>
    /// <param name="before">The comment as it is stored.</param>
    /// <param name="changed">The comment as it is to be.</param>
    /// <param name="judgement">What the policies found in its new text.</param>
    /// <param name="actor">Who changed it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Honoured until the change is handed to the store.</param>
    public async Task<Result<Comment>> SaveAsync(
        Comment before, Comment changed, Judgement judgement, Actor actor, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var record = CommentRecords.Of(changed, ModerationAction.Edited, before.Status, actor, at) with
        {
            FromBeforeRemoval = before.StatusBeforeRemoval,
            // The record has the decision of the policies without the hold: the hold and its reason were logged when it was set.
            Decision = changed.Hold is { } hold ? changed.Decision with { Outcome = hold.OutcomeBefore } : changed.Decision,
            Shadows = WithoutRefusals(judgement.Shadows),
        };
        var replaced = new CommentRevision
        {
            CommentId = before.Id,
            Revision = before.Revision,
            Markdown = before.Markdown,
            ReplacedAt = at,
            ReplacedBy = record.ActorKey,
        };
        var change = new CommentChange(changed, record, replaced) { Fingerprints = judgement.Fingerprints };
        var outcome = await changeStore.UpdateAsync(change, cancellationToken)
            .AnnounceAsync(changes, before, changed).ConfigureAwait(false);
        if (outcome is SaveOutcome.Saved)
        {
            IntakeLog.CommentEdited(logger, changed.Id, changed.PostId, changed.Decision.Outcome);
        }

        return CommentRecords.Saved(outcome, changed);
    }

    private static ModerationDecision Held(ModerationDecision decision, ModerationFinding? heldBy) =>
        heldBy is null ? decision : decision.HeldBy(heldBy);

    private static ImmutableArray<ShadowVerdict> WithoutRefusals(ImmutableArray<ShadowVerdict> shadows) =>
        [.. shadows.Select(static s => s with { Decision = s.Decision.WithoutRefusals() })];

    private static BlogError Rejected(ModerationDecision decision) =>
        RefusalOf(decision) is { } refusal
            ? NotTaken(refusal.Kind, refusal.Code, refusal.Kind is ErrorKind.Invalid ? nameof(NewComment.Markdown) : null, decision)
            : NotTaken(ErrorKind.Invalid, ErrorCodes.Rejected, nameof(NewComment.Markdown), decision);

    // The policy with the first name is chosen, so that the result does not depend on the order of registration.
    private static FindingRefusal? RefusalOf(ModerationDecision decision) => decision.Findings
        .Where(static f => f is { Outcome: ModerationOutcome.Reject, Refusal: not null })
        .MinBy(static f => f.Policy, StringComparer.Ordinal)?.Refusal;

    private static BlogError NotTaken(ErrorKind kind, string code, string? field, ModerationDecision decision) =>
        decision.PublicExplanation is { } explanation
            ? BlogError.Of(kind, code, "The comment was not taken. {explanation}", field, ("explanation", explanation))
            : BlogError.Of(kind, code, "The comment was not taken. It is against the rules of this blog.", field);
}
