using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Reads what a submission is judged by, and takes it.</summary>
internal static class CommentIntake
{
    public static IntakeFacts Read(SqliteSession session, IntakeQuery query)
    {
        if (query.SubmissionKey is not null)
        {
            session.BeginRead();
        }

        var facts = ReadFacts(session, query);
        return query.SubmissionKey is { } key ? facts with { Stored = FindSubmission(session, query.BlogId, key) } : facts;
    }

    public static AdditionResult Add(SqliteSession session, CommentAddition addition)
    {
        var comment = addition.Comment;
        bool isReplay, isDuplicate;
        long? post;
        var place = default(NewCommentPlace);
        var shown = 0;
        var ranking = default(RootRanking);
        bool parentIsShown;
        using (var row = session.Use(CommentSql.CheckAddition)
            .With(addition.SubmissionKey)
            .With(comment.Id.Value)
            .With(comment.PostId.Value)
            .With(comment.ParentId?.Value)
            .With(comment.BlogId.Value))
        {
            row.Step();
            isReplay = row.Bool(0);
            isDuplicate = row.Bool(1);
            post = row.Int64OrNull(2);
            parentIsShown = comment.ParentId is null
                || (!row.IsNull(9) && (CommentStatus)row.Int32(10) is CommentStatus.Approved && row.Int64(11) == post);
            if (post is { } postNr && parentIsShown)
            {
                shown = row.Int32(4);
                ranking = new RootRanking(row.Int32(5), row.Bool(6), row.Bool(7), row.Int32(8));
                var nr = row.Int64(15);
                var isReply = comment.ParentId is not null;
                place = new NewCommentPlace
                {
                    Nr = nr,
                    BlogNr = row.Int64(3),
                    PostNr = postNr,
                    ParentNr = isReply ? row.Int64(9) : null,
                    RootNr = isReply ? row.Int64(12) : nr,
                    Depth = isReply ? row.Int32(13) + 1 : 0,
                    Path = isReply ? CommentPath.Below(row.Blob(14), comment.Id.Value) : [],
                    IsPresent = comment.Status is CommentStatus.Approved,
                    Version = 1,
                };
            }
        }

        if (isReplay)
        {
            return new AdditionResult(AdditionOutcome.Replayed, FindSubmission(session, addition.SubmissionKey!));
        }

        if (isDuplicate)
        {
            return new AdditionResult(AdditionOutcome.Duplicate);
        }

        if (post is null)
        {
            return new AdditionResult(AdditionOutcome.PostMissing);
        }

        if (!parentIsShown)
        {
            return new AdditionResult(AdditionOutcome.ParentNotShown);
        }

        if (shown >= addition.CloseAfterCount)
        {
            return new AdditionResult(AdditionOutcome.Full);
        }

        if (!addition.Limits.IsDefaultOrEmpty && ActivityCounts.Exceed(session, addition.Limits, place.BlogNr, place.PostNr))
        {
            return new AdditionResult(AdditionOutcome.Flooded);
        }

        if (addition.DisplayName is { } name && !DisplayNames.Keep(session, place.BlogNr, comment, name))
        {
            return new AdditionResult(AdditionOutcome.OtherName);
        }

        Write(session, addition, place, ranking);
        return new AdditionResult(AdditionOutcome.Added);
    }

