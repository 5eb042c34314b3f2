using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>The items of a blog in one state: all of them in their order, or the one that a given one would stand for.</summary>
internal static class TransferWalk
{
    public static IEnumerable<TransferItem> Read(InMemoryState state, BlogId blogId)
    {
        var posts = TransferPages.SortByLevel(
            [.. state.Posts.Values.Where(p => p.BlogId == blogId).OrderBy(static p => p.Id)], static p => p.Id, static p => p.ParentId)
            .ToList();
        var comments = posts.SelectMany(post => ReadThread(state, post.Id)).ToList();
        return
        [
            .. Part(new TransferredBlog(state.Blogs[blogId])),
            .. state.Authors.Values.Where(a => a.BlogId == blogId).OrderBy(static a => a.Id).Select(static a => new TransferredAuthor(a)),
            .. TransferPages.SortByLevel(
                [.. state.Categories.Values.Where(c => c.BlogId == blogId).OrderBy(static c => c.Id)],
                static c => c.Id,
                static c => c.ParentId).Select(static c => new TransferredCategory(c)),
            .. state.Series.Values.Where(s => s.BlogId == blogId).OrderBy(static s => s.Id).Select(static s => new TransferredSeries(s)),
            .. state.Footers.Values.Where(f => f.BlogId == blogId)
                .OrderBy(static f => f.Id)
                .Select(static f => new TransferredFooterBlock(f)),
            .. posts.Select(static p => new TransferredPost(p)),
            .. state.Slugs.Where(s => s.Key.Blog == blogId && state.Posts[s.Value].Slug != s.Key.Slug)
                .OrderBy(static s => s.Key.Slug.Value, StringComparer.Ordinal)
                .Select(static s => new TransferredFormerSlug(s.Value, s.Key.Slug)),
            .. posts.SelectMany(p => state.PostRevisions.GetValueOrDefault(p.Id, []))
                .Select(static r => new TransferredPostRevision(r)),
            .. comments.Select(Read),
            .. comments.SelectMany(c => state.CommentRevisions.GetValueOrDefault(c.Comment.Id, []))
                .Select(static r => new TransferredCommentRevision(r)),
            .. comments.SelectMany(c => ReadFeedback(state, c.Comment.Id)),
            .. comments.SelectMany(c => state.Flags.GetValueOrDefault(c.Comment.Id)?.Values ?? [])
                .Select(static f => new TransferredFlag(f)),
            .. posts.SelectMany(p => state.Thread(p.Id).Gone.Order().Select(id => new TransferredPurgedComment(p.Id, id))),
            .. state.Log.GetValueOrDefault(blogId, []).Select(r => ReadRecord(state, r)),
            .. (state.Bans.GetValueOrDefault(blogId)?.Values ?? []).Reverse().Select(static b => new TransferredBan(b)),
            .. state.DisplayNames.Values.Where(n => n.BlogId == blogId)
                .OrderBy(static n => n.UserKey, StringComparer.Ordinal)
                .Select(static n => new TransferredDisplayName(n)),
            .. state.Autosaves.Values.Where(a => a.BlogId == blogId).Select(static a => new TransferredAutosave(a)),
            .. state.Models.Values.Where(m => m.Key.EndsWith(blogId.ToString(), StringComparison.Ordinal))
                .Select(m => ReadModel(state, blogId, m)),
            .. state.Imports.GetValueOrDefault(blogId, []).Select(static i => new TransferredImport(i)),
            .. state.Origins.Values.Where(o => o.BlogId == blogId).Select(static o => new TransferredOrigin(o)),
            .. (state.Redirects.GetValueOrDefault(blogId)?.Values ?? []).Select(static r => new TransferredRedirect(r)),
        ];
    }

    public static TransferredComment Read(CommentNode node) => new(node.Comment)
    {
        SubmissionKey = node.SubmissionKey,
        RequestHash = node.RequestHash,
        Fingerprints = node.Fingerprints,
    };

