using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlogKit;

/// <summary>
/// Copies a blog's database while it is in use. The copy is the state of one moment: readers and writers, of other processes too, go on beside it
/// and what they write after that moment is not in it. Registered by <c>UseSqlite</c>; safe for concurrent use.
/// </summary>
public sealed class SqliteBackup
{
    private const int PagesPerStep = 256;
    private readonly SqliteStore _store;

    internal SqliteBackup(SqliteStore store) => _store = store;

    /// <summary>
    /// Writes a copy. It stands under <paramref name="path"/> only when it is complete: until then, and after a failure or cancellation, nothing
    /// (or what was there before) stands there.
    /// </summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced. Default false.</param>
    /// <param name="progress">Told after every 256 pages (1 MB) how far it has come; null = nobody.</param>
    /// <param name="cancellationToken">Stops the copy and removes what was written of it.</param>
    /// <exception cref="IOException">There is a file already and <paramref name="overwrite"/> is false, or it cannot be written.</exception>
    public async Task WriteAsync(
        string path,
        bool overwrite = false,
        IProgress<SqliteBackupProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var target = Path.GetFullPath(path);
        if (!overwrite && File.Exists(target))
        {
            throw new IOException($"'{path}' is there already. Choose another name, or overwrite it.");
        }

        // Copying is reading and writing files without a pause: not on the caller's thread.
        await Task.Run(() => Write(target, overwrite, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private void Write(string target, bool overwrite, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        var partial = target + ".partial";
        File.Delete(partial);
        try
        {
            Copy(partial, progress, cancellationToken);
            File.Move(partial, target, overwrite);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private void Copy(string partial, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        using var source = _store.OpenForBackup();
        var location = new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false };
        using var target = new SqliteConnection(location.ConnectionString);
        target.Open();

        // One read transaction over all steps: a writer would otherwise make the copy begin again and again.
        source.BeginRead();
        _ = SchemaVersions.Read(source);
        using var backup = raw.sqlite3_backup_init(target.Handle!, "main", source.Handle, "main");
        if (backup.IsInvalid)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target.Handle!), target.Handle);
        }

        int rc;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            rc = raw.sqlite3_backup_step(backup, PagesPerStep);
            var total = raw.sqlite3_backup_pagecount(backup);
            progress?.Report(new SqliteBackupProgress(total - raw.sqlite3_backup_remaining(backup), total));
        }
        while (rc == raw.SQLITE_OK);

        if (rc != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(rc, target.Handle);
        }

        source.EndRead();
    }
}
