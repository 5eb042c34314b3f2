using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Erases a comment for ever.</summary>
internal static class CommentPurge
{
    public static SaveOutcome Purge(SqliteSession session, BlogId blogId, CommentId id, long version, ModerationRecord record)
    {
        var purging = record.Action is ModerationAction.Purged ? record : null;
        if (CommentPlace.Find(session, blogId, id) is not { } place)
        {
            return CommentRows.Refuse(session, blogId, id, purging, SaveOutcome.Missing);
        }

        if (place.Version != version)
        {
            return CommentRows.Refuse(session, blogId, id, purging, SaveOutcome.Conflict);
        }

        ChangeFeed.AddComment(session, place.Nr, ChangeFeed.KindOf(place.Status, CommentStatus.Deleted));
        CommentRows.Log(session, place.BlogNr, record, CommentRows.Findings(record.Decision));
        EraseLog(session, id);
        DisplayNames.ForgetOfLast(session, place);
        CommentCounters.ShiftCommenter(session, place.BlogNr, place.HistoryKey, StatusCounts.One(place.Status).Negated);
        if (place.Status is CommentStatus.Approved)
        {
            SearchIndex.RemoveComment(session, place.Nr);
        }

        session.Use(CommentSql.DeleteFeedback).With(place.Nr).Execute();
        session.Use(CommentSql.DeleteRevisions).With(place.Nr).Execute();
        session.Use(CommentSql.DeleteFlags).With(place.Nr).Execute();
        Fingerprints.Remove(session, place.Nr);
        OriginRows.ForgetComment(session, place.BlogNr, id);
        if (HasReplies(session, place))
        {
            session.Use(CommentSql.Empty)
                .With(place.Nr)
                .With(record.At)
                .With(CommentRows.WithoutText(FindFindings(session, place.Nr)))
                .Execute();
            CommentChanges.StatusChanged(session, place, id.Value, CommentStatus.Deleted, place.PresentChildren > 0);
            return SaveOutcome.Saved;
        }

        Remove(session, place, id.Value);
        RemoveEmptyAbove(session, place.ParentNr);
        return SaveOutcome.Saved;
    }

    private static void EraseLog(SqliteSession session, CommentId id)
    {
        var found = new List<(long Position, string? Findings, ImmutableArray<ShadowVerdict> Shadows)>();
        using (var row = session.Use(CommentSql.ListLoggedTexts).With(id.Value))
        {
            while (row.Step())
            {
                found.Add((row.Int64(0), row.TextOrNull(1), StoreJson.Read(row, 2, StoreJson.Default.ImmutableArrayShadowVerdict)));
            }
        }

        foreach (var (position, findings, shadows) in found)
        {
            session.Use(CommentSql.EraseLoggedTexts)
                .With(position)
                .With(CommentRows.WithoutText(findings))
                .With(StoreJson.Write(
                    [.. shadows.Select(static s => s with { Decision = s.Decision.WithoutText() })],
                    StoreJson.Default.ImmutableArrayShadowVerdict))
                .Execute();
        }
    }

    private static string? FindFindings(SqliteSession session, long nr)
    {
        using var row = session.Use(CommentSql.Findings).With(nr);
        return row.Step() ? row.TextOrNull(0) : null;
    }

    private static bool HasReplies(SqliteSession session, CommentPlace place)
    {
        using var row = session.Use(CommentSql.HasReplies).With(place.RootNr).With(place.Path).With(CommentPath.Behind(place.Path));
        return row.Step() && row.Bool(0);
    }

    private static void Remove(SqliteSession session, CommentPlace place, Guid id)
    {
        session.Use(CommentSql.RememberPurged).With(place.PostNr).With(id).Execute();
        session.Use(CommentSql.Delete).With(place.Nr).Execute();
        CommentCounters.Shift(session, place.PostNr, place.BlogNr, StatusCounts.One(place.Status).Negated);
        if (place is { ParentNr: not null, Status: CommentStatus.Approved })
        {
            session.Use(CommentSql.ShiftShownReplies).With(place.RootNr).With(-1).Execute();
        }

        if (place.IsPresent)
        {
            CommentTree.PresenceChanged(session, place.PostNr, place.ParentNr, id, isPresent: false);
        }
    }

    private static void RemoveEmptyAbove(SqliteSession session, long? parent)
    {
        while (parent is { } nr && CommentPlace.Find(session, nr) is { IsPurged: true } place && !HasReplies(session, place))
        {
            ChangeFeed.AddComment(session, nr, BlogChangeKind.Queue);
            Remove(session, place, place.Id);
            parent = place.ParentNr;
        }
    }
}
