using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Takes comments and lets their writers change them. Every expected failure is an error with a code, and changes nothing.
/// Safe for concurrent use.
/// </summary>
public sealed partial class CommentService
{
    private readonly ICommentStore _comments;
    private readonly ICommentIntakeStore _intakeStore;
    private readonly ICommentChangeStore _changeStore;
    private readonly IFeedbackStore _feedback;
    private readonly IBlogStore _blogs;
    private readonly CommentIntake _intake;
    private readonly MentionIntake _mentions;
    private readonly CommentTexts _texts;
    private readonly CommentOptions _options;
    private readonly TimeProvider _clock;
    private readonly BlogKitInstruments _instruments;
    private readonly BlogChanges _changes;

    internal CommentService(
        ICommentStore comments,
        ICommentIntakeStore intakeStore,
        ICommentChangeStore changeStore,
        IModerationLogStore log,
        IFeedbackStore feedback,
        IBlogStore blogs,
        CommentIntake intake,
        CommentTexts texts,
        CommentOptions options,
        TimeProvider clock,
        BlogKitInstruments instruments,
        BlogChanges changes)
    {
        ArgumentNullException.ThrowIfNull(options);
        _comments = comments;
        _intakeStore = intakeStore;
        _changeStore = changeStore;
        _feedback = feedback;
        _blogs = blogs;
        _intake = intake;
        _texts = texts;
        _options = options;
        _mentions = new MentionIntake(intakeStore, changeStore, log, intake, texts, _options, clock, instruments, changes);
        _clock = clock;
        _instruments = instruments;
        _changes = changes;
    }

