using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Which blogs are mapped where, for work that no request asks for. Safe for concurrent use.</summary>
internal sealed class OpenWebMounts(BlogService blogs)
{
    private ImmutableArray<MappedEndpoints> _all = [];

    public ImmutableArray<BlogMount> All => [.. _all.Select(static m => m.Mount)];

    /// <summary>Whether any mapping takes mentions.</summary>
    public bool HasWebmention => _all.Any(static m => m.Webmention);

    public void Add(MappedEndpoints mapped) => ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), mapped);

    /// <summary>What is mapped of a blog's endpoints.</summary>
    public MappedEndpoints? Find(BlogMount mount) => _all.FirstOrDefault(m => m.Mount == mount);

    /// <summary>
    /// The blog with its public addresses; null when it is not mapped or has no address of its own. One command for each mapping.
    /// </summary>
    public async Task<(Blog Blog, BlogLinks Links)?> FindAsync(BlogId id, CancellationToken cancellationToken)
    {
        foreach (var mount in All)
        {
            var found = await blogs.GetByKeyAsync(mount.BlogKey, cancellationToken).ConfigureAwait(false);
            if (found.Succeeded && found.Value.Id == id && mount.FindPublicLinks(found.Value) is { } links)
            {
                return (found.Value, links);
            }
        }

        return null;
    }
}
