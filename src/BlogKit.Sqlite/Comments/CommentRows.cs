namespace BlogKit;

/// <summary>Comments, log lines and revisions as rows.</summary>
internal static class CommentRows
{
    public static Comment Read(Statement row) => new()
    {
        Id = new CommentId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        PostId = new PostId(row.Id(2)),
        ParentId = row.IsNull(3) ? null : new CommentId(row.Id(3)),
        RootId = new CommentId(row.Id(4)),
        Depth = row.Int32(5),
        By = new Commenter
        {
            Kind = (CommenterKind)row.Int32(6),
            Name = row.Text(7),
            Email = row.TextOrNull(8),
            Url = row.UriOrNull(9),
            AvatarUrl = row.UriOrNull(10),
            UserKey = row.TextOrNull(11),
            AuthorId = row.IsNull(12) ? null : new AuthorId(row.Id(12)),
        },
        OwnerKey = row.TextOrNull(13),
        Markdown = row.Text(14),
        Html = row.Text(15),
        PlainText = row.Text(16),
        RendererVersion = row.Int32(17),
        Status = (CommentStatus)row.Int32(18),
        StatusBeforeRemoval = (CommentStatus?)row.Int32OrNull(19),
        Kind = (CommentKind)row.Int32(20),
        Revision = row.Int32(21),
        ApprovedRevision = row.Int32OrNull(22),
        Decision = ReadDecision(row, 23),
        IsPinned = row.Bool(26),
        UpVotes = row.Int32(27),
        DownVotes = row.Int32(28),
        Reactions = StoreJson.Read(row, 29, StoreJson.Default.ImmutableArrayReactionCount),
        RemoteAddress = row.TextOrNull(30),
        UserAgent = row.TextOrNull(31),
        CreatedAt = row.Time(32),
        EditedAt = row.TimeOrNull(33),
        PurgedAt = row.TimeOrNull(34),
        Version = row.Int64(35),
    };

    public static ListedComment ReadListed(Statement row) =>
        new(Read(row), new PostLink(new PostId(row.Id(36)), row.Slug(37), row.Text(38)));

    public static string? HistoryKey(Statement row, int column) => new Commenter
    {
        Kind = (CommenterKind)row.Int32(column),
        Name = "",
        Email = row.TextOrNull(column + 1),
        UserKey = row.TextOrNull(column + 2),
        AuthorId = row.IsNull(column + 3) ? null : new AuthorId(row.Id(column + 3)),
    }.HistoryKey;

    public static string? Findings(ModerationDecision? decision) =>
        decision is null ? null : StoreJson.Write(decision.Findings, StoreJson.Default.ImmutableArrayModerationFinding);

    public static void Insert(SqliteSession session, Comment comment, in NewCommentPlace place, string? findings, string? submissionKey, string? requestHash) =>
        session.Use(CommentSql.Insert)
            .With(place.Nr)
            .With(comment.Id.Value)
            .With(place.BlogNr)
            .With(place.PostNr)
            .With(place.ParentNr)
            .With(place.RootNr)
            .With(place.Depth)
            .With((int)comment.Status)
            .With(place.IsPresent)
            .With(place.PresentChildren)
            .With(place.ShownReplies)
            .With(comment.By.Name)
            .With((int?)comment.StatusBeforeRemoval)
            .With((int)comment.Kind)
            .With(comment.Revision)
            .With(comment.ApprovedRevision)
            .With(comment.RendererVersion)
            .With(comment.IsPinned)
            .With(comment.UpVotes)
            .With(comment.DownVotes)
            .With(Disfavour(comment.UpVotes, comment.DownVotes))
            .With(comment.CreatedAt)
            .With(comment.EditedAt)
            .With(comment.PurgedAt)
            .With(place.Version)
            .With((int)comment.By.Kind)
            .With(comment.By.Email)
            .With(comment.By.Url)
            .With(comment.By.AvatarUrl)
            .With(comment.By.UserKey)
            .With(comment.By.AuthorId?.Value)
            .With(comment.OwnerKey)
            .With(submissionKey)
            .With(requestHash)
            .With((int)comment.Decision.Outcome)
            .With(comment.Decision.DecidedAt)
            .With(comment.RemoteAddress)
            .With(comment.UserAgent)
            .With(place.Path)
            .With(StoreJson.Write(comment.Reactions, StoreJson.Default.ImmutableArrayReactionCount))
            .With(findings)
            .With(comment.Html)
            .With(comment.PlainText)
            .With(comment.Markdown)
            .Execute();

    public static void Log(SqliteSession session, long blog, ModerationRecord record, string? findings) =>
        session.Use(CommentSql.Log)
            .With(record.CommentId.Value)
            .With(blog)
            .With(record.Revision)
            .With((int)record.Action)
            .With((int?)record.From)
            .With((int)record.To)
            .With(record.ActorKey)
            .With(record.Reason)
            .With((int?)record.Decision?.Outcome)
            .With(findings)
            .With(record.Decision?.DecidedAt)
            .With(record.At)
            .Execute();

    public static ModerationRecord ReadRecord(Statement row) => new()
    {
        CommentId = new CommentId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        Revision = row.Int32(2),
        Action = (ModerationAction)row.Int32(3),
        From = (CommentStatus?)row.Int32OrNull(4),
        To = (CommentStatus)row.Int32(5),
        ActorKey = row.Text(6),
        Reason = row.TextOrNull(7),
        Decision = row.IsNull(8) ? null : ReadDecision(row, 8),
        At = row.Time(11),
    };

    /// <summary>The negative score: ascending, the best comes first, and ties by identity ascend with it.</summary>
    public static double Disfavour(int upVotes, int downVotes)
    {
        var score = WilsonScore.LowerBound(upVotes, downVotes);
        return score > 0 ? -score : 0;
    }

    private static ModerationDecision ReadDecision(Statement row, int column) => new(
        (ModerationOutcome)row.Int32(column),
        StoreJson.Read(row, column + 1, StoreJson.Default.ImmutableArrayModerationFinding),
        row.Time(column + 2));
}
