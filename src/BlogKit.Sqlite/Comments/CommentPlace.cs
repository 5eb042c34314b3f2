namespace BlogKit;

/// <summary>Where a stored comment stands and what its changes are judged by.</summary>
internal sealed record CommentPlace
{
    public required long Nr { get; init; }

    public required Guid Id { get; init; }

    public required long Version { get; init; }

    public required CommentStatus Status { get; init; }

    public required bool IsPresent { get; init; }

    public required int PresentChildren { get; init; }

    public required long PostNr { get; init; }

    public required long BlogNr { get; init; }

    public required long? ParentNr { get; init; }

    public required long RootNr { get; init; }

    public required int Depth { get; init; }

    public required byte[] Path { get; init; }

    public required string? HistoryKey { get; init; }

    public required bool IsPurged { get; init; }

    public static CommentPlace? Find(SqliteSession session, BlogId blogId, CommentId id)
    {
        using var row = session.Use(CommentSql.FindPlace).With(blogId.Value).With(id.Value);
        return row.Step() ? Read(row) : null;
    }

    public static CommentPlace? Find(SqliteSession session, long nr)
    {
        using var row = session.Use(CommentSql.FindPlaceByNumber).With(nr);
        return row.Step() ? Read(row) : null;
    }

    private static CommentPlace Read(Statement row) => new()
    {
        Nr = row.Int64(0),
        Version = row.Int64(1),
        Status = (CommentStatus)row.Int32(2),
        IsPresent = row.Bool(3),
        PresentChildren = row.Int32(4),
        PostNr = row.Int64(5),
        BlogNr = row.Int64(6),
        ParentNr = row.Int64OrNull(7),
        RootNr = row.Int64(8),
        Depth = row.Int32(9),
        Path = row.Blob(10).ToArray(),
        HistoryKey = CommentRows.HistoryKey(row, 11),
        Id = row.Id(15),
        IsPurged = row.Bool(16),
    };
}
