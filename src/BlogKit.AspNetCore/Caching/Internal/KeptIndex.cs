using System.Runtime.InteropServices;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What is kept, by blog, parts and post: a change finds what it touches and looks at nothing else. Not safe for concurrent use.
/// </summary>
internal sealed class KeptIndex
{
    // Under the default identities what may show any blog, and what no one post's thread stands in. A blog's few sets of parts stay when
    // nothing is kept of it.
    private readonly Dictionary<BlogId, Dictionary<BlogParts, Dictionary<PostId, HashSet<IKept>>>> _blogs = [];

    public void Add(IKept kept)
    {
        var (blog, post, parts) = kept.MadeOf;
        ref var byParts = ref CollectionsMarshal.GetValueRefOrAddDefault(_blogs, blog, out _);
        ref var byPost = ref CollectionsMarshal.GetValueRefOrAddDefault(byParts ??= [], parts, out _);
        ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(byPost ??= [], post ?? default, out _);
        (all ??= []).Add(kept);
    }

    public void Remove(IKept kept)
    {
        var (blog, post, parts) = kept.MadeOf;
        var byPost = _blogs[blog][parts];
        var all = byPost[post ?? default];
        all.Remove(kept);
        if (all.Count == 0)
        {
            byPost.Remove(post ?? default);
        }
    }

    /// <summary>What a change can be seen on: <see cref="Sources.IsTouchedBy"/>, without asking each.</summary>
    public List<IKept> TouchedBy(BlogChange change)
    {
        var touched = new List<IKept>();
        var blogs = change.BlogId == default
            ? _blogs.Values
            : new[] { change.BlogId, default }.Where(_blogs.ContainsKey).Select(b => _blogs[b]);
        foreach (var (_, byPost) in blogs.SelectMany(static b => b).Where(p => p.Key.Has(change.Kind)))
        {
            if (Sources.OnePost(change) is { } post)
            {
                AddFrom(byPost, default);
                AddFrom(byPost, post);
            }
            else
            {
                touched.AddRange(byPost.Values.SelectMany(static all => all));
            }
        }

        return touched;

        void AddFrom(Dictionary<PostId, HashSet<IKept>> byPost, PostId post)
        {
            if (byPost.TryGetValue(post, out var all))
            {
                touched.AddRange(all);
            }
        }
    }
}
