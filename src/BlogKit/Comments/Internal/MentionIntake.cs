using System.Text;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>How pages elsewhere that link to a post become comments of it, are changed and taken back.</summary>
internal sealed class MentionIntake(
    ICommentIntakeStore intakeStore,
    ICommentChangeStore changeStore,
    IModerationLogStore log,
    CommentIntake intake,
    CommentTexts texts,
    CommentOptions options,
    TimeProvider clock,
    BlogKitInstruments instruments,
    BlogChanges changes)
{
    private static readonly ModerationFinding s_fromElsewhere = new()
    {
        Policy = "mention",
        PolicyVersion = "1",
        Code = "from-elsewhere",
        Reason = "A page elsewhere mentions the post: mentions wait for a moderator.",
        Outcome = ModerationOutcome.Hold,
    };

    public async Task<Result<SubmittedComment>> SubmitAsync(NewMention input, CancellationToken cancellationToken)
    {
        using var taking = new Taking(instruments, clock, "comment.mention");
        return taking.End(await TakeAsync(input, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Result<SubmittedComment>> TakeAsync(NewMention input, CancellationToken cancellationToken)
    {
        if (!IsSource(input.Source) || AddressHost.Of(input.Source) is not { } host)
        {
            return BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.InvalidUrl,
                "{field} is not an http or https address of a length that is taken.",
                nameof(NewMention.Source));
        }

        var name = PersonText.Tidy(input.Name ?? "", options.MaximumNameLength);
        var by = new Commenter { Kind = CommenterKind.Guest, Name = TextRules.HasSomethingToSee(name) ? name : host, Url = input.Source };
        var text = MarkdownOf(input.Text, host);
        var submissionKey = KeyOf(input.PostId, input.Source);
        var facts = await intakeStore.ReadIntakeAsync(
            new IntakeQuery
            {
                BlogId = input.BlogId,
                PostId = input.PostId,
                SubmissionKey = submissionKey,
                HistoryKey = by.HistoryKey,
                GuestNameKey = NameKey.From(by.Name),
            },
            cancellationToken).ConfigureAwait(false);
        if (facts.NameIsAuthors)
        {
            // The source uses the name of an author of this blog, but nobody signed in: show the host of the source instead.
            by = by with { Name = host };
            facts = facts with { NameIsAuthors = false };
        }

        if (facts.Stored is { } stored)
        {
            return await ChangeAsync(stored.Comment, by, text, input, facts, cancellationToken).ConfigureAwait(false);
        }

        var now = clock.GetUtcNow();
        var asComment = new NewComment(input.BlogId, input.PostId, text);
        if (CommentAdmission.Check(asComment, facts, Actor.Anonymous, options, now) is { } refusal)
        {
            return refusal;
        }

        var comment = intake.Compose(asComment, new CommentDraft(by, text, null, null), facts, Actor.Anonymous, now) with
        {
            Kind = input.Kind,
        };
        var limit = facts.Post!.Comments.CloseAfterCount is > 0 and var most ? most : (int?)null;
        var added = await intake.AddAsync(
            ContextOf(comment, facts, links: [], isEdit: false),
            new Submission(submissionKey, SubmissionHash.Of(text), limit),
            input.MayBeShown ? null : s_fromElsewhere,
            cancellationToken).ConfigureAwait(false);
        if (!added.Succeeded)
        {
            return added.Error;
        }

        return added.Value.Stored.Outcome switch
        {
            AdditionOutcome.Added => Taken(added.Value.Comment with { Version = 1 }, replayed: false),
            AdditionOutcome.Replayed => Taken(added.Value.Stored.Stored!.Comment, replayed: true),
            AdditionOutcome.PostMissing => Errors.PostNotFound,
            AdditionOutcome.Full => CommentAdmission.Closed(ThreadClosedReason.ByCount),
            _ => throw new InvalidOperationException("The id generator returned an identity that is in use."),
        };
    }

    public async Task<bool> WithdrawAsync(BlogId blogId, PostId postId, Uri source, CancellationToken cancellationToken)
    {
        if (!IsSource(source))
        {
            return false;
        }

        var facts = await intakeStore.ReadIntakeAsync(
            new IntakeQuery { BlogId = blogId, PostId = postId, SubmissionKey = KeyOf(postId, source) },
            cancellationToken).ConfigureAwait(false);
        // The source cannot withdraw a mention that a moderator removed: after a withdrawal it could bring the mention back.
        if (facts.Stored?.Comment is not { Status: CommentStatus.Approved or CommentStatus.Pending, PurgedAt: null } comment)
        {
            return false;
        }

        var withdrawn = comment with
        {
            Status = CommentStatus.Deleted,
            StatusBeforeRemoval = comment.StatusBeforeRemoval ?? comment.Status,
        };
        var record = CommentRecords.Of(withdrawn, ModerationAction.Withdrawn, comment.Status, Actor.Anonymous, clock.GetUtcNow());
        return await changeStore.UpdateAsync(new CommentChange(withdrawn, record), cancellationToken)
            .AnnounceAsync(changes, comment, withdrawn).ConfigureAwait(false) is SaveOutcome.Saved;
    }

    private async Task<Result<SubmittedComment>> ChangeAsync(
        Comment comment, Commenter by, string text, NewMention input, IntakeFacts facts, CancellationToken cancellationToken)
    {
        var isBack = comment is { Status: CommentStatus.Deleted, PurgedAt: null }
            && await WasWithdrawnBySourceAsync(comment, cancellationToken).ConfigureAwait(false);
        if (comment.Status is not (CommentStatus.Approved or CommentStatus.Pending) && !isBack)
        {
            return Taken(comment, replayed: true);
        }

        if (!isBack
            && string.Equals(comment.Markdown, text, StringComparison.Ordinal)
            && string.Equals(comment.By.Name, by.Name, StringComparison.Ordinal))
        {
            return Taken(comment, replayed: true);
        }

        if (facts.Post is null)
        {
            return Errors.PostNotFound;
        }

        var now = clock.GetUtcNow();
        var rendered = await texts.RenderAsync(comment.BlogId, comment.PostId, text, cancellationToken).ConfigureAwait(false);
        var edited = texts.With(comment, text, rendered) with
        {
            By = by,
            Revision = comment.Revision + 1,
            EditedAt = now.NotBefore(comment.EditedAt ?? comment.CreatedAt),
        };
        var judged = await intake.JudgeAsync(
            comment,
            ContextOf(edited, facts, rendered.Links, isEdit: true),
            input.MayBeShown ? null : s_fromElsewhere,
            cancellationToken).ConfigureAwait(false);
        if (!judged.Succeeded)
        {
            return judged.Error;
        }

        var changed = CommentIntake.Decided(judged.Value.Comment);
        var saved = await intake.SaveAsync(
            comment, changed, judged.Value.Judgement, Actor.Anonymous, now, cancellationToken).ConfigureAwait(false);
        return saved.Succeeded ? Taken(saved.Value, replayed: false) : saved.Error;
    }

    private async Task<bool> WasWithdrawnBySourceAsync(Comment comment, CancellationToken cancellationToken) =>
        (await log.ListAllOfCommentAsync(comment.BlogId, comment.Id, cancellationToken).ConfigureAwait(false))
            .LastOrDefault(static r => r.Action is ModerationAction.Withdrawn)?.ActorKey == ActorKey.Anonymous;

    // Only moderators may see who holds the mention; its sender is none.
    private static SubmittedComment Taken(Comment comment, bool replayed) => new(comment with { Hold = null }, replayed);

    private static ModerationContext ContextOf(Comment comment, IntakeFacts facts, ImmutableArray<string> links, bool isEdit) => new()
    {
        Comment = comment,
        Post = facts.Post!,
        Parent = null,
        History = facts.History,
        Links = links,
        IsEdit = isEdit,
        Actor = Actor.Anonymous,
    };

    private bool IsSource(Uri source) =>
        source.IsAbsoluteUri && source.AbsoluteUri.Length <= options.MaximumUrlLength && PersonText.IsWebAddress(source);

    private static string KeyOf(PostId postId, Uri source) => SubmissionHash.Of("mention", postId.ToString(), source.AbsoluteUri);

    // The text of the source is plain text: it is escaped so that nothing in it becomes a link, a heading or a mention of somebody here.
    private string MarkdownOf(string text, string host)
    {
        var plain = string.Join(
            ' ', TextRules.WithoutLoneSurrogates(text).Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        plain = TextRules.HasSomethingToSee(plain) ? plain : host;
        var result = new StringBuilder(plain.Length + 16);
        foreach (var c in plain)
        {
            if (result.Length + 2 > options.MaximumLength)
            {
                break;
            }

            result.Append(char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or ',' or '\'' or '?') && !char.IsControl(c)
                ? "\\"
                : "").Append(c);
        }

        return TextRules.WithoutLoneSurrogates(result.ToString()).TrimEnd();
    }
}
