using System.Text.Json;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Comments, log lines and revisions as rows.</summary>
internal static class CommentRows
{
    /// <summary>How many columns <see cref="CommentSql.Columns"/> are.</summary>
    public const int Width = 45;

    /// <summary>How many columns <see cref="CommentSql.RecordColumns"/> are.</summary>
    public const int RecordWidth = 21;

    public static Comment Read(Statement row, int from = 0) => new()
    {
        Id = new CommentId(row.Id(from)),
        BlogId = new BlogId(row.Id(from + 1)),
        PostId = new PostId(row.Id(from + 2)),
        ParentId = row.IsNull(from + 3) ? null : new CommentId(row.Id(from + 3)),
        RootId = new CommentId(row.Id(from + 4)),
        Depth = row.Int32(from + 5),
        By = new Commenter
        {
            Kind = (CommenterKind)row.Int32(from + 6),
            Name = row.Text(from + 7),
            Email = row.TextOrNull(from + 8),
            Url = row.UriOrNull(from + 9),
            AvatarUrl = row.UriOrNull(from + 10),
            UserKey = row.TextOrNull(from + 11),
            AuthorId = row.IsNull(from + 12) ? null : new AuthorId(row.Id(from + 12)),
        },
        OwnerKey = row.ActorKeyOrNull(from + 13),
        Markdown = row.Text(from + 14),
        Html = row.Text(from + 15),
        PlainText = row.Text(from + 16),
        RendererVersion = row.Int32(from + 17),
        Status = (CommentStatus)row.Int32(from + 18),
        StatusBeforeRemoval = (CommentStatus?)row.Int32OrNull(from + 19),
        Kind = (CommentKind)row.Int32(from + 20),
        Revision = row.Int32(from + 21),
        ApprovedRevision = row.Int32OrNull(from + 22),
        Decision = ReadDecision(row, from + 23, from + 36),
        IsPinned = row.Bool(from + 26),
        UpVotes = row.Int32(from + 27),
        DownVotes = row.Int32(from + 28),
        Reactions = StoreJson.Read(row, from + 29, StoreJson.Default.ImmutableArrayReactionCount),
        RemoteAddress = row.TextOrNull(from + 30),
        UserAgent = row.TextOrNull(from + 31),
        CreatedAt = row.Time(from + 32),
        EditedAt = row.TimeOrNull(from + 33),
        PurgedAt = row.TimeOrNull(from + 34),
        Version = row.Int64(from + 35),
        StatusChangedAt = row.TimeOrNull(from + 38),
        Appeal = row.IsNull(from + 40) ? null : new CommentAppeal(row.Text(from + 39), row.Time(from + 40), row.TimeOrNull(from + 41)),
        Hold = row.IsNull(from + 42) ? null : new CommentHold
        {
            By = (CommentHolder)row.Int32(from + 42),
            Reason = row.Text(from + 43),
            OutcomeBefore = (ModerationOutcome)row.Int32(from + 44),
        },
    };

    public static ListedComment ReadListed(Statement row) =>
        new(Read(row), new PostLink(new PostId(row.Id(Width)), row.Slug(Width + 1), row.Text(Width + 2)));

    public static string? HistoryKey(Statement row, int column) => new Commenter
    {
        Kind = (CommenterKind)row.Int32(column),
        Name = "",
        Email = row.TextOrNull(column + 1),
        UserKey = row.TextOrNull(column + 2),
        AuthorId = row.IsNull(column + 3) ? null : new AuthorId(row.Id(column + 3)),
    }.HistoryKey;

    /// <summary>The network of an address when it is not the address itself; null otherwise.</summary>
    public static string? Network(string? remoteAddress) =>
        remoteAddress is not null
        && NetworkAddress.GetNetwork(remoteAddress) is var network
        && !string.Equals(network, remoteAddress, StringComparison.Ordinal)
            ? network
            : null;

    public static string? Findings(ModerationDecision? decision) =>
        decision is null ? null : StoreJson.Write(decision.Findings, StoreJson.Default.ImmutableArrayModerationFinding);

    public static string? WithoutText(string? findings) => findings is null
        ? null
        : StoreJson.Write(
            [.. JsonSerializer.Deserialize(
                findings, StoreJson.Default.ImmutableArrayModerationFinding).Select(static f => f.WithoutText())],
            StoreJson.Default.ImmutableArrayModerationFinding);

