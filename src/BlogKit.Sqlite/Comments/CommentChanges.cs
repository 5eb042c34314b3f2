using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Replaces what a comment says and what has become of it.</summary>
internal static class CommentChanges
{
    public static SaveOutcome Update(SqliteSession session, CommentChange change)
    {
        var comment = change.Comment;
        if (CommentPlace.Find(session, comment.BlogId, comment.Id) is not { } place)
        {
            return Refuse(session, change, SaveOutcome.Missing);
        }

        if (place.Version != comment.Version)
        {
            return Refuse(session, change, SaveOutcome.Conflict);
        }

        var isPresent = comment.Status is CommentStatus.Approved || place.PresentChildren > 0;
        session.Use(CommentSql.Update)
            .With(place.Nr)
            .With((int)comment.Status)
            .With(isPresent)
            .With(comment.By.Name)
            .With((int?)comment.StatusBeforeRemoval)
            .With((int)comment.Kind)
            .With(comment.Revision)
            .With(comment.ApprovedRevision)
            .With(comment.RendererVersion)
            .With(comment.IsPinned)
            .With(comment.EditedAt)
            .With(comment.PurgedAt)
            .With(comment.Version + 1)
            .With((int)comment.By.Kind)
            .With(comment.By.Email)
            .With(comment.By.Url)
            .With(comment.By.AvatarUrl)
            .With(comment.By.UserKey)
            .With(comment.By.AuthorId?.Value)
            .With(comment.OwnerKey)
            .With((int)comment.Decision.Outcome)
            .With(comment.Decision.DecidedAt)
            .With(comment.RemoteAddress)
            .With(comment.UserAgent)
            .With(CommentRows.Findings(comment.Decision))
            .With(comment.Html)
            .With(comment.PlainText)
            .With(comment.Markdown)
            .With(comment.Decision.Points)
            .With(comment.Decision.PolicySet)
            .With(comment.Appeal?.Text)
            .With(comment.Appeal?.At)
            .With(comment.Appeal?.AnsweredAt)
            .With(comment.By.HistoryKey)
            .With(change.Record?.At)
            .With(CommentRows.Network(comment.RemoteAddress))
            .With((int?)comment.Hold?.By)
            .With(comment.Hold?.Reason)
            .With((int?)comment.Hold?.OutcomeBefore)
            .Execute();
        if (change.Fingerprints is { } fingerprints)
        {
            Fingerprints.Replace(session, place, Fingerprints.Write(fingerprints));
        }

        if (change.DismissFlagsAt is { } dismissAt)
        {
            session.Use(FlagSql.Dismiss).With(comment.BlogId.Value).With(comment.Id.Value).With(dismissAt).Execute();
        }

        if (change.Replaced is { } replaced)
        {
            CommentRows.KeepRevision(session, place.Nr, replaced);
        }

        StatusChanged(session, place, comment.Id.Value, comment.Status, isPresent);
        CommenterChanged(session, place, comment.By.HistoryKey, comment.Status);
        if (comment.Status is CommentStatus.Approved)
        {
            SearchIndex.WriteComment(session, place.Nr);
        }
        else if (place.Status is CommentStatus.Approved)
        {
            SearchIndex.RemoveComment(session, place.Nr);
        }

        if (change.Record is { } record)
        {
            CommentRows.Log(session, place.BlogNr, record, CommentRows.Findings(record.Decision));
        }

        ChangeFeed.AddComment(session, place.Nr, ChangeFeed.KindOf(place.Status, comment.Status));

        return SaveOutcome.Saved;
    }

    /// <summary>Carries a status that was written already to the numbers, the root and what is above.</summary>
    public static void StatusChanged(SqliteSession session, CommentPlace place, Guid id, CommentStatus status, bool isPresent)
    {
        if (status != place.Status)
        {
            var counts = StatusCounts.One(status);
            counts.Add(place.Status, -1);
            CommentCounters.Shift(session, place.PostNr, place.BlogNr, counts);
            if (place.ParentNr is not null && counts.Approved != 0)
            {
                session.Use(CommentSql.ShiftShownReplies).With(place.RootNr).With(counts.Approved).Execute();
            }
        }

        if (isPresent != place.IsPresent)
        {
            CommentTree.PresenceChanged(session, place.PostNr, place.ParentNr, id, isPresent);
        }
    }

    private static SaveOutcome Refuse(SqliteSession session, CommentChange change, SaveOutcome outcome) => CommentRows.Refuse(
        session,
        change.Comment.BlogId,
        change.Comment.Id,
        change.Record is { Action: not (ModerationAction.Purged or ModerationAction.Moved) } record ? record : null,
        outcome);

    public static void SaveRendering(SqliteSession session, StaleRendering rendering)
    {
        long nr;
        CommentStatus status;
        using (var row = session.Use(CommentSql.SaveRendering)
            .With(rendering.CommentId.Value)
            .With(rendering.Revision)
            .With(rendering.Html)
            .With(rendering.PlainText)
            .With(rendering.RendererVersion)
            .With(rendering.BlogId.Value))
        {
            if (!row.ExecuteReturning())
            {
                return;
            }

            nr = row.Int64(0);
            status = (CommentStatus)row.Int32(1);
        }

        if (status is CommentStatus.Approved)
        {
            SearchIndex.WriteComment(session, nr);
        }

        ChangeFeed.AddComment(session, nr, ChangeFeed.KindOf(status, status));
    }

    private static void CommenterChanged(SqliteSession session, CommentPlace place, string? historyKey, CommentStatus status)
    {
        if (string.Equals(historyKey, place.HistoryKey, StringComparison.Ordinal))
        {
            var counts = StatusCounts.One(status);
            counts.Add(place.Status, -1);
            CommentCounters.ShiftCommenter(session, place.BlogNr, historyKey, counts);
        }
        else
        {
            CommentCounters.ShiftCommenter(session, place.BlogNr, place.HistoryKey, StatusCounts.One(place.Status).Negated);
            CommentCounters.ShiftCommenter(session, place.BlogNr, historyKey, StatusCounts.One(status));
        }
    }
}
