using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Words and names that pages of the desk share; the markup they share is that of <see cref="Components.DeskLayout"/>.</summary>
internal static class DeskMarkup
{
    /// <summary>What became of a writer's comments, in a few words.</summary>
    public static string History(CommenterHistory history, BlogText text)
    {
        // The comment itself counts among those that wait.
        var parts = new[]
        {
            history.Approved > 0 ? text.FormatCount("desk.history-shown", history.Approved) : null,
            history.Pending > 1 ? text.FormatCount("desk.history-waiting", history.Pending) : null,
            history.Spam > 0 ? text.FormatCount("desk.history-spam", history.Spam) : null,
            history.Removed > 0 ? text.FormatCount("desk.history-trash", history.Removed) : null,
        };
        var known = string.Join(" · ", parts.OfType<string>());
        return known.Length == 0 ? text["desk.history-none"] : known;
    }

    public static string Status(CommentStatus status, BlogText text) => text["desk.status-" + Name(status)];

    public static string Name(CommentStatus status) => status switch
    {
        CommentStatus.Approved => "shown",
        CommentStatus.Spam => "spam",
        CommentStatus.Trashed => "trash",
        CommentStatus.Deleted => "deleted",
        _ => "waiting",
    };

    public static string Name(ModerationOutcome outcome) => outcome switch
    {
        ModerationOutcome.Hold => "hold",
        ModerationOutcome.Spam => "spam",
        ModerationOutcome.Reject => "reject",
        _ => "approve",
    };

    public static string Field(EvidenceField field, BlogText text) => text["desk.field-" + field switch
    {
        EvidenceField.Markdown => "markdown",
        EvidenceField.Name => "name",
        EvidenceField.Email => "email",
        EvidenceField.Url => "url",
        EvidenceField.RemoteAddress => "address",
        EvidenceField.UserAgent => "agent",
        _ => "text",
    }];

    public static string Kind(FlagKind kind, BlogText text) => text["desk.flag-" + kind switch
    {
        FlagKind.Spam => "spam",
        FlagKind.Offensive => "offensive",
        FlagKind.OffTopic => "off-topic",
        FlagKind.Private => "private",
        _ => "other",
    }];

    public static string Action(ModerationAction action, BlogText text) => text["desk.log-" + Name(action)];

    public static string Name(ModerationAction action) => action switch
    {
        ModerationAction.Submitted => "submitted",
        ModerationAction.Edited => "edited",
        ModerationAction.Approved => "approved",
        ModerationAction.Held => "held",
        ModerationAction.MarkedSpam => "markedspam",
        ModerationAction.Trashed => "trashed",
        ModerationAction.Restored => "restored",
        ModerationAction.Withdrawn => "withdrawn",
        ModerationAction.Purged => "purged",
        ModerationAction.Moved => "moved",
        ModerationAction.Pinned => "pinned",
        ModerationAction.Unpinned => "unpinned",
        ModerationAction.Flagged => "flagged",
        ModerationAction.Appealed => "appealed",
        ModerationAction.Reevaluated => "reevaluated",
        ModerationAction.Undone => "undone",
        ModerationAction.NameForgotten => "nameforgotten",
        ModerationAction.Imported => "imported",
        _ => "banned",
    };

    /// <summary>What can be done with a comment in its status, as forms name it, the likeliest first.</summary>
    public static IReadOnlyList<string> Deeds(Comment comment) => comment.Status switch
    {
        CommentStatus.Approved => ["hold", "spam", "trash"],
        CommentStatus.Spam => ["approve", "trash", "hold"],
        CommentStatus.Trashed => ["restore", "approve", "spam"],
        CommentStatus.Deleted => ["restore"],
        _ => ["approve", "spam", "trash", "hold"],
    };

    public static string? Key(string deed) => deed switch
    {
        "approve" => "a",
        "spam" => "s",
        "trash" => "t",
        "hold" => "h",
        _ => null,
    };

    /// <summary>Policies and findings speak English whatever the blog does; where the page does not, it says so.</summary>
    public static string? EnglishOn(BlogText text) => text.Language.TwoLetterISOLanguageName is "en" ? null : "en";
}
