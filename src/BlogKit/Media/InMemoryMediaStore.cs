using System.Collections.Concurrent;
using System.Security.Cryptography;
using BlogKit.Internal;

namespace BlogKit.Storage;

/// <summary>Keeps files in the memory of this process, each whole: for tests and demonstrations. Safe for concurrent use.</summary>
public sealed class InMemoryMediaStore : IMediaStore
{
    private readonly ConcurrentDictionary<(BlogId Blog, string Name), (StoredMedia File, byte[] Content)> _files = new();

    /// <inheritdoc/>
    public async Task<MediaAddition> AddAsync(BlogId blogId, NewMedia file, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        StorableText.Check(file.OriginalName);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = memory.ToArray();
        var name = file.Kind.FormatName(SHA256.HashData(bytes));
        var stored = new StoredMedia(name, bytes.Length, file.AddedAt.ToUniversalTime())
        {
            OriginalName = file.OriginalName,
            AddedBy = file.AddedBy,
        };
        if (_files.TryAdd((blogId, name), (stored, bytes)))
        {
            return new MediaAddition(stored, IsNew: true);
        }

        var kept = _files.AddOrUpdate(
            (blogId, name),
            static (_, added) => added,
            static (_, there, added) => there.File.OriginalName is null
                ? (there.File with { OriginalName = added.File.OriginalName }, there.Content)
                : there,
            (File: stored, Content: bytes));
        return new MediaAddition(kept.File, IsNew: false);
    }

    /// <inheritdoc/>
    public Task<StoredMedia?> FindAsync(BlogId blogId, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_files.TryGetValue((blogId, name), out var found) ? found.File : null);
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(BlogId blogId, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(
            _files.TryGetValue((blogId, name), out var found) ? new MemoryStream(found.Content, writable: false) : null);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlogId blogId, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_files.TryRemove((blogId, name), out _));
    }

    /// <inheritdoc/>
    public Task<Slice<StoredMedia>> ListAsync(BlogId blogId, MediaCursor? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(MediaPart.Cut(
            _files.Where(file => file.Key.Blog == blogId).Select(static file => file.Value.File), cursor, limit));
    }
}
