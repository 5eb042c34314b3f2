using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Knows which addresses a blog has redirects for, so that asking for others costs nothing: a number for each, four bytes long, of which
/// two addresses in four thousand millions are alike. Read again when a redirect of the blog changes, and after <see cref="Longest"/>.
/// </summary>
internal sealed class KnownAddresses(
    BlogService blogs, IRedirectStore redirects, HeardChanges changes, BlogKitInstruments instruments)
{
    private const int PageSize = 1000;

    // About ten megabytes of memory; of a blog with more, every address may be one.
    private const int MostAddresses = 500_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly UntilChanged<string, HashSet<int>> _known = new(
        changes, new CacheDrops(instruments, "redirects"), Longest, 2 * MostAddresses);

    /// <summary>Whether there may be a redirect of the address or of its path. No command when it is known which there are.</summary>
    public async ValueTask<bool> MayHaveAsync(string blogKey, OldAddress address, CancellationToken cancellationToken)
    {
        var known = await _known.GetAsync(blogKey, () => ReadAsync(blogKey, cancellationToken), cancellationToken).ConfigureAwait(false);
        return known is null
            || known.Count > MostAddresses
            || known.Contains(address.GetHashCode())
            || (address.HasQuery && known.Contains(address.WithoutQuery().GetHashCode()));
    }

    private async Task<Made<HashSet<int>>?> ReadAsync(string blogKey, CancellationToken cancellationToken)
    {
        HashSet<int> known = [];
        var found = await blogs.GetByKeyAsync(blogKey, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return new Made<HashSet<int>>(known, new Sources(default, null, BlogParts.Only(BlogChangeKind.Blog)), 1);
        }

        var blogId = found.Value.Id;
        OldAddress? last = null;
        while (known.Count <= MostAddresses)
        {
            var page = await redirects.ListRedirectsAsync(blogId, last, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var redirect in page)
            {
                known.Add(redirect.From.GetHashCode());
            }

            if (page.Length < PageSize)
            {
                break;
            }

            last = page[^1].From;
        }

        return new Made<HashSet<int>>(
            known, new Sources(blogId, null, BlogParts.Only(BlogChangeKind.Redirects, BlogChangeKind.Blog)), Math.Max(1, known.Count));
    }
}
