using BlogKit.AspNetCore.Internal;
using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore;

/// <summary>
/// Keeps pictures as files: a folder per blog below <see cref="MediaOptions.Folder"/>, each written beside its place and renamed into it,
/// so that none is ever half there. When <see cref="AddAsync"/> returns, the picture and its name are on the disk: a power cut takes
/// neither back. Safe for concurrent use, also by several processes on one file system.
/// </summary>
public sealed class FileSystemMediaStore : IMediaStore
{
    private const string Unfinished = ".part";

    private readonly string _folder;
    private readonly IIdGenerator _ids;

    /// <summary>Creates the store; the container does it.</summary>
    /// <param name="options">The options with the folder.</param>
    /// <param name="environment">The environment, whose content root relative folders begin at.</param>
    /// <param name="ids">Names what is not finished.</param>
    public FileSystemMediaStore(IOptions<MediaOptions> options, IHostEnvironment environment, IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(environment);
        _folder = Path.GetFullPath(options.Value.Folder, environment.ContentRootPath);
        _ids = ids;
    }

    /// <inheritdoc/>
    public async Task<bool> AddAsync(BlogId blogId, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!MediaName.IsOne(name))
        {
            throw new ArgumentException(
                $"'{name}' is not the name of a picture: 64 hexadecimal digits, a dot and an extension.", nameof(name));
        }

        var folder = FolderOf(blogId);
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            // Whoever gave it this name may have died before the name was on the disk.
            LastingFiles.SyncFolder(folder);
            return false;
        }

        try
        {
            LastingFiles.CreateFolder(folder);

            // Of two who add the same at once both write the same bytes.
            var draft = Path.Combine(folder, _ids.Next().ToString("N") + Unfinished);
            await LastingFiles.WriteAsync(path, content, draft, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException fault) when (LastingFiles.IsFull(fault))
        {
            throw new StoreUnavailableException(
                $"The disk of the pictures in '{_folder}' is full; the picture was not kept. Make room on its volume.", fault)
            {
                IsFull = true,
            };
        }

        return true;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(BlogId blogId, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!MediaName.IsOne(name))
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
    public Task<ImmutableArray<StoredMedia>> ListAsync(BlogId blogId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var folder = new DirectoryInfo(FolderOf(blogId));
        return Task.FromResult<ImmutableArray<StoredMedia>>(folder.Exists
            ? [.. folder.EnumerateFiles()
                .Where(static file => MediaName.IsOne(file.Name))
                .Select(static file => new StoredMedia(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)))
                .OrderByDescending(static media => media.AddedAt)
                .ThenBy(static media => media.Name, StringComparer.Ordinal)
                .Take(limit)]
            : []);
    }

    private string FolderOf(BlogId blogId) => Path.Combine(_folder, blogId.ToString());
}