    /// <summary>
    /// Takes a comment: validates, judges and stores it. When the result succeeds, the comment is committed; its
    /// <see cref="Comment.Status"/> says whether it is shown, held or spam. The host has checked the password of a protected post.
    /// </summary>
    /// <remarks>
    /// Errors: <see cref="ErrorCodes.Required"/>, <see cref="ErrorCodes.TooLong"/>, <see cref="ErrorCodes.InvalidText"/>,
    /// <see cref="ErrorCodes.InvalidName"/>, <see cref="ErrorCodes.NameIsAddress"/>, <see cref="ErrorCodes.InvalidEmail"/>,
    /// <see cref="ErrorCodes.InvalidUrl"/>, <see cref="ErrorCodes.SignInRequired"/>, <see cref="ErrorCodes.PostNotFound"/>,
    /// <see cref="ErrorCodes.CommentsClosed"/>, <see cref="ErrorCodes.ParentNotShown"/>, <see cref="ErrorCodes.TooDeep"/>,
    /// <see cref="ErrorCodes.NameIsAuthors"/>, <see cref="ErrorCodes.EmailIsAuthors"/>, <see cref="ErrorCodes.KeyReused"/>,
    /// <see cref="ErrorCodes.Rejected"/>, <see cref="ErrorCodes.TooManyComments"/>, <see cref="ErrorCodes.Banned"/>.
    /// Cost: one read and one write of the store; one more read when the text has an @, one when some policy needs to know how much is sent
    /// or who is banned, and one when some policy needs more than that. Whoever is banned or sends too much is refused before the text is
    /// rendered and judged.
    /// </remarks>
    /// <param name="input">The comment as it was sent; nothing in it is trusted.</param>
    /// <param name="actor">The actor who sends it.</param>
    /// <param name="cancellationToken">Honoured until the comment is handed to the store.</param>
    public async Task<Result<SubmittedComment>> SubmitAsync(NewComment input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        using var taking = new Taking(_instruments, _clock, "comment.submit");
        return taking.End(await TakeAsync(input, actor, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Result<SubmittedComment>> TakeAsync(NewComment input, Actor actor, CancellationToken cancellationToken)
    {
        var draft = CommentDraft.Read(input, actor, _options);
        if (!draft.Succeeded)
        {
            return draft.Errors;
        }

        var by = draft.Value.By;
        var isGuest = by.Kind is CommenterKind.Guest;
        var isNameless = actor.NameSource is not NameSource.Application;
        var typedName = isNameless ? draft.Value.DisplayName ?? "" : by.Name;
        var submissionKey = input.IdempotencyKey is { } key
            ? SubmissionHash.Of(input.PostId.ToString(), Submitter(actor, by, input), key)
            : null;
        var requestHash = submissionKey is null
            ? null
            : SubmissionHash.Of(
                input.ParentId?.ToString() ?? "", typedName, by.Email ?? "", by.Url?.OriginalString ?? "", draft.Value.Markdown);
        var facts = await _intakeStore.ReadIntakeAsync(
            new IntakeQuery
            {
                BlogId = input.BlogId,
                PostId = input.PostId,
                ParentId = input.ParentId,
                SubmissionKey = submissionKey,
                HistoryKey = by.HistoryKey,
                NamelessUserKey = isNameless ? by.UserKey : null,
                GuestNameKey = isGuest || draft.Value.DisplayName is not null ? NameKey.From(typedName) : null,
                GuestEmail = isGuest ? by.Email?.ToLowerInvariant() : null,
            },
            cancellationToken).ConfigureAwait(false);

        if (facts.Stored is { } stored)
        {
            return Replay(stored, requestHash!, actor);
        }

        var now = _clock.GetUtcNow();
        if (CommentAdmission.Check(input, facts, actor, _options, now) is { } refusal)
        {
            return refusal;
        }

        by = isNameless
            ? by with
            {
                Name = facts.DisplayName
                ?? draft.Value.DisplayName
                ?? (actor.NameSource is NameSource.Neutral ? by.Name : ShownName.Neutral)
            }
            : by;
        var comment = _intake.Compose(input, draft.Value with { By = by }, facts, actor, now);
        var context = new ModerationContext
        {
            Comment = comment,
            Post = facts.Post!,
            Parent = facts.Parent,
            History = facts.History,
            Links = [],
            Actor = actor,
            Form = input.Form,
        };
        var limit = facts.Post!.Comments.CloseAfterCount is > 0 and var most && !actor.ForBlog(comment.BlogId).CanModerate
            ? most
            : (int?)null;
        var submission = new Submission(submissionKey, requestHash, limit)
        {
            DisplayName = facts.DisplayName is null
            ? draft.Value.DisplayName
            : null
        };
        var added = await _intake.AddAsync(context, submission, heldBy: null, cancellationToken).ConfigureAwait(false);
        if (!added.Succeeded)
        {
            return added.Error;
        }

        var result = added.Value.Stored;
        return result.Outcome switch
        {
            AdditionOutcome.Added => new SubmittedComment(added.Value.Comment with { Version = 1 }, Replayed: false),
            AdditionOutcome.Replayed => Replay(result.Stored!, requestHash!, actor),
            AdditionOutcome.PostMissing => Errors.PostNotFound,
            AdditionOutcome.ParentNotShown => CommentAdmission.ParentNotShown,
            AdditionOutcome.Full => CommentAdmission.Closed(ThreadClosedReason.ByCount),
            // Another comment of the same user was stored first and brought another display name: take this comment again, under that name.
            AdditionOutcome.OtherName => await TakeAsync(input, actor, cancellationToken).ConfigureAwait(false),
            _ => throw new InvalidOperationException("The id generator returned an identity that is in use."),
        };
    }

    /// <summary>
    /// Renders a text as <see cref="SubmitAsync"/> would, and stores nothing. Fails with the errors that the text would give there.
    /// </summary>
    public async Task<Result<RenderedComment>> PreviewAsync(
        BlogId blogId, PostId postId, string markdown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var errors = new InputErrors();
        errors.RequiredText(markdown, _options.MaximumLength, nameof(NewComment.Markdown));
        return errors.Any
            ? errors.ToImmutable()
            : await _texts.RenderAsync(blogId, postId, CommentTexts.NormaliseLines(markdown), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Changes the text of a comment: its writer within <see cref="CommentOptions.EditWindow"/>, a moderator at any time.
    /// An approval belongs to the text that was approved, so a writer's new one is judged again; what a moderator held by hand stays held.
    /// A moderator's change of somebody else's text leaves the status as it is. The replaced text is kept.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="id">The comment.</param>
    /// <param name="markdown">The new text.</param>
    /// <param name="actor">The actor who changes it.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="cancellationToken">Honoured until the change is handed to the store.</param>
    public async Task<Result<Comment>> EditAsync(
        BlogId blogId, CommentId id, string markdown, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(actor);
        var errors = new InputErrors();
        errors.RequiredText(markdown, _options.MaximumLength, nameof(NewComment.Markdown));
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var found = await FindChangeableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var comment = found.Value;
        var text = CommentTexts.NormaliseLines(markdown);
        if (string.Equals(text, comment.Markdown, StringComparison.Ordinal))
        {
            return For(actor, comment);
        }

        var facts = await _intakeStore.ReadIntakeAsync(
            new IntakeQuery { BlogId = blogId, PostId = comment.PostId, ParentId = comment.ParentId, HistoryKey = comment.By.HistoryKey },
            cancellationToken).ConfigureAwait(false);
        if (facts.Post is null)
        {
            return Errors.PostNotFound;
        }

        actor = actor.ForBlog(comment.BlogId);
        var now = _clock.GetUtcNow();
        var rendered = await _texts.RenderAsync(comment.BlogId, comment.PostId, text, cancellationToken).ConfigureAwait(false);
        var edited = _texts.With(comment, text, rendered) with
        {
            Revision = comment.Revision + 1,
            EditedAt = now.NotBefore(comment.EditedAt ?? comment.CreatedAt),
        };
        var context = new ModerationContext
        {
            Comment = edited,
            Post = facts.Post,
            Parent = facts.Parent,
            History = facts.History,
            Links = rendered.Links,
            IsEdit = true,
            Actor = actor,
        };
        var judged = await _intake.JudgeAsync(comment, context, heldBy: null, cancellationToken).ConfigureAwait(false);
        if (!judged.Succeeded)
        {
            return judged.Error;
        }

        var changed = AfterEdit(comment, judged.Value.Comment, actor);
        return For(actor, await _intake.SaveAsync(
            comment, changed, judged.Value.Judgement, actor, now, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Withdraws a comment: its writer within <see cref="CommentOptions.EditWindow"/>, a moderator at any time. Its replies stay; a
    /// moderator can restore it.
    /// </summary>
    public async Task<Result<Comment>> WithdrawAsync(
        BlogId blogId, CommentId id, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await FindChangeableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded || found.Value.Status is CommentStatus.Deleted)
        {
            return For(actor, found);
        }

        var comment = found.Value;
        var withdrawn = comment with
        {
            Status = CommentStatus.Deleted,
            StatusBeforeRemoval = comment.StatusBeforeRemoval ?? comment.Status,
        };
        var record = CommentRecords.Of(withdrawn, ModerationAction.Withdrawn, comment.Status, actor, _clock.GetUtcNow());
        var outcome = await _changeStore.UpdateAsync(
            new CommentChange(withdrawn, record), cancellationToken).AnnounceAsync(_changes, comment, withdrawn).ConfigureAwait(false);
        return For(actor, CommentRecords.Saved(outcome, withdrawn));
    }

    /// <summary>
    /// Returns a comment as its writer or a moderator may see it, hidden or not. Everybody else gets
    /// <see cref="ErrorCodes.CommentNotFound"/> unless it is approved, and then without what is never shown: addresses, owner, user agent
    /// and the findings about it. <see cref="Comment.Hold"/> is for moderators alone. The caller has checked that the actor may read
    /// the post.
    /// </summary>
    public async Task<Result<Comment>> GetAsync(BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is not null && (actor.ForBlog(comment.BlogId).CanModerate || comment.IsOwnedBy(actor)))
        {
            return For(actor, comment);
        }

        return comment is { Status: CommentStatus.Approved }
            ? ForReaders(comment)
            : Errors.CommentNotFound;
    }

    /// <summary>
    /// Votes for or against a shown comment, or takes the vote back. One vote per actor, and one voice for all guests of a network;
    /// repeating it changes nothing.
    /// </summary>
    public async Task<Result<FeedbackCounts>> VoteAsync(
        BlogId blogId, CommentId id, Vote vote, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!Enum.IsDefined(vote))
        {
            return BlogError.Of(ErrorKind.Invalid, ErrorCodes.OutOfRange, "{field} must be -1, 0 or 1.", "Vote");
        }

        var voter = await FindVoterAsync(blogId, id, actor, cancellationToken).ConfigureAwait(false);
        if (!voter.Succeeded)
        {
            return voter.Error;
        }

        var counts = await _feedback.SetVoteAsync(
            blogId, id, new Voter(actor.Key!.Value, actor.Network), vote, cancellationToken).ConfigureAwait(false);
        return Counted(voter.Value, counts);
    }

    /// <summary>
    /// Reacts to a shown comment with one of the blog's <see cref="Blog.Reactions"/>, or takes the reaction back (null). One reaction per
    /// actor, and one for all guests of a network.
    /// </summary>
    public async Task<Result<FeedbackCounts>> ReactAsync(
        BlogId blogId, CommentId id, string? reaction, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var voter = await FindVoterAsync(blogId, id, actor, cancellationToken).ConfigureAwait(false);
        if (!voter.Succeeded)
        {
            return voter.Error;
        }

        if (reaction is not null)
        {
            var blog = await _blogs.FindAsync(blogId, cancellationToken).ConfigureAwait(false);
            if (blog is null || !blog.Reactions.Any(r => string.Equals(r.Key, reaction, StringComparison.Ordinal)))
            {
                return BlogError.Of(ErrorKind.Invalid, ErrorCodes.UnknownReaction, "{field} is not one of this blog's.", "Reaction");
            }
        }

        var counts = await _feedback.SetReactionAsync(
            blogId, id, new Voter(actor.Key!.Value, actor.Network), reaction, cancellationToken).ConfigureAwait(false);
        return Counted(voter.Value, counts);
    }

    private async Task<Result<Comment>> FindChangeableAsync(
        BlogId blogId, CommentId id, long version, Actor actor, CancellationToken cancellationToken)
    {
        var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is null)
        {
            return Errors.CommentNotFound;
        }

        actor = actor.ForBlog(comment.BlogId);
        if (!actor.CanModerate && !comment.IsOwnedBy(actor))
        {
            return comment.Status is CommentStatus.Approved
                ? Errors.NotAllowed("You may not change somebody else's comment.")
                : Errors.CommentNotFound;
        }

        if (comment.PurgedAt is not null)
        {
            return Errors.Purged;
        }

        if (!actor.CanModerate)
        {
            if (comment.Status is not (CommentStatus.Approved or CommentStatus.Pending))
            {
                return Errors.NotAllowed("You may not change a comment that was taken down.");
            }

            if (_intake.AgeOf(comment) >= _options.EditWindow)
            {
                return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.EditWindowOver, "The time to edit or withdraw this comment is over.");
            }
        }

        return comment.Version == version ? comment : Errors.Changed("comment");
    }

    private async Task<Result<Comment>> FindVoterAsync(BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Key is null)
        {
            return Errors.NotAllowed("You may not vote or react without being recognised.");
        }

        var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is not { Status: CommentStatus.Approved })
        {
            return Errors.CommentNotFound;
        }

        return comment.IsOwnedBy(actor)
            ? BlogError.Of(ErrorKind.Forbidden, ErrorCodes.OwnComment, "Nobody votes for or reacts to their own comment.")
            : comment;
    }

    private Result<FeedbackCounts> Counted(Comment comment, FeedbackCounts? counts)
    {
        if (counts is null)
        {
            return Errors.CommentNotFound;
        }

        _changes.Announce(new BlogChange(comment.BlogId, BlogChangeKind.Feedback) { PostId = comment.PostId, CommentId = comment.Id });
        return counts;
    }

    private static Result<Comment> For(Actor actor, Result<Comment> result) =>
        result.Succeeded ? For(actor, result.Value) : result;

    // Only moderators may see who holds a comment and why. Its writer gets the reason from AppealService.
    private static Comment For(Actor actor, Comment comment) =>
        actor.ForBlog(comment.BlogId).CanModerate ? comment : comment with { Hold = null };

    private static Comment ForReaders(Comment comment) => comment with
    {
        By = comment.By with { Email = null, UserKey = null },
        OwnerKey = null,
        RemoteAddress = null,
        UserAgent = null,
        Decision = comment.Decision with { Findings = [], Points = 0, PolicySet = null },
        Hold = null,
        Appeal = null,
    };

    // An edit by a moderator does not approve the comment: approving is a separate action. So the status stays.
    private static Comment AfterEdit(Comment before, Comment edited, Actor actor)
    {
        var keepsStatus = before.Status is not (CommentStatus.Approved or CommentStatus.Pending)
            || (actor.CanModerate && !before.IsOwnedBy(actor));
        var status = keepsStatus ? before.Status : CommentIntake.StatusFor(edited.Decision.Outcome);
        return edited with
        {
            Status = status,
            StatusBeforeRemoval = status is CommentStatus.Spam && before.Status is not CommentStatus.Spam
                ? before.Status
                : before.StatusBeforeRemoval,
            ApprovedRevision = status is CommentStatus.Approved ? edited.Revision : before.ApprovedRevision,
        };
    }

    private static Result<SubmittedComment> Replay(StoredSubmission stored, string requestHash, Actor actor) =>
        string.Equals(stored.RequestHash, requestHash, StringComparison.Ordinal)
            ? new SubmittedComment(For(actor, stored.Comment), Replayed: true)
            : BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.KeyReused,
                "{field} was used for another comment already. Use a new one.",
                nameof(NewComment.IdempotencyKey));

    // The submitter is part of the hash, so that two people who use the same idempotency key do not get each other's comment. A guest is
    // identified by what they typed, not by the secret in their cookie: when the answer that set the cookie was lost, the same form comes
    // again without it.
    private static string Submitter(Actor actor, Commenter by, NewComment input) =>
        by.Kind is CommenterKind.Guest
            ? by.HistoryKey ?? "name:" + SubmissionHash.Of(by.Name, input.RemoteAddress ?? "")
            : actor.Key!.Value.ToString();
}
