using BlogKit.Redirects;

namespace BlogKit.Storage;

/// <summary>
/// Keeps where the old addresses of a blog lead. Every method is one transaction; safe for concurrent use. Addresses are compared
/// ordinally, in the spelling of <see cref="OldAddress.Value"/>.
/// </summary>
/// <remarks>
/// A redirect says what its target is and not whether it is there: deleting a post leaves its redirects, which then answer as not found.
/// Texts that cannot be stored or are longer than <see cref="OldAddress.MaximumLength"/> are refused with <see cref="ArgumentException"/>
/// before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IRedirectStore
{
    /// <summary>
    /// Stores redirects, each in place of the one with the same old address: all of them, or none. <see cref="SaveOutcome.Missing"/> when
    /// the blog is not there; else <see cref="SaveOutcome.Saved"/>.
    /// </summary>
    /// <exception cref="ArgumentException">One of them is of another blog. Nothing was written.</exception>
    Task<SaveOutcome> SaveRedirectsAsync(BlogId blogId, IReadOnlyCollection<Redirect> redirects, CancellationToken cancellationToken);

    /// <summary>Returns the redirects of these addresses that are there, in no order. One command for all.</summary>
    Task<ImmutableArray<Redirect>> FindManyRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken);

    /// <summary>Returns redirects of a blog by their old addresses. One command; cost that of the redirects returned.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="after">Only those behind this address; null from the first on.</param>
    /// <param name="limit">At most this many, at least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    Task<ImmutableArray<Redirect>> ListRedirectsAsync(
        BlogId blogId, OldAddress? after, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes redirects by their old addresses. Returns how many there were.</summary>
    Task<int> DeleteRedirectsAsync(BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken);
}
