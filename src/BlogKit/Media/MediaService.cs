using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Stores pictures and files, fetches them from other sites, lists and deletes them. What a file is, its first bytes say: names and types
/// that somebody gave do not count. A picture is checked, and loses what it tells of a camera, a place or a person; every other file is
/// kept as it came. Needs a store of files: <c>AddWeb</c> brings one, <c>UseMediaFolder</c> and <c>UseMediaStore</c> choose one. Safe for
/// concurrent use.
/// </summary>
public sealed class MediaService
{
    private const int MaximumPageSize = 200;

    private readonly IMediaStore _store;
    private readonly GuardedWeb _web;
    private readonly TimeProvider _clock;

    internal MediaService(IMediaStore store, GuardedWeb web, TimeProvider clock)
    {
        _store = store;
        _web = web;
        _clock = clock;
    }

    /// <summary>Stores a picture, or a file where the limits take them. A picture is held in memory, anything else is not.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="content">The content, read once to its end; the caller disposes it.</param>
    /// <param name="originalName">
    /// The name it has where it comes from; null for none. It is cleaned and shortened, and only says what a download is called.
    /// </param>
    /// <param name="actor">Who adds it; needs to be somebody who writes.</param>
    /// <param name="limits">What is taken; null = pictures, with the usual limits.</param>
    /// <param name="cancellationToken">Cancels the storing.</param>
    /// <exception cref="StoreUnavailableException">There is no room, or no right to write.</exception>
    public async Task<MediaResult> AddAsync(
        BlogId blogId,
        Stream content,
        string? originalName,
        Actor actor,
        MediaLimits? limits = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.ForBlog(blogId).CanWrite)
        {
            return NotAllowed;
        }

        limits ??= new MediaLimits();
        var start = new byte[FileStart.Length];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var isPicture = FileStart.IsPicture(start.AsSpan(0, read));
        if (!isPicture && (!limits.TakesFiles || read == 0))
        {
            return new MediaResult(
                MediaOutcome.WrongKind, read == 0 ? "It is empty." : "It is no picture of a kind that is taken, and other files are not.");
        }

