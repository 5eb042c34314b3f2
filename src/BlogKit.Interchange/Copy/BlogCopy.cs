using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

/// <summary>
/// Writes everything a blog has into a file and reads it back, into any store: the format BlogKit JSON Lines
/// (<c>docs/formats/blogkit-json.md</c>). Reading twice is reading once, and reading that was broken off begins again. HTML that stands
/// rendered in a file is never stored: it is made again here. Memory does not grow with the blog. Safe for concurrent use.
/// </summary>
/// <remarks>
/// A copy has e-mail addresses, network addresses, hashes of passwords and what no reader may see, and it brings authors with their roles:
/// keep it as you keep the database, and read only what you trust as much.
/// </remarks>
public sealed class BlogCopy
{
    private readonly CopyServices _services;

    internal BlogCopy(CopyServices services) => _services = services;

    /// <summary>Writes a blog as it is at this moment, while others write.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="stream">Where to; not disposed.</param>
    /// <param name="options">The options; null takes the defaults.</param>
    /// <param name="actor">Who writes it; needs to be an administrator.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="report">Is told of every picture and file; null for nobody.</param>
    /// <param name="cancellationToken">Ends the writing; what is written then has no end and is told as broken off when it is read.</param>
    /// <returns>The report; an error when the actor may not, or there is no such blog.</returns>
    /// <exception cref="TimeoutException">The store ended the reading because it lasted too long; begin again.</exception>
    public async Task<Result<CopyReport>> ExportAsync(
        BlogId blogId,
        Stream stream,
        CopyOptions? options,
        Actor actor,
        IProgress<CopyProgress>? progress = null,
        Action<CopyLine>? report = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(actor);
        options ??= new CopyOptions();
        return actor.ForBlog(blogId).CanAdminister
            ? await new CopyWriting(_services, blogId, options, new CopyTally(report, progress, _services.Clock), cancellationToken)
                .RunAsync(stream).ConfigureAwait(false)
            : BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not copy this blog: administrators may.", null);
    }

    /// <summary>
    /// Reads a copy into the store, under the identities it has; with <see cref="CopyOptions.IsDryRun"/> checks it. A line that cannot be
    /// stored keeps no other back.
    /// </summary>
    /// <param name="stream">The copy, compressed by gzip or not; read once, not disposed.</param>
    /// <param name="options">The options; null takes the defaults.</param>
    /// <param name="actor">Who reads it in; needs to be an administrator of the blog that the copy is of.</param>
    /// <param name="report">Is told the outcome of every line, in their order; null for nobody.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Breaks it off between two batches; read it again to go on.</param>
    /// <returns>The report, also of a copy that breaks off; an error when the actor may not.</returns>
    /// <exception cref="ImportSourceException">It is no copy of a blog, or of another version; nothing was written.</exception>
    public async Task<Result<CopyReport>> ImportAsync(
        Stream stream,
        CopyOptions? options,
        Actor actor,
        Action<CopyLine>? report = null,
        IProgress<CopyProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(actor);
        options ??= new CopyOptions();
        using var lines = LineReader.Open(stream, options.MaximumLineLength);
        var header = await CopyHeader.ReadAsync(lines, cancellationToken).ConfigureAwait(false);
        return actor.ForBlog(header.Blog).CanAdminister
            ? await new CopyReading(
                _services, lines, header, options, new CopyTally(report, progress, _services.Clock), cancellationToken)
                .RunAsync().ConfigureAwait(false)
            : BlogError.Of(
                ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not read a copy into this blog: administrators may.", null);
    }
}