    private static void Write(SqliteSession session, CommentAddition addition, in NewCommentPlace place, RootRanking ranking)
    {
        var comment = addition.Comment;
        var findings = CommentRows.Findings(comment.Decision);
        var fingerprints = Fingerprints.Write(addition.Fingerprints);
        CommentRows.Insert(session, comment, place, findings, null, addition.SubmissionKey, addition.RequestHash, fingerprints);
        if (fingerprints is not null)
        {
            Fingerprints.Add(session, place.BlogNr, comment.Id, fingerprints);
        }

        var isNewRoot = place is { IsPresent: true, ParentNr: null };
        var counts = StatusCounts.One(comment.Status);
        ranking = isNewRoot ? ranking.With(1) : ranking;
        CommentCounters.Shift(session, place.PostNr, place.BlogNr, counts, isNewRoot ? 1 : 0, isNewRoot && ranking.IsCountedOpen ? 1 : 0);
        CommentCounters.ShiftCommenter(session, place.BlogNr, comment.By.HistoryKey, counts);
        CommentRows.Log(
            session,
            place.BlogNr,
            addition.Record,
            ReferenceEquals(addition.Record.Decision, comment.Decision) ? findings : CommentRows.Findings(addition.Record.Decision));
        ChangeFeed.Add(session, place.BlogNr, ChangeFeed.KindOf(comment.Status, comment.Status), comment.PostId, comment.Id);
        if (!place.IsPresent)
        {
            return;
        }

        SearchIndex.WriteComment(session, place.Nr);
        if (isNewRoot)
        {
            RootRanks.Place(session, place.PostNr, comment.Id.Value, 1, ranking);
        }
        else
        {
            // The comment that is answered is approved, so it is already present: only its number of replies and that of its root change.
            session.Use(CommentSql.CountReply).With(place.ParentNr).With(place.RootNr).Execute();
        }
    }

    private static StoredSubmission? FindSubmission(SqliteSession session, string key)
    {
        using var row = session.Use(CommentSql.FindSubmission).With(key);
        return ReadSubmission(row);
    }

    private static StoredSubmission? FindSubmission(SqliteSession session, BlogId blogId, string key)
    {
        using var row = session.Use(CommentSql.FindSubmissionOfBlog).With(blogId.Value).With(key);
        return ReadSubmission(row);
    }

    private static StoredSubmission? ReadSubmission(Statement row) =>
        row.Step() ? new StoredSubmission(CommentRows.Read(row), row.TextOrNull(CommentRows.Width) ?? "") : null;

    private static IntakeFacts ReadFacts(SqliteSession session, IntakeQuery query)
    {
        using var row = session.Use(CommentSql.Intake)
            .With(query.PostId.Value)
            .With(query.ParentId?.Value)
            .With(query.HistoryKey)
            .With(query.GuestNameKey)
            .With(query.GuestEmail)
            .With(query.NamelessUserKey)
            .With(query.BlogId.Value);
        row.Step();
        return new IntakeFacts
        {
            Post = row.IsNull(0) ? null : ReadPost(row),
            Parent = row.IsNull(15)
                ? null
                : new ParentFacts
                {
                    Id = new CommentId(row.Id(15)),
                    PostId = new PostId(row.Id(16)),
                    RootId = new CommentId(row.Id(17)),
                    Depth = row.Int32(18),
                    Status = (CommentStatus)row.Int32(19),
                    Name = row.Text(20),
                    PlainText = row.Text(21),
                },
            History = row.IsNull(22)
                ? CommenterHistory.None
                : new CommenterHistory
                {
                    Approved = row.Int32(22),
                    Pending = row.Int32(23),
                    Spam = row.Int32(24),
                    Removed = row.Int32(25),
                },
            DisplayName = row.TextOrNull(31),
            NameIsAuthors = row.Bool(26),
            EmailIsAuthors = row.Bool(27),
        };
    }

    private static PostFacts ReadPost(Statement row) => new()
    {
        Id = new PostId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        Slug = row.Slug(2),
        Title = row.Text(3),
        Status = (PostStatus)row.Int32(4),
        Visibility = (PostVisibility)row.Int32(5),
        PublishedAt = row.TimeOrNull(6),
        AuthorIds = IdColumn.Split<AuthorId>(row.Blob(7)),
        ShownComments = row.Int32(8),
        Comments = new CommentSettings
        {
            Mode = (CommentMode)(row.Int32OrNull(12) ?? row.Int32(9)),
            CloseAfterDays = row.Int32OrNull(13) ?? row.Int32OrNull(10),
            CloseAfterCount = row.Int32OrNull(14) ?? row.Int32OrNull(11),
            Sensitivity = (ModerationSensitivity)(row.Int32OrNull(29) ?? row.Int32(28)),
        },
        Language = row.Text(30),
    };
}
