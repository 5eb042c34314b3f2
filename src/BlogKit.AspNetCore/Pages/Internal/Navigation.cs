using System.Collections.Concurrent;
using BlogKit.Internal;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pages a blog's header links to, kept for <see cref="Kept"/> and forgotten when a post of the blog changes.</summary>
internal sealed class Navigation : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly PostService _posts;
    private readonly TimeProvider _clock;
    private readonly int _size;
    private readonly ConcurrentDictionary<BlogId, Entry> _entries = new();
    private readonly ChangeCounts _changes;

    public Navigation(
        PostService posts, BlogChanges changes, TimeProvider clock, IOptions<PageOptions> options, IOptions<BlogKitOptions> blogOptions)
    {
        _posts = posts;
        _clock = clock;
        _size = Math.Min(options.Value.NavigationPages, blogOptions.Value.Posts.MaximumPageSize);
        _changes = new ChangeCounts(changes, static kind => kind is BlogChangeKind.Post or BlogChangeKind.Blog);
    }

    /// <summary>The pages, oldest first. No command when they are known, else one.</summary>
    public async ValueTask<ImmutableArray<PostLink>> ListAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        if (_size == 0)
        {
            return [];
        }

        // From before the reading: what was read while something changed may be what it was before.
        var changes = _changes.Of(blogId);
        if (_entries.TryGetValue(blogId, out var known) && known.Changes == changes && !known.End.IsOver)
        {
            return known.Pages;
        }

        var end = Deadline.In(_clock, Kept);
        var found = await _posts.ListAsync(
            new PostListQuery(blogId) { Kind = PostKind.Page, Size = _size }, cancellationToken).ConfigureAwait(false);
        ImmutableArray<PostLink> pages = found.Succeeded
            ? [.. found.Value.Items.Reverse().Select(static p => new PostLink(p.Id, p.Slug, p.Title))]
            : [];
        _entries[blogId] = new Entry(pages, changes, end);
        return pages;
    }

    public void Dispose() => _changes.Dispose();

    private sealed record Entry(ImmutableArray<PostLink> Pages, long Changes, Deadline End);
}
