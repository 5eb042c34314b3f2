namespace BlogKit.AspNetCore;

/// <summary>
/// Keeps the pictures of blogs. A name says the content (its SHA-256 hash in 64 lower-case hexadecimal digits, a dot and the extension), so
/// what is stored under a name never changes; BlogKit has checked name and content before it calls. Safe for concurrent use, from several
/// hosts too. The application may bring its own with <c>UseMediaStore</c>.
/// </summary>
public interface IMediaStore
{
    /// <summary>
    /// Stores a content. When it returns, the whole content can be read and survives the process; when it fails nothing is there. False
    /// when the name was there already: nothing changed.
    /// </summary>
    /// <param name="blogId">The blog it belongs to.</param>
    /// <param name="name">The name.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellationToken">Cancels the keeping.</param>
    Task<bool> AddAsync(BlogId blogId, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the content, to be disposed by the caller, with its length known; null when there is none of that name. Any text may be
    /// asked for.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    Task<Stream?> OpenAsync(BlogId blogId, string name, CancellationToken cancellationToken);

    /// <summary>Returns the pictures of a blog, latest added first.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="limit">At most this many; at least 1.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    Task<ImmutableArray<StoredMedia>> ListAsync(BlogId blogId, int limit, CancellationToken cancellationToken);
}