    public static void Insert(
        SqliteSession session,
        Comment comment,
        in NewCommentPlace place,
        string? findings,
        DateTimeOffset? statusChangedAt,
        string? submissionKey,
        string? requestHash,
        string? fingerprints) =>
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
            .With(comment.Decision.Points)
            .With(comment.Decision.PolicySet)
            .With(statusChangedAt)
            .With(comment.Appeal?.Text)
            .With(comment.Appeal?.At)
            .With(comment.Appeal?.AnsweredAt)
            .With(comment.By.HistoryKey)
            .With(fingerprints)
            .With(Network(comment.RemoteAddress))
            .With((int?)comment.Hold?.By)
            .With(comment.Hold?.Reason)
            .With((int?)comment.Hold?.OutcomeBefore)
            .Execute();

    public static void Log(
        SqliteSession session, long blog, ModerationRecord record, string? findings, long? position = null) =>
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
            .With(record.Decision?.Points)
            .With(record.Decision?.PolicySet)
            .With(StoreJson.Write(record.Shadows, StoreJson.Default.ImmutableArrayShadowVerdict))
            .With(record.OperationId)
            .With((int?)record.FromBeforeRemoval)
            .With(record.FromApprovedRevision)
            .With(record.Undoes)
            .With(record.Id.Value)
            .With(position)
            .Execute();

    public static void KeepRevision(SqliteSession session, long comment, CommentRevision former) => session.Use(CommentSql.KeepRevision)
        .With(comment)
        .With(former.Revision)
        .With(former.ReplacedAt)
        .With(former.ReplacedBy)
        .With(former.Markdown)
        .Execute();

    /// <summary>
    /// The answer to a change that does not fit any more: saved, when it is the one that was made before. Null for the record when it is
    /// not of such a change.
    /// </summary>
    public static SaveOutcome Refuse(SqliteSession session, BlogId blogId, CommentId id, ModerationRecord? record, SaveOutcome outcome)
    {
        if (record is null)
        {
            return outcome;
        }

        using var row = session.Use(CommentSql.IsLogged)
            .With(blogId.Value)
            .With(id.Value)
            .With(record.Id.Value)
            .With((int)record.Action)
            .With((int)record.To)
            .With(record.ActorKey)
            .With(record.At);
        return row.Step() && row.Bool(0) ? SaveOutcome.Saved : outcome;
    }

    public static ModerationRecord ReadRecord(Statement row) => new(new RecordId(row.Id(20)))
    {
        CommentId = new CommentId(row.Id(0)),
        BlogId = new BlogId(row.Id(1)),
        Revision = row.Int32(2),
        Action = (ModerationAction)row.Int32(3),
        From = (CommentStatus?)row.Int32OrNull(4),
        To = (CommentStatus)row.Int32(5),
        ActorKey = row.ActorKey(6),
        Reason = row.TextOrNull(7),
        Decision = row.IsNull(8) ? null : ReadDecision(row, 8, 12),
        At = row.Time(11),
        Position = row.Int64(14),
        Shadows = StoreJson.Read(row, 15, StoreJson.Default.ImmutableArrayShadowVerdict),
        OperationId = row.IdOrNull(16),
        FromBeforeRemoval = (CommentStatus?)row.Int32OrNull(17),
        FromApprovedRevision = row.Int32OrNull(18),
        Undoes = row.Int64OrNull(19),
    };

    /// <summary>The negative score: ascending, the best comes first, and ties by identity ascend with it.</summary>
    public static double Disfavour(int upVotes, int downVotes)
    {
        var score = WilsonScore.ComputeLowerBound(upVotes, downVotes);
        return score > 0 ? -score : 0;
    }

    private static ModerationDecision ReadDecision(Statement row, int column, int points) => new()
    {
        Outcome = (ModerationOutcome)row.Int32(column),
        Findings = StoreJson.Read(row, column + 1, StoreJson.Default.ImmutableArrayModerationFinding),
        DecidedAt = row.Time(column + 2),
        Points = row.Double(points),
        PolicySet = row.TextOrNull(points + 1),
    };
}
