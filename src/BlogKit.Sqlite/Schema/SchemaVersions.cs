using System.Globalization;

namespace BlogKit;

/// <summary>Brings a file to the schema this version of the package works with.</summary>
internal static class SchemaVersions
{
    /// <summary>The first version whose commits name the state of the file.</summary>
    public const int WithFileState = 10;

    public static ImmutableArray<SchemaStep> Steps { get; } =
    [
        new(1, static session => session.Set(SchemaSql.Tables)),
        new(2, static session =>
        {
            session.Set(SchemaSql.Search);
            SearchIndex.FillFromTables(session);
        }),
        new(3, static session =>
        {
            session.Set(SchemaSql.ModerationTables);
            WriterKeys.Complete(session);
            session.Set(SchemaSql.ModerationIndexes);
        }),
        new(4, static session => session.Set(SchemaSql.AutosaveTable)),
        new(5, StatusBefore),
        new(6, static session => session.Set(SchemaSql.BlogTimeZone)),
        new(7, static session =>
        {
            session.Set(SchemaSql.GuestNetworks);
            CommentNetworks.Complete(session);
            session.Set(SchemaSql.NetworkIndex);
        }),
        new(8, static session => session.Set(SchemaSql.DisplayNameTable)),
        new(9, static session => session.Set(SchemaSql.PostContentTime)),
        new(WithFileState, static session => session.Set(FileState.Create)),
        new(11, SearchIndex.CutAnew),
        new(12, static session =>
        {
            session.Set(SchemaSql.CommentHolds);
            CommentHolds.Move(session);
        }),
        new(13, static session => session.Set(SchemaSql.ChangeTable)),
        new(14, static session => session.Set(SchemaSql.RecordIds)),
        new(15, static session => session.Set(OriginSql.Tables)),
        new(16, static session => session.Set(PostFields.Columns)),
        new(17, static session => session.Set(RedirectSql.Tables)),
    ];

    /// <summary>Posts keep the stage they had before they were archived.</summary>
    public static void StatusBefore(SqliteSession session) => session.Set(SchemaSql.PostStatusBefore);

    public static int Current => Steps[^1].Version;

    public static int Read(SqliteSession session) => (int)session.Get("PRAGMA user_version");

    /// <summary>Called inside a write transaction, so that of two processes only one does the work.</summary>
    public static void Apply(SqliteSession session, SqliteLocation location, ImmutableArray<SchemaStep> steps)
    {
        var found = Read(session);
        RefuseNewer(found, location, steps);
        if (found == steps[^1].Version)
        {
            return;
        }

        session.BeforeWrite("schema.apply");
        foreach (var step in steps.Where(s => s.Version > found))
        {
            step.Apply(session);
        }

        session.Set(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {SqliteSession.ApplicationId}"));
        session.Set(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {steps[^1].Version}"));
        session.ForgetStatements();
    }

    public static void Check(SqliteSession session, SqliteLocation location)
    {
        var found = Read(session);
        RefuseNewer(found, location, Steps);
        if (found < Current)
        {
            throw new InvalidOperationException(
                $"'{location.Path}' has schema version {found}; this version of BlogKit.Sqlite works with {Current}. "
                + "Call PrepareBlogKitAsync when the host starts, or run 'blogkit init': both bring it forward.");
        }
    }

    private static void RefuseNewer(int found, SqliteLocation location, ImmutableArray<SchemaStep> steps)
    {
        if (found > steps[^1].Version)
        {
            throw new InvalidOperationException(
                $"'{location.Path}' has schema version {found}, written by a newer BlogKit.Sqlite; "
                + $"this one knows versions up to {steps[^1].Version}. Nothing was changed. Update the package.");
        }
    }
}