    /// <summary>What is stored with the identity of the item; null for nothing.</summary>
    public static TransferItem? Find(InMemoryState state, BlogId blogId, TransferItem item) => item switch
    {
        TransferredBlog { Blog.Id: var id } => state.Blogs.GetValueOrDefault(id) is { } found ? new TransferredBlog(found) : null,
        TransferredAuthor { Author.Id: var id } => state.Authors.GetValueOrDefault(id) is { } found ? new TransferredAuthor(found) : null,
        TransferredCategory { Category.Id: var id } =>
            state.Categories.GetValueOrDefault(id) is { } found ? new TransferredCategory(found) : null,
        TransferredSeries { Series.Id: var id } => state.Series.GetValueOrDefault(id) is { } found ? new TransferredSeries(found) : null,
        TransferredFooterBlock { Block.Id: var id } =>
            state.Footers.GetValueOrDefault(id) is { } found ? new TransferredFooterBlock(found) : null,
        TransferredPost { Post.Id: var id } => state.Posts.GetValueOrDefault(id) is { } found ? new TransferredPost(found) : null,
        TransferredFormerSlug { Slug: var slug } => state.Slugs.TryGetValue((blogId, slug), out var post)
            && state.Posts[post].Slug != slug ? new TransferredFormerSlug(post, slug) : null,
        TransferredPostRevision { Revision.Id: var id } =>
            state.PostRevisions.Values.SelectMany(static r => r).FirstOrDefault(r => r.Id == id) is { } found
                ? new TransferredPostRevision(found)
                : null,
        TransferredCommentRevision { Revision: var revision } =>
            state.CommentRevisions.GetValueOrDefault(revision.CommentId, []).Find(r => r.Revision == revision.Revision) is { } found
                ? new TransferredCommentRevision(found)
                : null,
        TransferredFeedback { CommentId: var id, Voter.Key: var key } =>
            state.Feedback.GetValueOrDefault(id)?.GetValueOrDefault(key) is { } found ? Feedback(id, key, found) : null,
        TransferredFlag { Flag: var flag } =>
            state.Flags.GetValueOrDefault(flag.CommentId)?.GetValueOrDefault(flag.FlaggerKey) is { } found
                ? new TransferredFlag(found)
                : null,
        TransferredPurgedComment purged => state.Thread(purged.PostId).Gone.Contains(purged.CommentId) ? purged : null,
        TransferredRecord { Record: var record } =>
            state.Records.GetValueOrDefault(record.CommentId, []).Find(r => r.Id == record.Id) is { } found
                ? ReadRecord(state, found)
                : null,
        TransferredBan { Ban: var ban } =>
            state.Bans.GetValueOrDefault(blogId)?.GetValueOrDefault(DatedBan.Of(ban)) is { } found ? new TransferredBan(found) : null,
        TransferredDisplayName { Name.UserKey: var user } =>
            state.DisplayNames.GetValueOrDefault((blogId, user)) is { } found ? new TransferredDisplayName(found) : null,
        TransferredAutosave { Autosave: var typed } =>
            state.Autosaves.GetValueOrDefault((blogId, typed.PostId, typed.OwnerKey)) is { } found ? new TransferredAutosave(found) : null,
        TransferredModel { Model.Key: var key } =>
            state.Models.GetValueOrDefault(key) is { } found ? ReadModel(state, blogId, found) : null,
        TransferredImport { Import.Number: var number } =>
            state.Imports.GetValueOrDefault(blogId) is { } imports && number <= imports.Count
                ? new TransferredImport(imports[(int)number - 1])
                : null,
        TransferredOrigin { Origin: var origin } =>
            state.Origins.GetValueOrDefault(OriginKey.Of(origin)) is { } found ? new TransferredOrigin(found) : null,
        TransferredRedirect { Redirect.From: var from } =>
            state.Redirects.GetValueOrDefault(blogId)?.GetValueOrDefault(from.Value) is { } found ? new TransferredRedirect(found) : null,
        _ => null,
    };

    /// <summary>What keeps a new item out: something that it depends on or collides with; null for nothing.</summary>
    public static TransferResult? FindObstacle(InMemoryState state, BlogId blogId, TransferItem item) => item switch
    {
        TransferredBlog { Blog: var blog } =>
            state.Blogs.Values.Any(b => string.Equals(b.Key, blog.Key, StringComparison.Ordinal)) ? TransferForms.Taken("key") : null,
        TransferredAuthor { Author: var author } => state.Authors.Values.Any(a => a.BlogId == blogId && (a.Slug == author.Slug
            || (author.UserKey is not null && string.Equals(a.UserKey, author.UserKey, StringComparison.Ordinal))))
                ? TransferForms.Taken("slug or user key")
                : null,
        TransferredCategory { Category: var category } =>
            category.ParentId is { } above && state.Categories.GetValueOrDefault(above)?.BlogId != blogId
                ? TransferResult.ForMissing("category", above)
                : state.Categories.Values.Any(c => c.BlogId == blogId && c.Slug == category.Slug) ? TransferForms.Taken("slug") : null,
        TransferredSeries { Series: var series } =>
            state.Series.Values.Any(s => s.BlogId == blogId && s.Slug == series.Slug) ? TransferForms.Taken("slug") : null,
        TransferredFooterBlock { Block.AuthorId: { } author } => FindMissingAuthor(state, blogId, [author]),
        TransferredPost { Post: var post } => FindMissingAuthor(state, blogId, post.AuthorIds)
            ?? (state.Slugs.ContainsKey((blogId, post.Slug)) ? TransferForms.Taken("slug") : null)
            ?? (IsBelowItself(state, post) ? TransferForms.BelowItself : null),
        TransferredFormerSlug { PostId: var post, Slug: var slug } => FindMissingPost(state, blogId, post)
            ?? (state.Slugs.ContainsKey((blogId, slug)) ? TransferForms.Taken("slug") : null),
        TransferredPostRevision { Revision.PostId: var post } => FindMissingPost(state, blogId, post),
        TransferredCommentRevision { Revision.CommentId: var comment } => FindMissingComment(state, blogId, comment),
        TransferredFeedback { CommentId: var comment, Voter.Network: var network } => FindMissingComment(state, blogId, comment)
            ?? (network is not null && state.Feedback.GetValueOrDefault(comment)?.Values.Any(
                f => string.Equals(f.Network, network, StringComparison.Ordinal)) is true ? TransferForms.Taken("network") : null),
        TransferredFlag { Flag: var flag } => FindMissingComment(state, blogId, flag.CommentId)
            ?? (flag.FlaggerNetwork is { } network && state.Flags.GetValueOrDefault(flag.CommentId)?.Values.Any(
                f => string.Equals(f.FlaggerNetwork, network, StringComparison.Ordinal)) is true ? TransferForms.Taken("network") : null),
        TransferredPurgedComment { PostId: var post, CommentId: var comment } => FindMissingPost(state, blogId, post)
            ?? (state.Comments.ContainsKey(comment) ? TransferForms.Taken("identity") : null),
        TransferredRecord { Record.CommentId: var comment } => IsGone(state, blogId, comment)
            ? null
            : FindMissingComment(state, blogId, comment),
        TransferredAutosave { Autosave.PostId: { } post } => FindMissingPost(state, blogId, post),
        TransferredImport { Import.Number: var number } => number > 1 + (state.Imports.GetValueOrDefault(blogId)?.Count ?? 0)
            ? TransferResult.ForMissing("import", number - 1)
            : null,
        TransferredOrigin { Origin: var origin } => FindMissingImport(state, origin, origin.ImportNumber)
            ?? FindMissingImport(state, origin, origin.LastImportNumber),
        _ => null,
    };

