using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit.CommandLine;

/// <summary>How values are called on the terminal.</summary>
internal static class Words
{
    public static string Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "-";

    public static string Status(PostStatus status) =>
        status is PostStatus.PendingReview ? "pending review" : status.ToString().ToLowerInvariant();

    public static string Status(CommentStatus status) => status.ToString().ToLowerInvariant();

    public static string Action(ModerationAction action) => action switch
    {
        ModerationAction.MarkedSpam => "marked as spam",
        ModerationAction.NameForgotten => "name forgotten",
        _ => action.ToString().ToLowerInvariant(),
    };

    public static string Outcome(ModerationOutcome outcome) => outcome.ToString().ToLowerInvariant();

    public static string Judged(ModerationOutcome outcome) => outcome switch
    {
        ModerationOutcome.Approve => "approved",
        ModerationOutcome.Hold => "held",
        ModerationOutcome.Spam => "spam",
        _ => "rejected",
    };

    public static string Field(EvidenceField field) => field switch
    {
        EvidenceField.RemoteAddress => "remote address",
        EvidenceField.UserAgent => "user agent",
        _ => field.ToString().ToLowerInvariant(),
    };

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Progress(Interchange.ImportProgress progress) => progress switch
    {
        { Total: null } => $"{Number(progress.Done)} items",
        { Remaining: { } rest } => string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Done} of {progress.Total} items, {progress.Rate:0} a second, {Math.Ceiling(rest.TotalSeconds):0} s left"),
        _ => $"{Number(progress.Done)} of {Number(progress.Total!.Value)} items",
    };

    public static string Progress(Interchange.CopyProgress progress) => $"{Number(progress.Done)} items";

    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
