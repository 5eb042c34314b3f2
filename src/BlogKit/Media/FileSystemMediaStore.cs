using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using BlogKit.Internal;

namespace BlogKit.Storage;

/// <summary>
/// Keeps pictures and files as files: a folder per blog, each written beside its place and renamed into it, so that none is ever half
/// there. When <see cref="AddAsync"/> returns, the content and its name are on the disk: a power cut takes neither back. What is known of
/// it is in <c>NAME.json</c> beside it, which may be missing; when it was added is the time of the file. A list reads the names and times
/// of the blog's folder. Safe for concurrent use, also by several processes on one file system.
/// </summary>
public sealed class FileSystemMediaStore : IMediaStore
{
    private const string Unfinished = ".part";
    private const string Facts = ".json";
    private const int LongestFacts = 16 * 1024;
    private const int BufferBytes = 64 * 1024;

    private readonly string _folder;
    private readonly IIdGenerator _ids;

    /// <summary>Creates the store.</summary>
    /// <param name="folder">The folder; it is made when it is missing. A relative one is below the current folder.</param>
    /// <param name="ids">Names what is not finished.</param>
    /// <exception cref="ArgumentException">The folder is blank.</exception>
    public FileSystemMediaStore(string folder, IIdGenerator ids)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(ids);
        _folder = Path.GetFullPath(folder);
        _ids = ids;
    }

    /// <inheritdoc/>
    public async Task<MediaAddition> AddAsync(BlogId blogId, NewMedia file, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        StorableText.Check(file.OriginalName);
        var folder = FolderOf(blogId);
        try
        {
            LastingFiles.CreateFolder(folder);

            // Of several who add the same at once each writes a draft of its own, and one of them gets the name.
            var draft = NewDraft(folder);
            var name = file.Kind.FormatName(await WriteAsync(draft, content, cancellationToken).ConfigureAwait(false));
            var isNew = await PublishAsync(draft, folder, name, file, cancellationToken).ConfigureAwait(false);

            // Somebody may delete it in this moment: then it was added before that.
            var stored = await FindAsync(blogId, name, CancellationToken.None).ConfigureAwait(false)
                ?? new StoredMedia(name, 0, file.AddedAt.ToUniversalTime());
            return new MediaAddition(stored, isNew);
        }
        catch (IOException fault) when (LastingFiles.IsFull(fault))
        {
            throw new StoreUnavailableException(
                $"The disk of the pictures in '{_folder}' is full; the picture was not kept. Make room on its volume.", fault)
            {
                IsFull = true,
            };
        }
    }

    /// <inheritdoc/>
    public async Task<StoredMedia?> FindAsync(BlogId blogId, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return MediaKind.FindByName(name) is null
            ? null
            : await ReadAsync(new FileInfo(Path.Combine(FolderOf(blogId), name)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(BlogId blogId, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (MediaKind.FindByName(name) is null)
        {
            return Task.FromResult<Stream?>(null);
        }

        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                Path.Combine(FolderOf(blogId), name),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                bufferSize: 0,
                FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlogId blogId, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = FolderOf(blogId);
        var path = Path.Combine(folder, name);
        if (MediaKind.FindByName(name) is null || !File.Exists(path))
        {
            return Task.FromResult(false);
        }

        // Facts without a content mean nothing, and whoever adds it again writes others over them.
        File.Delete(path);
        File.Delete(path + Facts);
        LastingFiles.SyncFolder(folder);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public async Task<Slice<StoredMedia>> ListAsync(
        BlogId blogId, MediaCursor? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var folder = new DirectoryInfo(FolderOf(blogId));
        var part = MediaPart.Cut(
            folder.Exists
                ? folder.EnumerateFiles().Where(static file => MediaKind.FindByName(file.Name) is not null && file.Exists).Select(Describe)
                : [],
            cursor,
            limit);
        var files = ImmutableArray.CreateBuilder<StoredMedia>(part.Items.Length);
        foreach (var file in part.Items)
        {
            files.Add(await WithFactsAsync(file, Path.Combine(folder.FullName, file.Name), cancellationToken).ConfigureAwait(false));
        }

        return part with { Items = files.MoveToImmutable() };
    }

    private static StoredMedia Describe(FileInfo file) =>
        new(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));

    private static async Task<StoredMedia?> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return null;
        }

        return await WithFactsAsync(Describe(file), file.FullName, cancellationToken).ConfigureAwait(false);
    }

    // Facts that somebody spoiled are as good as none: the content is what counts.
    private static async Task<StoredMedia> WithFactsAsync(StoredMedia file, string path, CancellationToken cancellationToken)
    {
        try
        {
            var facts = new FileInfo(path + Facts);
            if (!facts.Exists || facts.Length > LongestFacts)
            {
                return file;
            }

            var read = JsonSerializer.Deserialize(
                await File.ReadAllBytesAsync(facts.FullName, cancellationToken).ConfigureAwait(false), MediaFactsJson.Default.MediaFacts);
            return file with
            {
                OriginalName = OriginalName.Clean(read?.OriginalName),
                AddedBy = read?.AddedBy is { } key && ActorKey.TryParse(key, out var who) ? who : null,
            };
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return file;
        }
    }

    private static async Task<byte[]> WriteAsync(string draft, Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await LastingFiles.WriteDraftAsync(draft, async file =>
            {
                while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }).ConfigureAwait(false);
            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Names the content, then its facts, which are on the disk by then; false when the content was there already.</summary>
    private async Task<bool> PublishAsync(
        string draft, string folder, string name, NewMedia file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        string? facts = null;
        try
        {
            File.SetLastWriteTimeUtc(draft, file.AddedAt.UtcDateTime);
            if (!File.Exists(path))
            {
                facts = await WriteFactsAsync(folder, file.OriginalName, file.AddedBy, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                LastingFiles.Publish(draft, path, overwrite: false);
                if (facts is not null)
                {
                    LastingFiles.Publish(facts, path + Facts, overwrite: true);
                }

                return true;
            }
        }
        catch (IOException fault) when (LastingFiles.IsTaken(fault))
        {
            // Somebody else added it in between; that it may be deleted by now is after that.
        }
        finally
        {
            LastingFiles.TryDelete(draft);
            if (facts is not null)
            {
                LastingFiles.TryDelete(facts);
            }
        }

        // Whoever gave it this name may have died before the name was on the disk.
        LastingFiles.SyncFolder(folder);
        await AddNameAsync(path, folder, file.OriginalName, cancellationToken).ConfigureAwait(false);
        return false;
    }

    // Who adds what was there already does not become its owner: they would then be allowed to delete it.
    private async Task AddNameAsync(string path, string folder, string? originalName, CancellationToken cancellationToken)
    {
        if (originalName is null || File.Exists(path + Facts))
        {
            return;
        }

        var draft = await WriteFactsAsync(folder, originalName, null, cancellationToken).ConfigureAwait(false);
        try
        {
            LastingFiles.Publish(draft!, path + Facts, overwrite: false);
        }
        catch (IOException fault) when (LastingFiles.IsTaken(fault))
        {
            // Whoever added it wrote them in between.
        }
    }

    private async Task<string?> WriteFactsAsync(
        string folder, string? originalName, ActorKey? addedBy, CancellationToken cancellationToken)
    {
        if (originalName is null && addedBy is null)
        {
            return null;
        }

        var draft = NewDraft(folder);
        using var memory = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(
            new MediaFacts(originalName, addedBy?.ToString()), MediaFactsJson.Default.MediaFacts));
        await WriteAsync(draft, memory, cancellationToken).ConfigureAwait(false);
        return draft;
    }

    private string NewDraft(string folder) => Path.Combine(folder, _ids.Next().ToString("N") + Unfinished);

    private string FolderOf(BlogId blogId) => Path.Combine(_folder, blogId.ToString());
}