    /// <summary>The position of a record of the blog; null when it has none with that identity.</summary>
    public static long? FindPosition(InMemoryState state, BlogId blogId, RecordId id) =>
        state.Log.GetValueOrDefault(blogId, []).Find(r => r.Id == id)?.Position;

    private static IEnumerable<TransferItem> Part(TransferItem item) => [item];

    /// <summary>The comments of a post, each behind the one it answers.</summary>
    private static IEnumerable<CommentNode> ReadThread(InMemoryState state, PostId id)
    {
        var left = new Stack<CommentId>(
            state.Thread(id).ByStatus.All.Where(c => state.Comments[c].Comment.ParentId is null).OrderDescending());
        while (left.TryPop(out var comment))
        {
            var node = state.Comments[comment];
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                left.Push(child);
            }
        }
    }

    private static IEnumerable<TransferItem> ReadFeedback(InMemoryState state, CommentId id) =>
        state.Feedback.GetValueOrDefault(id, ImmutableDictionary<ActorKey, StoredFeedback>.Empty)
            .Select(said => Feedback(id, said.Key, said.Value));

    private static TransferredFeedback Feedback(CommentId id, ActorKey key, StoredFeedback stored) =>
        new(id, new Voter(key, stored.Network), stored.Said);

    private static TransferredRecord ReadRecord(InMemoryState state, Moderation.ModerationRecord record) => new(record)
    {
        Undone = record.Undoes is { } undone
            ? state.Records.GetValueOrDefault(record.CommentId, []).Find(r => r.Position == undone)?.Id
            : null,
    };

    private static TransferredModel ReadModel(InMemoryState state, BlogId blogId, LearnedModel model) => new(model)
    {
        LastLearned = state.Log.GetValueOrDefault(blogId, []) is { } log && LogEdit.IndexBehind(log, model.Position) is > 0 and var behind
            ? log[behind - 1].Id
            : null,
    };

    private static TransferResult? FindMissingPost(InMemoryState state, BlogId blogId, PostId id) =>
        state.FindPost(blogId, id) is null ? TransferResult.ForMissing("post", id) : null;

    private static TransferResult? FindMissingComment(InMemoryState state, BlogId blogId, CommentId id) =>
        state.FindComment(blogId, id) is null ? TransferResult.ForMissing("comment", id) : null;

    private static TransferResult? FindMissingAuthor(InMemoryState state, BlogId blogId, ImmutableArray<AuthorId> ids) => ids
        .Where(id => state.Authors.GetValueOrDefault(id)?.BlogId != blogId)
        .Select(static id => TransferResult.ForMissing("author", id))
        .FirstOrDefault();

    private static TransferResult? FindMissingImport(InMemoryState state, Origin origin, long number) =>
        state.Imports.GetValueOrDefault(origin.BlogId) is { } imports
            && number >= 1 && number <= imports.Count
            && string.Equals(imports[(int)number - 1].Source, origin.Source, StringComparison.Ordinal)
                ? null
                : TransferResult.ForMissing("import", number);

    private static bool IsGone(InMemoryState state, BlogId blogId, CommentId id) =>
        state.Threads.Any(thread => thread.Value.Gone.Contains(id) && state.FindPost(blogId, thread.Key) is not null);

    private static bool IsBelowItself(InMemoryState state, Post post)
    {
        var seen = new HashSet<PostId> { post.Id };
        for (var above = post.ParentId; above is { } id; above = state.Posts.GetValueOrDefault(id)?.ParentId)
        {
            if (!seen.Add(id))
            {
                return true;
            }
        }

        return false;
    }
}
