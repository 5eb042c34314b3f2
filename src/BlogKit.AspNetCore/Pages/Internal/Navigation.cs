using System.Collections.Concurrent;
using System.Collections.Immutable;
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
    private readonly IDisposable _subscription;
    private int _changes;

    public Navigation(
        PostService posts, BlogChanges changes, TimeProvider clock, IOptions<PageOptions> options, IOptions<BlogKitOptions> blogOptions)
    {
        _posts = posts;
        _clock = clock;
        _size = Math.Min(options.Value.NavigationPages, blogOptions.Value.Posts.MaximumPageSize);
        _subscription = changes.Subscribe(Forget);
    }

    /// <summary>The pages, oldest first. No command when they are known, else one.</summary>
    public async ValueTask<ImmutableArray<PostLink>> ListAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        if (_size == 0)
        {
            return [];
        }

        if (_entries.TryGetValue(blogId, out var known) && !known.End.IsOver)
        {
            return known.Pages;
        }

        var end = Deadline.In(_clock, Kept);
        var changes = Volatile.Read(ref _changes);
        var found = await _posts.ListAsync(
            new PostListQuery(blogId) { Kind = PostKind.Page, Size = _size }, cancellationToken).ConfigureAwait(false);
        ImmutableArray<PostLink> pages = found.Succeeded
            ? [.. found.Value.Items.Reverse().Select(static p => new PostLink(p.Id, p.Slug, p.Title))]
            : [];

        // What was read while something changed may be what it was before.
        if (changes == Volatile.Read(ref _changes))
        {
            _entries[blogId] = new Entry(pages, end);
        }

        return pages;
    }

    public void Dispose() => _subscription.Dispose();

    private void Forget(BlogChange change)
    {
        if (change.Kind is BlogChangeKind.Post or BlogChangeKind.Blog)
        {
            Interlocked.Increment(ref _changes);
            _entries.TryRemove(change.BlogId, out _);
        }
    }

    private sealed record Entry(ImmutableArray<PostLink> Pages, Deadline End);
}
