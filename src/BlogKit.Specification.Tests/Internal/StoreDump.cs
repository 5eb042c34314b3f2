using System.Text;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>Everything a store says of what it holds, as one text: two stores, or one store twice, are compared by it.</summary>
internal static class StoreDump
{
    /// <summary>
    /// The same without what a copy does not bring: the change feed, which every store counts for itself, and models of many blogs.
    /// </summary>
    public static async Task<string> OfCopyAsync(StoreHarness store, IEnumerable<CommentId> comments) => string.Join(
        Environment.NewLine,
        (await TextAsync(store, comments).ConfigureAwait(false)).Split(Environment.NewLine).Where(
            static line => !line.StartsWith("changes ", StringComparison.Ordinal) && !line.StartsWith("model ", StringComparison.Ordinal)));

    public static async Task<string> TextAsync(StoreHarness store, IEnumerable<CommentId> comments)
    {
        var ids = comments.ToList();
        var text = new StringBuilder();
        foreach (var blog in await store.Blogs.ListAllAsync(default).ConfigureAwait(false))
        {
            Add("blog", blog);
            Add("authors", await store.Authors.ListAllAsync(blog.Id, default).ConfigureAwait(false));
            Add("categories", await store.Taxonomy.ListAllCategoriesAsync(blog.Id, default).ConfigureAwait(false));
            Add("series", await store.Taxonomy.ListAllSeriesAsync(blog.Id, default).ConfigureAwait(false));
            Add("footers", await store.Footers.ListAllAsync(blog.Id, default).ConfigureAwait(false));
            Add("tags", await store.Posts.ListTagsAsync(blog.Id, SampleData.Now, 100, default).ConfigureAwait(false));
            Add("counts", await store.Comments.CountAsync(blog.Id, default).ConfigureAwait(false));
            Add("newest", await store.Threads.ListNewestAsync(
                new NewestQuery { BlogId = blog.Id, Now = SampleData.Now, Size = 100 }, default).ConfigureAwait(false));
            Add("found", (await SearchAsync(store, blog.Id).ConfigureAwait(false))
                .OrderBy(static h => (h.Post.Id, h.CommentId ?? default))
                .Select(static h => new { h.Post, h.CommentId, h.Snippet }));
            foreach (var status in Enum.GetValues<CommentStatus>())
            {
                var query = new CommentQuery { BlogId = blog.Id, Status = status, Size = 1_000 };
                Add("comments", await store.Comments.ListAsync(query, default).ConfigureAwait(false));
            }

            Add("log", Unplaced(
                await store.ModerationLog.ListAsync(new LogQuery { BlogId = blog.Id, Size = 1_000 }, default).ConfigureAwait(false)));
            Add(
                "typed for a new post",
                await store.Autosaves.FindAutosaveAsync(blog.Id, null, ActorKey.Parse("author:1"), default).ConfigureAwait(false));
            var imports = await store.Origins.ListImportsAsync(blog.Id, null, 100, default).ConfigureAwait(false);
            Add("imports", imports);
            foreach (var import in imports)
            {
                Add("origins", await store.Origins.ListOriginsOfImportAsync(
                    blog.Id, import.Number, null, 1_000, default).ConfigureAwait(false));
            }

            Add("redirects", await store.Redirects.ListRedirectsAsync(blog.Id, null, 1_000, default).ConfigureAwait(false));
            foreach (var user in new[] { "user-1", "user-2", "user-3" })
            {
                Add("name", await store.DisplayNames.FindDisplayNameAsync(blog.Id, user, default).ConfigureAwait(false));
            }

            var changes = await store.Changes.ReadChangesAsync(blog.Id, 0, 10_000, default).ConfigureAwait(false);
            Add("changes", changes.Items.Select(static c => c with { At = default }));
            Add("bans", await store.Bans.ListBansAsync(blog.Id, null, 100, default).ConfigureAwait(false));
            Add("history", (await store.Moderation.ListHistoryAsync(
                new HistoryQuery { BlogId = blog.Id, Size = 1_000 }, default).ConfigureAwait(false)).Select(static c => c.Id));
            foreach (var voter in new[] { "voter", "other" })
            {
                var own = await store.Feedback.ReadOwnAsync(blog.Id, ids, ActorKey.Parse(voter), default).ConfigureAwait(false);
                Add("said", own.OrderBy(static s => s.Key).Select(static s => (object)new { s.Key, s.Value }));
            }

            foreach (var id in ids)
            {
                Add("flags", await store.Flags.ListAllFlagsAsync(blog.Id, id, default).ConfigureAwait(false));
                Add("records", Unplaced(await store.RecordsAsync(blog.Id, id).ConfigureAwait(false)));
                Add("texts", await store.Comments.ListAllRevisionsAsync(blog.Id, id, default).ConfigureAwait(false));
            }

            foreach (var post in (await store.Posts.ListForDeskAsync(
                new PostDeskQuery { BlogId = blog.Id, Size = 1_000 }, default).ConfigureAwait(false)).Items)
            {
                Add("summary", post);
                Add("post", await store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
                Add("slug", (await store.Posts.FindBySlugAsync(blog.Id, Slug.From("renamed"), default).ConfigureAwait(false))?.IsCurrent);
                Add(
                    "typed",
                    await store.Autosaves.FindAutosaveAsync(blog.Id, post.Id, ActorKey.Parse("author:1"), default).ConfigureAwait(false));
                Add("revisions", await store.Posts.ListRevisionsAsync(post.BlogId, post.Id, 100, default).ConfigureAwait(false));
                Add("facts", await store.Moderation.ReadFactsAsync(Facts(post), default).ConfigureAwait(false));
                Add("thread", await store.Threads.ReadRootsAsync(
                    new RootsQuery { BlogId = post.BlogId, PostId = post.Id, Size = 1_000, RepliesPerRoot = 1_000 },
                    default).ConfigureAwait(false));
            }
        }

        foreach (var model in new[] { "model", "new model" })
        {
            Add("model", await store.Learning.FindModelAsync(model, default).ConfigureAwait(false));
        }

        return text.ToString();

        void Add<T>(string what, T value) => text.Append(what).Append(' ').AppendLine(Same.Text(value));
    }

    // Positions may leave numbers out: a store that dies may not know which it gave away. Two stores are given records of their own.
    private static IEnumerable<ModerationRecord> Unplaced(IEnumerable<ModerationRecord> records) =>
        records.Select(static r => r with { Position = 0, Id = default });

    private static ModerationFactsQuery Facts(PostSummary post) => new()
    {
        BlogId = post.BlogId,
        PostId = post.Id,
        PostTextLength = 100,
        ConversationSize = 100,
        Activity =
        [
            new ActivityWindow(ActivityScope.Address, "192.0.2.7", SampleData.Now),
            new ActivityWindow(ActivityScope.Writer, "email:guest8@reader.example", SampleData.Now),
            new ActivityWindow(ActivityScope.Post, "", SampleData.Now),
            new ActivityWindow(ActivityScope.Blog, "", SampleData.Now),
        ],
        Fingerprints = [1, 2, 3, 4],
        BanKeys = ["user:1", "user:2"],
        Now = SampleData.Now.AddDays(1),
    };

    private static async Task<IEnumerable<SearchHit>> SearchAsync(StoreHarness store, BlogId blogId)
    {
        var hits = new List<SearchHit>();
        foreach (var word in new[] { "bees", "comment", "new", "two", "again" })
        {
            var query = new SearchQuery { BlogId = blogId, Terms = [new SearchTerm(word, false)], Now = SampleData.Now, Size = 1_000 };
            hits.AddRange((await store.Search.SearchAsync(query, default).ConfigureAwait(false)).Items);
        }

        return hits;
    }
}
