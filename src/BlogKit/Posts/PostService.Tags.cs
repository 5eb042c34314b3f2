using BlogKit.Internal;

namespace BlogKit;

public sealed partial class PostService
{
    private const int MostTagAttempts = 8;

    // Scheduled posts have their tags too.
    private static readonly TimeSpan Ever = TimeSpan.FromDays(365 * 100);

    /// <summary>
    /// Tags as the blog knows them: a name that it has in another spelling is the blog's spelling, and names that only their slug makes
    /// equal are told apart by a number. One command when there is a tag that the post did not have before. With those that the blog does
    /// not know.
    /// </summary>
    private async Task<(ImmutableArray<Tag> Tags, ImmutableArray<Tag> New)> ResolveTagsAsync(
        Post post, ImmutableArray<Tag> before, CancellationToken cancellationToken)
    {
        if (post.Tags.All(before.Contains))
        {
            return (post.Tags, []);
        }

        var listed = await _posts.ListTagsAsync(
            post.BlogId, _clock.GetUtcNow() + Ever, int.MaxValue, cancellationToken).ConfigureAwait(false);
        var isListed = post.Status is PostStatus.Published or PostStatus.Scheduled && post.Visibility is not PostVisibility.Unlisted;

        // What only this post carries may be spelled anew.
        var known = listed
            .Where(count => count.Posts > 1 || !isListed || !before.Contains(count.Tag))
            .Select(static count => count.Tag)
            .ToList();
        var bySlug = known.ToDictionary(static tag => tag.Slug);
        var knownSlugs = bySlug.Keys.ToHashSet();
        var byKey = new Dictionary<string, Tag>(StringComparer.Ordinal);
        foreach (var tag in known)
        {
            byKey.TryAdd(TagNames.KeyOf(tag.Name), tag);
        }

        var own = before.ToLookup(static tag => TagNames.KeyOf(tag.Name), StringComparer.Ordinal);
        var resolved = ImmutableArray.CreateBuilder<Tag>(post.Tags.Length);
        foreach (var given in post.Tags)
        {
            var key = TagNames.KeyOf(given.Name);
            var tag = before.Contains(given) ? given
                : byKey.TryGetValue(key, out var same) ? same
                : given.Slug != TagNames.SlugOf(given.Name) ? bySlug.GetValueOrDefault(given.Slug, given)
                : own[key].FirstOrDefault(old => !bySlug.ContainsKey(old.Slug)) is { } kept ? given with { Slug = kept.Slug }
                : given with { Slug = Free(given.Slug) };
            if (!resolved.Any(other => other.Slug == tag.Slug))
            {
                resolved.Add(tag);
                byKey.TryAdd(key, tag);
                bySlug.TryAdd(tag.Slug, tag);
            }
        }

        return (resolved.ToImmutable(), [.. resolved.Where(tag => !knownSlugs.Contains(tag.Slug))]);

        Slug Free(Slug slug)
        {
            var free = slug;
            for (var number = 2; bySlug.ContainsKey(free); number++)
            {
                free = slug.WithNumber(number);
            }

            return free;
        }
    }
}
