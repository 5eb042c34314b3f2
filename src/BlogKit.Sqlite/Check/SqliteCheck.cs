using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>
/// Checks whether a blog's database is whole: every page and index (SQLite's integrity check), every reference between tables, and every
/// stored number against a recount. Reads one state beside running readers and writers and changes nothing. Registered by <c>UseSqlite</c>;
/// safe for concurrent use.
/// </summary>
public sealed class SqliteCheck
{
    private const int MostLines = 100;
    private readonly SqliteStore _store;

    internal SqliteCheck(SqliteStore store) => _store = store;

    /// <summary>Runs all checks; takes about as long as reading the file.</summary>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The faults, in words, at most 100 lines of each kind; empty for none.</returns>
    /// <exception cref="IOException">The file is missing or cannot be read at all.</exception>
    /// <exception cref="InvalidOperationException">The file is none of BlogKit, or of another schema version.</exception>
    public Task<ImmutableArray<string>> RunAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => Run(cancellationToken), cancellationToken);

    private ImmutableArray<string> Run(CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        try
        {
            using var session = _store.OpenForLong();
            SchemaVersions.Check(session, _store.Location);
            session.BeginRead();
            foreach (var check in (Action<SqliteSession, ImmutableArray<string>.Builder>[])[Pages, References, Numbers])
            {
                cancellationToken.ThrowIfCancellationRequested();
                check(session, problems);
            }

            session.EndRead();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            problems.Add($"The file is damaged so far that it cannot be read on: {e.Message}");
        }

        return problems.DrainToImmutable();
    }

    private static void Pages(SqliteSession session, ImmutableArray<string>.Builder problems)
    {
        using var row = session.Use(CheckSql.Integrity);
        while (row.Step())
        {
            if (row.Text(0) is not "ok" and var line)
            {
                problems.Add($"Pages and indexes: {line}");
            }
        }
    }

    private static void References(SqliteSession session, ImmutableArray<string>.Builder problems)
    {
        using var row = session.Use(CheckSql.References);
        for (var lines = 0; lines < MostLines && row.Step(); lines++)
        {
            problems.Add($"References: a row of {row.Text(0)} points to a row of {row.Text(1)} that is not there.");
        }
    }

    private static void Numbers(SqliteSession session, ImmutableArray<string>.Builder problems)
    {
        foreach (var recount in CheckSql.Recounts)
        {
            using var row = session.Use(recount);
            for (var lines = 0; lines < MostLines && row.Step(); lines++)
            {
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture, $"Numbers: {row.Text(0)} is stored as {row.Int64(1)} and counted as {row.Int64(2)}."));
            }
        }
    }
}