        try
        {
            var bounded = new BoundedMedia(
                start.AsMemory(0, read), content, isPicture ? limits.MaximumPictureLength : limits.MaximumFileLength);
            await using (bounded.ConfigureAwait(false))
            {
                if (isPicture)
                {
                    return await AddPictureAsync(blogId, bounded, originalName, actor, limits, cancellationToken).ConfigureAwait(false);
                }

                var kind = FileStart.KindOf(start.AsSpan(0, read));
                return await KeepAsync(blogId, bounded, kind, originalName, actor, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (MediaTooLargeException fault)
        {
            return new MediaResult(MediaOutcome.TooLarge, fault.Message);
        }
    }

    /// <summary>
    /// Fetches a picture or file from another site and stores it as <see cref="AddAsync"/> does: one request with its redirects, none of
    /// them into a private network. The caller decides how many are fetched.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="url">The address; http or https.</param>
    /// <param name="actor">Who adds it; needs to be somebody who writes.</param>
    /// <param name="limits">What is taken; null = pictures, with the usual limits.</param>
    /// <param name="bounds">
    /// How far to go, in time, redirects and bytes; null = a minute, five redirects, and as many bytes as <paramref name="limits"/> take.
    /// </param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="StoreUnavailableException">There is no room, or no right to write.</exception>
    public async Task<MediaResult> ImportAsync(
        BlogId blogId,
        Uri url,
        Actor actor,
        MediaLimits? limits = null,
        FetchBounds? bounds = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.ForBlog(blogId).CanWrite)
        {
            return NotAllowed;
        }

        limits ??= new MediaLimits();
        var longest = Math.Max(limits.MaximumPictureLength, limits.TakesFiles ? limits.MaximumFileLength : 0);
        bounds ??= new FetchBounds { Timeout = TimeSpan.FromMinutes(1), MaximumBytes = (int)Math.Min(int.MaxValue, longest) };
        try
        {
            return await _web.DownloadAsync(
                url,
                bounds,
                (file, token) => AddAsync(
                    blogId, file.Body, file.FileName ?? Uri.UnescapeDataString(file.Url.Segments[^1]), actor, limits, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (FetchException fault)
        {
            return new MediaResult(
                fault.Failure switch
                {
                    FetchFailure.Forbidden => MediaOutcome.AddressForbidden,
                    FetchFailure.Unusable => MediaOutcome.Unusable,
                    _ => MediaOutcome.Unreachable,
                },
                fault.Message);
        }
    }

    /// <summary>Returns the facts of a file; null when there is none of that name. Any text may be asked for.</summary>
    public Task<StoredMedia?> FindAsync(BlogId blogId, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _store.FindAsync(blogId, name, cancellationToken);
    }

    /// <summary>Returns a page of the blog's files, latest added first, for those who write.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="actor">Needs to be somebody who writes.</param>
    /// <param name="size">The most on a page: 1 to 200.</param>
    /// <param name="cursor">The cursor of a page before; null = the first page.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    public async Task<Result<Page<StoredMedia>>> ListAsync(
        BlogId blogId, Actor actor, int size = 60, string? cursor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        MediaCursor? place = null;
        if (!actor.ForBlog(blogId).CanWrite)
        {
            return Errors.NotAllowed("You may not see the files of this blog.");
        }

        if (size is < 1 or > MaximumPageSize)
        {
            return Errors.PageSize(MaximumPageSize);
        }

        if (cursor is not null && !CursorText.TryRead(cursor, out place))
        {
            return Errors.InvalidCursor;
        }

        var slice = await _store.ListAsync(blogId, place, size, cancellationToken).ConfigureAwait(false);
        return slice.Items.IsEmpty
            ? new Page<StoredMedia>([], place is { Backwards: false } ? CursorText.Write(place with { Backwards = true }) : null, null)
            : new Page<StoredMedia>(
                slice.Items,
                slice.HasPrevious ? CursorText.Write(new MediaCursor(slice.Items[0].AddedAt, slice.Items[0].Name, Backwards: true)) : null,
                slice.HasNext ? CursorText.Write(new MediaCursor(slice.Items[^1].AddedAt, slice.Items[^1].Name)) : null);
    }

    /// <summary>Returns whether the actor may delete a file: editors every one, authors what they added themselves.</summary>
    public static bool IsDeletableBy(BlogId blogId, StoredMedia file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        var here = actor.ForBlog(blogId);
        return here.CanEditOthers || (here.CanWrite && here.Key is { } key && file.AddedBy == key);
    }

    /// <summary>
    /// Deletes a file for ever. Posts that show it or lead to it are not changed; browsers and caches may go on showing what they have.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="name">The name.</param>
    /// <param name="actor">An editor or administrator, or the author who added it first.</param>
    /// <param name="cancellationToken">Cancels the deletion.</param>
    public async Task<Result> DeleteAsync(BlogId blogId, string name, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.ForBlog(blogId).CanWrite)
        {
            return Errors.NotAllowed("You may not delete files.");
        }

        if (await _store.FindAsync(blogId, name, cancellationToken).ConfigureAwait(false) is not { } file)
        {
            return Errors.MediaNotFound;
        }

        if (!IsDeletableBy(blogId, file, actor))
        {
            return Errors.NotAllowed("You may not delete what others added.");
        }

        return await _store.DeleteAsync(blogId, name, cancellationToken).ConfigureAwait(false) ? Result.Success : Errors.MediaNotFound;
    }

    private static MediaResult NotAllowed => new(MediaOutcome.NotAllowed, "The actor may not write in this blog.");

    private async Task<MediaResult> AddPictureAsync(
        BlogId blogId, Stream bounded, string? originalName, Actor actor, MediaLimits limits, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await bounded.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        var content = memory.ToArray();
        if (ImageHeader.Read(content) is not { } header
            || PicturePrivacy.Clean(content, header) is not ({ } clean, var width, var height))
        {
            return new MediaResult(MediaOutcome.WrongKind, "It begins as a picture and is not built as one.");
        }

        if (Math.Max(width, height) > limits.MaximumSide || width * height > limits.MaximumPixels)
        {
            return new MediaResult(MediaOutcome.TooManyPixels, "It has more pixels than are taken.");
        }

        using var cleaned = new MemoryStream(clean, writable: false);
        var kept = await KeepAsync(
            blogId, cleaned, MediaKind.Of(header.Kind), originalName, actor, cancellationToken).ConfigureAwait(false);
        return kept with { Width = header.Width, Height = header.Height };
    }

    private async Task<MediaResult> KeepAsync(
        BlogId blogId, Stream content, MediaKind kind, string? originalName, Actor actor, CancellationToken cancellationToken)
    {
        var file = new NewMedia
        {
            Kind = kind,
            AddedAt = _clock.GetUtcNow(),
            OriginalName = OriginalName.Clean(originalName),
            AddedBy = actor.Key,
        };
        var added = await _store.AddAsync(blogId, file, content, cancellationToken).ConfigureAwait(false);
        return new MediaResult(added.IsNew ? MediaOutcome.Added : MediaOutcome.AlreadyThere) { File = added.File };
    }
}
