using System.Globalization;
using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>Puts a copy in the place of a database.</summary>
internal static class SqliteRestore
{
    // Hosts that run meanwhile write between the reading of the feeds and their replacement, and a damaged file tells nothing: they lack
    // fewer changes than this.
    private const long FeedMargin = 1_000_000;

    public static async Task<string?> RunAsync(
        string database, string backup, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        var target = Locate(database);
        var source = Locate(backup);
        if (string.Equals(target.FullPath, source.FullPath, StringComparison.Ordinal))
        {
            throw new IOException($"'{backup}' is the database itself, not a copy of it.");
        }

        using var copy = OpenCopy(source);
        var positions = new Dictionary<BlogId, long>();
        var aside = Replace(target, copy.Handle!, positions, progress, cancellationToken);
        var store = new SqliteStore(target, new SqliteStoreOptions(), instruments: null);
        await using (store.ConfigureAwait(false))
        {
            await store.ApplyAsync(CancellationToken.None).ConfigureAwait(false);
            await LiftFeedsAsync(store, positions).ConfigureAwait(false);
        }

        return aside;
    }

    /// <summary>
    /// Lets every blog's feed go on beyond what was read of the replaced file and of the restored one, so that every reader is told that
    /// changes are missing.
    /// </summary>
    private static async Task LiftFeedsAsync(SqliteStore store, Dictionary<BlogId, long> positions)
    {
        foreach (var blog in await ((IBlogStore)store).ListAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await store.WriteAsync(
                (blog.Id, positions.GetValueOrDefault(blog.Id)),
                static (session, feed) =>
                {
                    ChangeFeed.Lift(session, feed.Id, feed.Item2, FeedMargin);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static SqliteLocation Locate(string path) =>
        SqliteLocation.Parse(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);

    private static SqliteConnection OpenCopy(SqliteLocation source)
    {
        if (!File.Exists(source.FullPath))
        {
            throw new IOException($"There is no backup '{source.Path}'.");
        }

        SqliteConnection? copy = null;
        try
        {
            copy = new SqliteConnection(
                new SqliteConnectionStringBuilder(source.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
            copy.Open();
            if (!IsBlogKit(Read(copy, "PRAGMA application_id")))
            {
                throw new InvalidOperationException($"The backup '{source.Path}' is not a BlogKit database. Nothing was changed.");
            }

            if (int.Parse(Read(copy, "PRAGMA user_version"), CultureInfo.InvariantCulture) is var version
                && version > SchemaVersions.Current)
            {
                throw new InvalidOperationException(
                    $"The backup '{source.Path}' has schema version {version}, written by a newer BlogKit.Sqlite; "
                    + $"this one knows versions up to {SchemaVersions.Current}. Nothing was changed.");
            }

            if (Read(copy, "PRAGMA integrity_check(1)") is not "ok" and var problem)
            {
                throw new IOException($"The backup '{source.Path}' is damaged ({problem}). Nothing was changed.");
            }

            return copy;
        }
        catch (SqliteException e)
        {
            copy?.Dispose();
            throw new IOException($"The backup '{source.Path}' cannot be read ({e.Message}). Nothing was changed.", e);
        }
        catch
        {
            copy?.Dispose();
            throw;
        }
    }

    private static string? Replace(
        SqliteLocation target,
        sqlite3 copy,
        Dictionary<BlogId, long> positions,
        IProgress<SqliteBackupProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (!Directory.Exists(target.Folder))
        {
            throw new IOException($"The folder '{target.Folder}' of the database '{target.Path}' is missing. Create it first.");
        }

        if (File.Exists(target.FullPath))
        {
            using var open = TryOpen(target);
            if (open is not null)
            {
                ReadPositions(open, positions);
                PageCopy.Copy(copy, open.Handle!, progress, cancellationToken);
                return null;
            }
        }

        var partial = target.FullPath + ".partial";
        LastingFiles.TryDelete(partial);
        PageCopy.ToNewFile(copy, partial, progress, cancellationToken);
        var aside = SetAside(target);
        LastingFiles.Publish(partial, target.FullPath, overwrite: false);
        return aside;
    }

    /// <summary>The database, when SQLite can work with it; null when it is damaged, or beside a write-ahead log of another file.</summary>
    private static SqliteConnection? TryOpen(SqliteLocation target)
    {
        var connection = target.Open(forWriting: false);
        try
        {
            if (ForeignLog.LiesBeside(target, connection.Handle!))
            {
                connection.Dispose();
                return null;
            }

            var (application, tables) = (Read(connection, "PRAGMA application_id"), Read(connection, "SELECT count(*) FROM sqlite_schema"));
            if (!IsBlogKit(application) && tables is not "0")
            {
                throw new InvalidOperationException(
                    $"'{target.Path}' is a SQLite database of another application (application_id {application}), not of BlogKit. "
                    + "Nothing was changed in it.");
            }

            return connection;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            connection.Dispose();
            return null;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void ReadPositions(SqliteConnection database, Dictionary<BlogId, long> positions)
    {
        if (Read(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'blog_changes'") is "0")
        {
            return;
        }

        try
        {
            using var command = database.CreateCommand();
            command.CommandText = ChangeSql.Newest;
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                positions[new BlogId(new Guid((byte[])row[0], bigEndian: true))] = row.GetInt64(1);
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT)
        {
            // Damaged in a place that does not keep it from being replaced: the margin is for the blogs that were not read.
        }
    }

    private static string? SetAside(SqliteLocation target)
    {
        string? aside = null;
        for (var number = 1; File.Exists(target.FullPath) && aside is null; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{target.FullPath}.damaged-{number}");
            aside = Path.Exists(name) ? null : name;
        }

        foreach (var part in (string[])["-wal", "-shm", ""])
        {
            if (File.Exists(target.FullPath + part))
            {
                File.Move(target.FullPath + part, (aside ?? target.FullPath + ".damaged-1") + part, overwrite: true);
            }
        }

        return aside;
    }

    private static bool IsBlogKit(string application) =>
        string.Equals(application, SqliteSession.ApplicationId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Read(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
