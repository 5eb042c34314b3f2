namespace BlogKit.Storage;

/// <summary>
/// Keeps the pictures and files of blogs. A name says the content (its SHA-256 hash in 64 lower-case hexadecimal digits, a dot and the
/// extension of its kind), so what is stored under a name never changes; <see cref="MediaService"/> has looked at the content before it
/// calls. Any text may be asked for as a name. Safe for concurrent use, from several hosts too. The application may bring its own with
/// <c>UseMediaStore</c>; the kit's <c>MediaSpecification</c> tests it.
/// </summary>
public interface IMediaStore
{
    /// <summary>
    /// Stores a content, in memory that does not grow with it. When it returns, the whole content can be read and survives the process;
    /// when it fails, or <paramref name="content"/> does, nothing is there. Of several who add the same content at once one is told that it
    /// is new, and its facts are kept; for the others nothing changes, but that an original name may be filled in where none is known.
    /// </summary>
    /// <param name="blogId">The blog it belongs to.</param>
    /// <param name="file">Its facts.</param>
    /// <param name="content">The content, read once to its end. What it throws is let out. The caller disposes it.</param>
    /// <param name="cancellationToken">Cancels the keeping.</param>
    /// <exception cref="StoreUnavailableException">There is no room, or no right to write.</exception>
    Task<MediaAddition> AddAsync(BlogId blogId, NewMedia file, Stream content, CancellationToken cancellationToken);

    /// <summary>Returns the facts of a file; null when there is none of that name.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<StoredMedia?> FindAsync(BlogId blogId, string name, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the content, to be disposed by the caller, with its length known; null when there is none of that name. A stream that can
    /// seek lets readers ask for parts. It is read to its end even when the file is deleted meanwhile, or fails; it is never cut off
    /// without a word.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    Task<Stream?> OpenAsync(BlogId blogId, string name, CancellationToken cancellationToken);

    /// <summary>Deletes a file with its facts; false when there is none of that name. The same content may be added again.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the deletion, before it has begun.</param>
    Task<bool> DeleteAsync(BlogId blogId, string name, CancellationToken cancellationToken);

    /// <summary>Returns a part of the files of a blog, latest added first; of one moment by name, in ordinal order.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="cursor">Where the part begins, or ends; null = at the latest.</param>
    /// <param name="limit">At most this many; at least 1.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    Task<Slice<StoredMedia>> ListAsync(BlogId blogId, MediaCursor? cursor, int limit, CancellationToken cancellationToken);
}
