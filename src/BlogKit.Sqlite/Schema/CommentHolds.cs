using BlogKit.Moderation;

namespace BlogKit;

/// <summary>Moves what held comments of before version 12, where it stood among the findings, to columns of its own.</summary>
internal static class CommentHolds
{
    // Reads every comment with findings, once per file, in the update of its schema.
    private static readonly Sql s_find = new(
        "schema.find-holds",
        """
        SELECT nr, decided_as, findings FROM comments
        WHERE purged_at IS NULL AND EXISTS (SELECT 1 FROM json_each(findings) f
            WHERE (f.value ->> '$.Policy', f.value ->> '$.Code') IN (VALUES ('moderator', 'held-by-hand'), ('flags', 'readers-flagged')))
        """);

    // By row number.
    private static readonly Sql s_set = new(
        "schema.set-hold", "UPDATE comments SET held_by = ?2, hold_reason = ?3, decided_before_hold = ?4, findings = ?5 WHERE nr = ?1");

    public static void Move(SqliteSession session)
    {
        var found = new List<(long Nr, ModerationOutcome Outcome, ImmutableArray<ModerationFinding> Findings)>();
        using (var row = session.Use(s_find))
        {
            while (row.Step())
            {
                var findings = StoreJson.Read(row, 2, StoreJson.Default.ImmutableArrayModerationFinding);
                found.Add((row.Int64(0), (ModerationOutcome)row.Int32(1), findings));
            }
        }

        foreach (var (nr, outcome, findings) in found)
        {
            var (hold, others) = HoldIn(findings, outcome);
            session.Use(s_set)
                .With(nr)
                .With((int)hold.By)
                .With(hold.Reason)
                .With((int)hold.OutcomeBefore)
                .With(StoreJson.Write(others, StoreJson.Default.ImmutableArrayModerationFinding))
                .Execute();
        }
    }

    // Returns the hold and the findings that stay. A moderator's hold takes precedence over a hold by readers' flags. The finding of the
    // flags is kept, because it has points and a reason that the writer may see.
    private static (CommentHold Hold, ImmutableArray<ModerationFinding> Others) HoldIn(
        ImmutableArray<ModerationFinding> findings, ModerationOutcome outcome)
    {
        var held = findings.FirstOrDefault(static f => f is { Policy: "moderator", Code: "held-by-hand" });
        var flagged = findings.FirstOrDefault(static f => f is { Policy: "flags", Code: "readers-flagged" });
        var byPolicies = findings.Where(f => f != held && f != flagged).Select(static f => f.Outcome).DefaultIfEmpty().Max();
        if (held is null)
        {
            return (new CommentHold { By = CommentHolder.Readers, Reason = flagged!.Reason, OutcomeBefore = byPolicies }, findings);
        }

        // Each hold was inserted before the other findings, so the order says which came last. When a moderator held a comment that only
        // flags had held, "hold" was stored as the outcome before; then the outcome of the policies is the right one.
        var wasFlagged = flagged is not null && findings.IndexOf(held) < findings.IndexOf(flagged);
        var noted = held.Details.FirstOrDefault(static d => d.Name is "outcome-before")?.Value;
        var before = Enum.TryParse<ModerationOutcome>(noted, out var parsed) ? parsed : outcome;
        var hold = new CommentHold
        {
            By = CommentHolder.Moderator,
            Reason = held.Reason,
            OutcomeBefore = wasFlagged && before is ModerationOutcome.Hold ? byPolicies : before,
        };
        return (hold, findings.Remove(held));
    }
}
