using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>
/// The log of one comment, read for what is still in effect. An undone record has none, and neither has an undoing that was undone.
/// </summary>
internal sealed class CommentLog
{
    private readonly ImmutableArray<ModerationRecord> _records;
    private readonly HashSet<long> _undone = [];

    public CommentLog(ImmutableArray<ModerationRecord> records)
    {
        _records = records;
        for (var i = records.Length - 1; i >= 0; i--)
        {
            if (records[i].Undoes is { } undone && IsInEffect(records[i]))
            {
                _undone.Add(undone);
            }
        }
    }

    /// <summary>
    /// What was done last. What the writer said, and what became of their name, changes nothing of the comment, so it does not count.
    /// </summary>
    public ModerationRecord? Last =>
        _records.LastOrDefault(static r => r.Action is not (ModerationAction.Appealed or ModerationAction.NameForgotten));

    /// <summary>What made the comment what it is: the last that is in effect and no undoing.</summary>
    public ModerationRecord? Cause =>
        _records.LastOrDefault(
            r => r.Action is not (ModerationAction.Appealed or ModerationAction.NameForgotten or ModerationAction.Undone) && IsInEffect(r));

    /// <summary>Whether the comment is still as the record left it.</summary>
    public bool CanUndo(ModerationRecord record) => record.Position == Last?.Position || record.Position == Cause?.Position;

    public ModerationRecord? Find(long position) => _records.FirstOrDefault(r => r.Position == position);

    /// <summary>What a chain of undoings began with, and whether undoing the record takes that back (or else does it again).</summary>
    public (ModerationRecord Origin, bool TakesBack) Trace(ModerationRecord record)
    {
        var takesBack = true;
        while (record.Undoes is { } undone && Find(undone) is { } before)
        {
            record = before;
            takesBack = !takesBack;
        }

        return (record, takesBack);
    }

    /// <summary>
    /// The record by which people held the comment already when this one was written; null when nobody did. A new text is held on only
    /// while the comment waits, or will when it comes back.
    /// </summary>
    public ModerationRecord? HoldBefore(ModerationRecord record)
    {
        for (var i = _records.IndexOf(record) - 1; i >= 0; i--)
        {
            var earlier = _records[i];
            if (earlier.Action is ModerationAction.Held or ModerationAction.Flagged && IsInEffect(earlier))
            {
                return earlier;
            }

            if (earlier.Decision is not null
                && !(earlier.Action is ModerationAction.Edited && HeldByHand.Waits(earlier.From, earlier.FromBeforeRemoval)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// Why a moderator held, by the record of it: who said nothing left it at what was said before, while the comment waited.
    /// </summary>
    public string? ReasonOf(ModerationRecord? held)
    {
        for (var record = held; record is { Action: ModerationAction.Held }; record = HoldBefore(record))
        {
            if (record.Reason is not null || !HeldByHand.Waits(record.From, record.FromBeforeRemoval))
            {
                return record.Reason;
            }
        }

        return null;
    }

    private bool IsInEffect(ModerationRecord record) => !_undone.Contains(record.Position);
}
