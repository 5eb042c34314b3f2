using System.Text;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// What records of the log teach. Only decisions of moderators by hand do; what policies decided never does, nor what readers flagged.
/// A pure function of the model and the record: hosts that read the same log come to the same model.
/// </summary>
internal sealed class LessonRules(LearningPolicyOptions options)
{
    private const int MinutesPerDay = 1440;

    /// <summary>Applies a record.</summary>
    /// <returns>Whether something was learned or unlearned.</returns>
    public bool Apply(SpamModel model, LoggedComment logged, FeatureWorkspace workspace)
    {
        var (record, comment) = (logged.Record, logged.Comment);
        if (!Teaches(record, comment))
        {
            return false;
        }

        var key = record.CommentId.Value;
        var known = model.FindReceipt(key);
        var label = LabelOf(record, known);
        if (label == known?.Label)
        {
            return false;
        }

        if (label is null)
        {
            return model.Unlearn(key);
        }

        // The text that was judged: that of the receipt when it is the same lesson told otherwise, else the comment's, if it was not
        // changed since.
        var cells = comment is { PurgedAt: null } && comment.Revision == record.Revision && comment.PlainText.Length > 0
            ? workspace.Read(JudgedText.Of(comment), model.Shape.Bits).ToArray()
            : known?.Cells;
        if (cells is null)
        {
            return false;
        }

        var lesson = new Lesson(
            key, label.Value, WriterOf(comment), Hash(record.ActorKey.ToString()), record.At.ToUnixTimeSeconds() / 60, known?.Label);
        if (known is null && IsTooMuch(model, lesson))
        {
            return false;
        }

        model.Learn(cells, lesson);
        return true;
    }

    private bool Teaches(ModerationRecord record, Comment? comment) =>
        record.Action is ModerationAction.Approved or ModerationAction.Held or ModerationAction.MarkedSpam or ModerationAction.Trashed
            or ModerationAction.Restored or ModerationAction.Undone
        && record.Decision is null
        && record.ActorKey.Kind is not (ActorKind.Guest or ActorKind.Anonymous)
        && record.ActorKey != comment?.OwnerKey
        && comment?.By.Kind is not CommenterKind.Author
        && !options.MutedTeachers.Contains(record.ActorKey);

    private static LessonLabel? LabelOf(ModerationRecord record, LessonReceipt? known) => record.Action switch
    {
        ModerationAction.Approved => new LessonLabel(IsSpam: false, IsHalf: false),
        ModerationAction.MarkedSpam => new LessonLabel(IsSpam: true, IsHalf: false),
        ModerationAction.Trashed => new LessonLabel(IsSpam: true, IsHalf: true),
        ModerationAction.Undone => known?.Previous,
        ModerationAction.Restored => record.To is CommentStatus.Approved ? new LessonLabel(IsSpam: false, IsHalf: false) : null,
        _ => null,
    };

    private bool IsTooMuch(SpamModel model, Lesson lesson)
    {
        var (byWriter, byTeacher) = (0, 0);
        var window = (long)options.WriterWindow.TotalMinutes;
        foreach (var receipt in model.Receipts)
        {
            byWriter += lesson.Writer != 0 && receipt.Writer == lesson.Writer && lesson.Minute - receipt.Minute < window ? 1 : 0;
            byTeacher += receipt.Teacher == lesson.Teacher && lesson.Minute - receipt.Minute < MinutesPerDay ? 1 : 0;
        }

        return byWriter >= options.LessonsPerWriter || byTeacher >= options.LessonsPerModeratorPerDay;
    }

    private static uint WriterOf(Comment? comment) =>
        (comment?.By.HistoryKey ?? (comment?.RemoteAddress is { } address ? NetworkAddress.GetNetwork(address) : null)) is { } source
            ? Hash(source)
            : 0;

    private static uint Hash(string text)
    {
        var hash = 0x811C9DC5u;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ value) * 0x01000193u;
        }

        return hash == 0 ? 1 : hash;
    }
}
