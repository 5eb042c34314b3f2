using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>Says why a comment is where it is.</summary>
internal static class WhyHereText
{
    /// <summary>From the comment alone, so that a list costs no more reads than its page.</summary>
    public static WhyHere From(Comment comment, DateTimeOffset now) => Compose(comment, null, now);

    /// <summary>From the comment and its log, which knows who did it.</summary>
    public static WhyHere From(Comment comment, ImmutableArray<ModerationRecord> records, DateTimeOffset now) =>
        Compose(comment, new CommentLog(records).Cause, now);

    private static WhyHere Compose(Comment comment, ModerationRecord? cause, DateTimeOffset now)
    {
        var decision = comment.Decision;
        var (kind, sentence) = comment.Status switch
        {
            CommentStatus.Pending => Pending(comment),
            CommentStatus.Spam when decision.Outcome is ModerationOutcome.Spam =>
                (WhyHereKind.Policies, $"Taken for spam{Points(decision)}: {decision.Explanation}"),
            CommentStatus.Spam => (WhyHereKind.Moderator, "Marked as spam by a moderator."),
            CommentStatus.Trashed => (WhyHereKind.Moderator, "Taken down by a moderator."),
            CommentStatus.Deleted => (WhyHereKind.Writer, "Withdrawn."),
            _ when decision.Outcome is ModerationOutcome.Approve => (WhyHereKind.Policies, $"Shown: {decision.Explanation}"),
            _ => (WhyHereKind.Moderator, "Approved by a moderator."),
        };
        if (cause is not null && ByHand(cause) is { } byHand)
        {
            (kind, sentence) = (WhyHereKind.Moderator, byHand);
        }

        if (comment.Status is CommentStatus.Pending && comment.ApprovedRevision < comment.Revision)
        {
            sentence += " An earlier text of it was approved.";
        }

        var appeals = comment.Appeal is { AnsweredAt: null };
        return new WhyHere
        {
            Sentence = appeals ? $"Its writer asks to look again. {sentence}" : sentence,
            Kind = kind,
            Policies = decision.Findings.IsDefault
                ? []
                : [.. decision.Findings.Select(static f => f.Policy).Distinct(StringComparer.Ordinal)],
            Points = decision.Points,
            OpenAppeal = appeals,
            Age = now.NotBefore(comment.CreatedAt) - comment.CreatedAt,
        };
    }

    private static (WhyHereKind Kind, string Sentence) Pending(Comment comment)
    {
        var decision = comment.Decision;
        return comment.Hold switch
        {
            { By: CommentHolder.Moderator, Reason: var reason } => (WhyHereKind.Moderator, $"Held by a moderator: {reason}"),
            { Reason: var reason } => (WhyHereKind.Readers, $"Held because {reason[..1].ToLowerInvariant()}{reason[1..]}"),
            null when decision.Outcome is ModerationOutcome.Approve =>
                (WhyHereKind.Moderator, "Waits because it was put back; no policy objected."),
            null => (WhyHereKind.Policies, $"Held{Points(decision)}: {decision.Explanation}"),
        };
    }

    // The points are shown only when they decided, which is when no single finding asked for the outcome.
    private static string Points(ModerationDecision decision) =>
        decision.Points > 0 && !decision.Findings.IsDefault && decision.Findings.All(f => f.Outcome != decision.Outcome)
            ? string.Create(CultureInfo.InvariantCulture, $", together with {decision.Points:0.##} points")
            : "";

    private static string? ByHand(ModerationRecord cause)
    {
        var what = cause.Action switch
        {
            ModerationAction.Approved => "Approved",
            ModerationAction.Held => "Held",
            ModerationAction.MarkedSpam => "Marked as spam",
            ModerationAction.Trashed => "Taken down",
            ModerationAction.Restored => "Put back",
            ModerationAction.Banned => "Marked as spam, and its writer banned,",
            _ => null,
        };
        return what is null ? null
            : cause.Reason is { } reason
                ? string.Create(CultureInfo.InvariantCulture, $"{what} by {cause.ActorKey} on {cause.At:yyyy-MM-dd}: {reason}")
            : string.Create(CultureInfo.InvariantCulture, $"{what} by {cause.ActorKey} on {cause.At:yyyy-MM-dd}.");
    }
}
