using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit.Redirects;

/// <summary>
/// Reads and changes where the old addresses of a blog lead. Changing and listing them needs an editor or administrator. Safe for
/// concurrent use.
/// </summary>
public sealed class RedirectService
{
    /// <summary>The most redirects of one call.</summary>
    public const int MaximumBatch = 1000;

    private readonly IRedirectStore _redirects;
    private readonly BlogChanges _changes;

    internal RedirectService(IRedirectStore redirects, BlogChanges changes)
    {
        _redirects = redirects;
        _changes = changes;
    }

    /// <summary>
    /// Returns the redirect of an address: that of the address itself, else that of its path alone; null when there is none. One command.
    /// </summary>
    public async Task<Redirect?> FindAsync(BlogId blogId, OldAddress address, CancellationToken cancellationToken = default)
    {
        var path = address.WithoutQuery();
        var found = await _redirects.FindManyRedirectsAsync(
            blogId, path == address ? [address] : [address, path], cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(redirect => redirect.From == address) ?? found.FirstOrDefault();
    }

    /// <summary>Returns redirects by their old addresses. One command.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="after">Only those behind this address; null from the first on.</param>
    /// <param name="size">At most this many; 1 to <see cref="MaximumBatch"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<ImmutableArray<Redirect>>> ListAsync(
        BlogId blogId, Actor actor, OldAddress? after = null, int size = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaximumBatch);
        return Forbids(actor, blogId) is { } refusal
            ? refusal
            : await _redirects.ListRedirectsAsync(blogId, after, size, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Saves redirects, each in place of the one with the same old address: all, or none. Refused is a path that is an old address itself:
    /// readers would be led in a circle, or through several places.
    /// </summary>
    /// <param name="blogId">The blog that all of them are of.</param>
    /// <param name="redirects">The redirects; at most <see cref="MaximumBatch"/>.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> SaveManyAsync(
        BlogId blogId, IReadOnlyCollection<Redirect> redirects, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirects);
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        if (redirects.Count > MaximumBatch)
        {
            return BlogError.Of(
                ErrorKind.Invalid, ErrorCodes.TooMany, "{field} may be at most {max} at once.", "Redirects", ("max", MaximumBatch));
        }

        if (await FindChainAsync(blogId, redirects, cancellationToken).ConfigureAwait(false) is { } chain)
        {
            return BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.Circular,
                "{field}: '{from}' would lead to '{to}', which is an old address itself.",
                "Target",
                ("from", chain.From.Value),
                ("to", chain.To.Name!));
        }

        return await _redirects.SaveRedirectsAsync(blogId, redirects, cancellationToken)
            .AnnounceAsync(_changes, new BlogChange(blogId, BlogChangeKind.Redirects))
            .ConfigureAwait(false) is SaveOutcome.Saved
            ? Result.Success
            : Errors.BlogNotFound;
    }

    /// <summary>Deletes redirects by their old addresses; returns how many there were.</summary>
    public async Task<Result<int>> DeleteManyAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var deleted = await _redirects.DeleteRedirectsAsync(blogId, addresses, cancellationToken).ConfigureAwait(false);
        if (deleted > 0)
        {
            _changes.Announce(new BlogChange(blogId, BlogChangeKind.Redirects));
        }

        return deleted;
    }

    private static BlogError? Forbids(Actor actor, BlogId blogId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.ForBlog(blogId).CanEditOthers ? null : Errors.NotAllowed("You may not change where old addresses lead.");
    }

    private async Task<Redirect?> FindChainAsync(
        BlogId blogId, IReadOnlyCollection<Redirect> redirects, CancellationToken cancellationToken)
    {
        Dictionary<OldAddress, Redirect> toPaths = [];
        foreach (var redirect in redirects)
        {
            if (redirect.To.Kind is RedirectKind.Path && OldAddress.TryParse(redirect.To.Name, out var target))
            {
                toPaths.TryAdd(target, redirect);
                toPaths.TryAdd(target.WithoutQuery(), redirect);
            }
        }

        if (toPaths.Count == 0)
        {
            return null;
        }

        var own = redirects.Select(static redirect => redirect.From).Where(toPaths.ContainsKey).ToArray();
        if (own.Length > 0)
        {
            return toPaths[own[0]];
        }

        var stored = await _redirects.FindManyRedirectsAsync(blogId, toPaths.Keys, cancellationToken).ConfigureAwait(false);
        return stored.IsEmpty ? null : toPaths[stored[0].From];
    }
}
