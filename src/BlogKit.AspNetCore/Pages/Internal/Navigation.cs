using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pages a blog's header links to, kept for <see cref="Longest"/> and forgotten when a post of the blog changes.</summary>
internal sealed class Navigation(
    PostService posts,
    HeardChanges changes,
    BlogKitInstruments instruments,
    IOptions<PageOptions> options,
    IOptions<BlogKitOptions> blogOptions)
{
    private const int MostBlogs = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly BlogParts s_shown = BlogParts.Only(BlogChangeKind.Post, BlogChangeKind.Blog);

    private readonly UntilChanged<BlogId, PostLink[]> _pages = new(
        changes, new CacheDrops(instruments, "navigation"), Longest, MostBlogs);

    private readonly int _size = Math.Min(options.Value.NavigationPages, blogOptions.Value.Posts.MaximumPageSize);

    /// <summary>The pages, oldest first. No command when they are known, else one.</summary>
    public async ValueTask<ImmutableArray<PostLink>> ListAsync(BlogId blogId, CancellationToken cancellationToken) => _size == 0
        ? []
        : ImmutableCollectionsMarshal.AsImmutableArray(
            await _pages.GetAsync(blogId, () => ReadAsync(blogId, cancellationToken), cancellationToken).ConfigureAwait(false));

    private async Task<Made<PostLink[]>?> ReadAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        var found = await posts.ListAsync(
            new PostListQuery(blogId) { Kind = PostKind.Page, Size = _size }, cancellationToken).ConfigureAwait(false);
        PostLink[] pages = found.Succeeded
            ? [.. found.Value.Items.Reverse().Select(static p => new PostLink(p.Id, p.Slug, p.Title))]
            : [];
        return new Made<PostLink[]>(pages, new Sources(blogId, null, s_shown), 1);
    }
}
