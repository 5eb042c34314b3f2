using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

/// <summary>
/// Brings what an <see cref="IImportSource"/> reads into a blog: authors, categories, tags, pictures, posts, pages and comments, with their
/// old addresses. Every item of the source gets its outcome. Run again it changes nothing but what changed at the source; broken off
/// anywhere and run again it goes on. Nobody outside is told of what is old. Safe for concurrent use; two imports into one blog at once
/// are one too many.
/// </summary>
/// <remarks>
/// Memory does not grow with the texts of the source, and by some thirty bytes for each item. The source is read at least twice. A post is
/// one transaction, comments are many in one; <see cref="Origin"/>s say what came from where.
/// </remarks>
public sealed class BlogImporter
{
    private readonly ImportServices _services;

    internal BlogImporter(ImportServices services) => _services = services;

    /// <summary>Imports, or with <see cref="ImportOptions.IsDryRun"/> says what an import would do.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="source">What to read; used by this call alone.</param>
    /// <param name="options">The options; null takes the defaults.</param>
    /// <param name="actor">Who imports; needs to be an administrator.</param>
    /// <param name="report">Is told the line of every item, one after another; null for nobody.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Breaks the import off between two transactions; run it again to go on.</param>
    /// <returns>The report; an error when the actor may not, or there is no such blog.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ImportSourceException">
    /// The source cannot be read, or breaks off. What was brought in before stays, and its lines were told.
    /// </exception>
    public async Task<Result<ImportReport>> ImportAsync(
        BlogId blogId,
        IImportSource source,
        ImportOptions? options,
        Actor actor,
        Action<ItemReport>? report = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(actor);
        options ??= new ImportOptions();
        ImportOptions.Check(options);
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        if (await _services.Blogs.FindAsync(blogId, cancellationToken).ConfigureAwait(false) is not { } blog)
        {
            return NoBlog;
        }

        var site = await source.ReadSiteAsync(cancellationToken).ConfigureAwait(false);
        var name = ImportSession.NameOf(source, site);
        ImportRun? run = null;
        if (!options.IsDryRun)
        {
            run = await _services.Origins.BeginImportAsync(
                new NewImport
                {
                    BlogId = blogId,
                    Source = name,
                    StartedBy = actor.Key ?? ActorKey.System,
                    StartedAt = _services.Clock.GetUtcNow(),
                },
                cancellationToken).ConfigureAwait(false);
            if (run is null)
            {
                return NoBlog;
            }
        }

        var tally = new ImportTally(report);
        var session = new ImportSession(
            _services, blog, site, name, run?.Number, options, actor, tally, cancellationToken);
        var hasEnded = false;
        try
        {
            var done = await new ImportWork(source, session, progress).RunAsync().ConfigureAwait(false);
            hasEnded = true;
            return done;
        }
        finally
        {
            // Whatever ended it: what was brought in is known by its origins, and the counts say how far it came.
            await session.FlushAsync().ConfigureAwait(false);
            if (run is not null)
            {
                await _services.Origins.SaveImportAsync(
                    run with { Counts = tally.Counts, EndedAt = hasEnded ? _services.Clock.GetUtcNow() : null },
                    CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Takes away what an import brought and nobody edited since: comments are erased, posts deleted with their threads, redirects, and
    /// then what nothing names any more. What somebody edited stays, and so does a post under which readers wrote. Undone again, it goes
    /// on where it was broken off. Authors stay, because what is theirs may.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="number">The number of the import.</param>
    /// <param name="actor">Who undoes it; needs to be an administrator.</param>
    /// <param name="cancellationToken">Breaks it off between two items.</param>
    public async Task<Result<UndoReport>> UndoAsync(
        BlogId blogId, long number, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        if (await _services.Origins.FindImportAsync(blogId, number, cancellationToken).ConfigureAwait(false) is not { } run)
        {
            return BlogError.Of(
                ErrorKind.NotFound, "import-not-found", "There is no import with the number {number}.", "NUMBER", ("number", number));
        }

        var report = await new ImportUndo(_services, blogId, run, actor, cancellationToken).RunAsync().ConfigureAwait(false);
        await _services.Origins.SaveImportAsync(
            run with { UndoneAt = _services.Clock.GetUtcNow(), EndedAt = run.EndedAt ?? _services.Clock.GetUtcNow() },
            CancellationToken.None).ConfigureAwait(false);
        return report;
    }

    /// <summary>Returns the imports of a blog, the newest first.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="actor">Who asks; needs to be an administrator.</param>
    /// <param name="before">Only those with a number below this one; null from the newest on.</param>
    /// <param name="size">At most this many; 1 to 200.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<ImmutableArray<ImportRun>>> ListAsync(
        BlogId blogId, Actor actor, long? before = null, int size = 50, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 200);
        return Forbids(actor, blogId) is { } refusal
            ? refusal
            : await _services.Origins.ListImportsAsync(blogId, before, size, cancellationToken).ConfigureAwait(false);
    }

    private static BlogError NoBlog { get; } =
        BlogError.Of(ErrorKind.NotFound, ErrorCodes.BlogNotFound, "There is no such blog.", null);

    private static BlogError? Forbids(Actor actor, BlogId blogId) => actor.ForBlog(blogId).CanAdminister
        ? null
        : BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not import into this blog: administrators may.", null);
}
