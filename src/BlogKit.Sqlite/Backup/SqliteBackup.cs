using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Copies a blog's database while it is in use. The copy is the state of one moment: readers and writers, of other processes too, go on
/// beside it and what they write after that moment is not in it. Registered by <c>UseSqlite</c>; safe for concurrent use.
/// </summary>
public sealed class SqliteBackup
{
    private readonly SqliteStore _store;

    internal SqliteBackup(SqliteStore store) => _store = store;

    /// <summary>
    /// Writes a copy of the database. The file is under <paramref name="path"/> only when it is complete: until then, and after a failure
    /// or cancellation, nothing (or what was there before) stands there.
    /// </summary>
    /// <param name="path">The file to write, in a folder that exists.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced. Default false.</param>
    /// <param name="progress">Told after every 256 pages (1 MB) how far it has come; null = nobody.</param>
    /// <param name="cancellationToken">Stops the copy and removes what was written of it.</param>
    /// <exception cref="IOException">
    /// There is a file already and <paramref name="overwrite"/> is false, or it cannot be written.
    /// </exception>
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

        // The copy reads and writes files synchronously, so it does not run on the caller's thread.
        await Task.Run(() => Write(target, overwrite, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Replaces a database by a backup. A database that can be opened is replaced from within, in one transaction: processes that use it
    /// see what was restored with their next request, though what they keep in memory (pages, the learning filter) is right only after a
    /// restart, and nothing of an old write-ahead log gets into it. One that is damaged is set aside under another name; then every process
    /// that uses it must be stopped. The restored database is updated to the schema of this version.
    /// </summary>
    /// <param name="database">The database file; made when it is missing, its folder is not.</param>
    /// <param name="backup">
    /// A copy that <see cref="WriteAsync"/> made, or any BlogKit database that no process writes to. It is checked first, and not changed.
    /// </param>
    /// <param name="progress">Told how far the copying has come; null = nobody.</param>
    /// <param name="cancellationToken">Stops; until the last page was copied, nothing has changed.</param>
    /// <returns>The path the damaged database was set aside at; null when it was replaced from within or missing.</returns>
    /// <exception cref="IOException">A file cannot be read or written, or the backup is damaged.</exception>
    /// <exception cref="InvalidOperationException">The backup or the database is none of BlogKit, or of a newer version.</exception>
    /// <exception cref="TimeoutException">Another process kept writing for 10 seconds.</exception>
    public static Task<string?> RestoreAsync(
        string database, string backup, IProgress<SqliteBackupProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(database);
        ArgumentException.ThrowIfNullOrWhiteSpace(backup);
        return Task.Run(() => SqliteRestore.RunAsync(database, backup, progress, cancellationToken), cancellationToken);
    }

    private void Write(string target, bool overwrite, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        var partial = target + ".partial";
        File.Delete(partial);
        using var source = _store.OpenForLong();
        PageCopy.ToNewFile(source.Handle, partial, progress, cancellationToken);
        LastingFiles.Publish(partial, target, overwrite);
    }
}
