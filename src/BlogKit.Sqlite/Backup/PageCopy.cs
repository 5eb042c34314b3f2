using System.Diagnostics;
using BlogKit.Internal;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>Copies the pages of one database into another, as they were at one moment.</summary>
internal static class PageCopy
{
    private const int PagesPerStep = 256;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Makes a file of its own: no write-ahead log belongs to it, and it says so. Removes what it made when it fails.</summary>
    public static void ToNewFile(
        sqlite3 source, string path, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var target = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
            target.Open();
            Copy(source, target.Handle!, progress, cancellationToken);

            // The header of the copy then says that it has no write-ahead log: if the copy is ever put beside one, the store sees that the
            // log belongs to another file (DatabaseFile.IsWithoutWal).
            using var command = target.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            command.ExecuteNonQuery();
        }
        catch
        {
            LastingFiles.TryDelete(path);
            LastingFiles.TryDelete(path + "-journal");
            throw;
        }
    }

    /// <summary>Replaces everything in a database, in one transaction.</summary>
    /// <exception cref="TimeoutException">Others kept writing.</exception>
    public static void Copy(sqlite3 source, sqlite3 target, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        // One read transaction over all steps: without it, every commit of a writer would make the copy start again.
        Check(raw.sqlite3_exec(source, "BEGIN; SELECT count(*) FROM sqlite_schema"), source);
        try
        {
            using var backup = raw.sqlite3_backup_init(target, "main", source, "main");
            if (backup.IsInvalid)
            {
                SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target), target);
            }

            var since = Stopwatch.GetTimestamp();
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rc = raw.sqlite3_backup_step(backup, PagesPerStep);
                if (rc is raw.SQLITE_BUSY or raw.SQLITE_LOCKED && Stopwatch.GetElapsedTime(since) < s_patience)
                {
                    Thread.Sleep(10);
                    continue;
                }

                if (rc is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
                {
                    throw new TimeoutException(
                        $"Another process kept the database locked for writing for {s_patience}. Nothing was changed.");
                }

                if (rc is not (raw.SQLITE_OK or raw.SQLITE_DONE))
                {
                    SqliteException.ThrowExceptionForRC(rc, target);
                }

                var total = raw.sqlite3_backup_pagecount(backup);
                progress?.Report(new SqliteBackupProgress(total - raw.sqlite3_backup_remaining(backup), total));
                if (rc == raw.SQLITE_DONE)
                {
                    return;
                }
            }
        }
        finally
        {
            _ = raw.sqlite3_exec(source, "ROLLBACK");
        }
    }

    private static void Check(int rc, sqlite3 handle)
    {
        if (rc != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(rc, handle);
        }
    }
}
