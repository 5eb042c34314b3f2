using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>A small store with one of everything, and every call that can be made on it; each of the writes succeeds once.</summary>
internal sealed partial class Scene
{
    private readonly SampleData _sample;

    private Scene(SampleData sample) => _sample = sample;

    public required Blog Blog { get; init; }

    public required Author Author { get; init; }

    public required Category Category { get; init; }

    public required Series Series { get; init; }

    public required FooterBlock Footer { get; init; }

    public required Post Post { get; init; }

    public required Post Other { get; init; }

    /// <summary>A root with two answers, one of them answered.</summary>
    public required Comment Root { get; init; }

    public required Comment Reply { get; init; }

    public required Comment Leaf { get; init; }

    /// <summary>Purged, and held in place by one answer.</summary>
    public required Comment Husk { get; init; }

    public required Comment LastAnswer { get; init; }

    public required Comment Pending { get; init; }

    public List<CommentId> CommentIds { get; } = [];

    public static async Task<Scene> SetAsync(StoreHarness store, SampleData sample)
    {
        var blog = await store.AddBlogAsync(sample).ConfigureAwait(false);
        var author = await store.AddAuthorAsync(sample, blog).ConfigureAwait(false);
        var top = sample.Category(blog.Id, "Top");
        var category = sample.Category(blog.Id, "Middle", top.Id);
        var series = sample.Series(blog.Id, "Year");
        var footer = sample.Footer(blog.Id, "Shop");
        await store.Taxonomy.SaveCategoryAsync(top, default).ConfigureAwait(false);
        await store.Taxonomy.SaveCategoryAsync(category, default).ConfigureAwait(false);
        await store.Taxonomy.SaveCategoryAsync(sample.Category(blog.Id, "Low", category.Id), default).ConfigureAwait(false);
        await store.Taxonomy.SaveSeriesAsync(series, default).ConfigureAwait(false);
        await store.Footers.SaveAsync(footer, default).ConfigureAwait(false);
        var post = await store.AddPostAsync(sample, blog, p => p with
        {
            Tags = [Tag.From("Bee"), Tag.From("Wax")],
            CategoryIds = [category.Id],
            SeriesId = series.Id,
            FooterBlockIds = [footer.Id],
        }).ConfigureAwait(false);
        await store.Posts.SaveAsync(
            new PostSave(post with { Slug = Slug.From("renamed") }, sample.Revision(post, "First")), default).ConfigureAwait(false);
        post = post with { Slug = Slug.From("renamed"), Version = 2 };
        var other = await store.AddPostAsync(sample, blog).ConfigureAwait(false);
        var root = await store.AddCommentAsync(sample, post).ConfigureAwait(false);
        var reply = await store.AddCommentAsync(sample, post, root).ConfigureAwait(false);
        var leaf = await store.AddCommentAsync(sample, post, reply).ConfigureAwait(false);
        var pending = await store.AddAsync(
            SampleData.Addition(sample.Comment(post, root, CommentStatus.Pending)) with { Fingerprints = [1, 2] }).ConfigureAwait(false);
        var husk = await store.AddCommentAsync(sample, post).ConfigureAwait(false);
        var last = await store.AddCommentAsync(sample, post, husk).ConfigureAwait(false);
        await store.PurgeAsync(husk.BlogId, husk.Id).ConfigureAwait(false);
        await store.Feedback.SetVoteAsync(leaf.BlogId, leaf.Id, ActorKey.Parse("voter"), Vote.Up, default).ConfigureAwait(false);
        await store.Feedback.SetReactionAsync(leaf.BlogId, leaf.Id, ActorKey.Parse("voter"), "like", default).ConfigureAwait(false);
        await store.Flags.SetFlagAsync(SampleData.Flag(leaf, "reader"), default).ConfigureAwait(false);
        await store.Bans.AddBanAsync(SampleData.Ban(blog.Id, "user:1"), default).ConfigureAwait(false);
        await store.Learning.SaveModelAsync(SampleData.Model("model"), default).ConfigureAwait(false);
        await store.Autosaves.SaveAutosaveAsync(SampleData.Autosave(blog.Id, post.Id), default).ConfigureAwait(false);
        await store.Autosaves.SaveAutosaveAsync(SampleData.Autosave(blog.Id, other.Id), default).ConfigureAwait(false);
        await store.Autosaves.SaveAutosaveAsync(
            SampleData.Autosave(blog.Id) with { SavedAt = SampleData.Now.AddDays(-9) }, default).ConfigureAwait(false);
        await store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(blog.Id, "user-1"), default).ConfigureAwait(false);
        await store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(blog.Id, "user-2"), default).ConfigureAwait(false);
        await AddOriginsAsync(store, blog, post, leaf).ConfigureAwait(false);
        await store.Redirects.SaveRedirectsAsync(
            blog.Id, [SampleData.Redirect(blog.Id, "/?p=1", RedirectTarget.OfPost(post.Id))], default).ConfigureAwait(false);
        var scene = new Scene(sample)
        {
            Blog = blog,
            Author = author,
            Category = category with { Version = 1 },
            Series = series with { Version = 1 },
            Footer = footer with { Version = 1 },
            Post = post,
            Other = other,
            Root = root,
            Reply = reply,
            Leaf = leaf,
            Husk = husk,
            LastAnswer = last,
            Pending = pending,
        };
        scene.CommentIds.AddRange([root.Id, reply.Id, leaf.Id, pending.Id, husk.Id, last.Id]);
        return scene;
    }

    /// <summary>Every kind of writing, in an order in which each succeeds after the others.</summary>
    public IEnumerable<StoreCall> Writes()
    {
        var blog = _sample.Blog();
        var author = _sample.Author(Blog.Id);
        var category = _sample.Category(Blog.Id, "Deep", Category.Id);
        var series = _sample.Series(Blog.Id, "More");
        var footer = _sample.Footer(Blog.Id, "More");
        var post = _sample.Post(Blog.Id, Author.Id) with
        {
            Tags = [Tag.From("New"), Tag.From("Bee")],
            CategoryIds = [Category.Id],
            FooterBlockIds = [Footer.Id],
        };
        var first = _sample.Revision(post, "First");
        var second = _sample.Revision(Post, "Second");
        var comment = _sample.Comment(Post, Leaf);
        var import = new[] { _sample.Comment(Post), _sample.Comment(Post, Reply) };
        import = [.. import, _sample.Comment(Post, import[0], CommentStatus.Pending)];
        CommentIds.AddRange(import.Select(static c => c.Id));
        CommentImport[] imports = [import[0], SampleData.Import(import[1], "elsewhere"), import[2]];
        var later = new CommentImport(imports[1].Comment with { Markdown = "Again.", PlainText = "Again.", Status = CommentStatus.Trashed })
        {
            Record = SampleData.Record(import[1], ModerationAction.Imported),
            ReplacesVersion = 1,
        };
        var nameless = _sample.Comment(Post) with { By = SampleData.User("user-3", "Third") };
        // Made once, so that whoever makes a call twice sends the same change again.
        var edit = new CommentChange(
            Reply with { Markdown = "Two.", Html = "<p>Two.</p>", PlainText = "Two.", Revision = 2 },
            SampleData.Record(Reply, ModerationAction.Edited),
            new CommentRevision
            {
                CommentId = Reply.Id,
                Revision = 1,
                Markdown = Reply.Markdown,
                ReplacedAt = SampleData.Now,
                ReplacedBy = ActorKey.Parse("x"),
            })
        {
            Fingerprints = [4],
        };
        var approval = StoreFill.ToStatus(Pending, CommentStatus.Approved);
        var trashing = StoreFill.ToStatus(Root, CommentStatus.Trashed) with { DismissFlagsAt = SampleData.Now };
        var purgeOfNameless = SampleData.Record(nameless, ModerationAction.Purged);
        var purgeOfLast = SampleData.Record(LastAnswer, ModerationAction.Purged);
        var purgeOfLeaf = SampleData.Record(Leaf, ModerationAction.Purged);
        var move = new CommentRelocation
        {
            BlogId = Reply.BlogId,
            CommentId = Reply.Id,
            Version = 2,
            PostId = Other.Id,
            ParentId = null,
            Record = SampleData.Record(Reply, ModerationAction.Moved),
        };
        CommentIds.AddRange([comment.Id, nameless.Id, .. import.Select(static c => c.Id)]);

        yield return StoreCall.Of("insert a blog", (s, t) => s.Blogs.SaveAsync(blog, t))
            .Leaving(BlogChangeKind.Blog);
        yield return StoreCall.Of("change a blog", (s, t) => s.Blogs.SaveAsync(Blog with { Name = "Changed" }, t))
            .Leaving(BlogChangeKind.Blog);
        yield return StoreCall.Of("insert an author", (s, t) => s.Authors.SaveAsync(author, t))
            .Leaving(BlogChangeKind.Author);
        yield return StoreCall.Of(
            "change an author", (s, t) => s.Authors.SaveAsync(Author with { DisplayName = "Changed", Links = [] }, t))
            .Leaving(BlogChangeKind.Author);
        yield return StoreCall.Of("insert a category", (s, t) => s.Taxonomy.SaveCategoryAsync(category, t))
            .Leaving(BlogChangeKind.Taxonomy);
        yield return StoreCall.Of("insert a series", (s, t) => s.Taxonomy.SaveSeriesAsync(series, t))
            .Leaving(BlogChangeKind.Taxonomy);
        yield return StoreCall.Of("insert a footer block", (s, t) => s.Footers.SaveAsync(footer, t))
            .Leaving(BlogChangeKind.Footers);
        yield return StoreCall.Of("insert a post", (s, t) => s.Posts.SaveAsync(new PostSave(post, first), t))
            .Leaving(BlogChangeKind.Post, post.Id);
        yield return StoreCall.Of(
            "change a post and its slug",
            (s, t) => s.Posts.SaveAsync(new PostSave(
                Post with { Slug = Slug.From("again"), Title = "Again", Tags = [Tag.From("Art")] }, second)
            { RevisionsKept = 1 }, t))
            .Leaving(BlogChangeKind.Post, Post.Id);
        yield return StoreCall.Of(
            "add a comment",
            (s, t) => s.CommentIntake.AddAsync(
                SampleData.Addition(comment) with
                {
                    SubmissionKey = "scene",
                    RequestHash = "hash",
                    Fingerprints = [2, 3],
                    Limits = [new ActivityLimit(new ActivityWindow(ActivityScope.Blog, "", SampleData.Now), 1_000)],
                },
                t))
            .Leaving(BlogChangeKind.Thread, Post.Id, comment.Id);
        yield return StoreCall.Of("edit a comment", (s, t) => s.CommentChanges.UpdateAsync(edit, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, Reply.Id);
        yield return StoreCall.Of("approve a comment", (s, t) => s.CommentChanges.UpdateAsync(approval, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, Pending.Id);
        yield return StoreCall.Of("flag a root", (s, t) => s.Flags.SetFlagAsync(SampleData.Flag(Root, "reader", 0.5), t))
            .Leaving(BlogChangeKind.Queue, Post.Id, Root.Id);
        yield return StoreCall.Of("trash a root and dismiss its flags", (s, t) => s.CommentChanges.UpdateAsync(trashing, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, Root.Id);
        yield return StoreCall.Of(
            "vote as a guest", (s, t) => s.Feedback.SetVoteAsync(
                Leaf.BlogId, Leaf.Id, new Voter(ActorKey.Parse("guest:1"), "n1"), Vote.Up, t))
            .Leaving(BlogChangeKind.Feedback, Post.Id, Leaf.Id);
        yield return StoreCall.Of(
            "flag as a guest", (s, t) => s.Flags.SetFlagAsync(SampleData.Flag(Leaf, "guest:1", 0.5) with { FlaggerNetwork = "n1" }, t))
            .Leaving(BlogChangeKind.Queue, Post.Id, Leaf.Id);
        yield return StoreCall.Of("vote", (s, t) => s.Feedback.SetVoteAsync(Leaf.BlogId, Leaf.Id, ActorKey.Parse("other"), Vote.Down, t))
            .Leaving(BlogChangeKind.Feedback, Post.Id, Leaf.Id);
        yield return StoreCall.Of("react", (s, t) => s.Feedback.SetReactionAsync(Leaf.BlogId, Leaf.Id, ActorKey.Parse("voter"), "bee", t))
            .Leaving(BlogChangeKind.Feedback, Post.Id, Leaf.Id);
        yield return StoreCall.Of("flag a comment", (s, t) => s.Flags.SetFlagAsync(SampleData.Flag(Leaf, "another", 0.5), t))
            .Leaving(BlogChangeKind.Queue, Post.Id, Leaf.Id);
        yield return StoreCall.Of("take a flag back", (s, t) => s.Flags.RemoveFlagAsync(Leaf.BlogId, Leaf.Id, ActorKey.Parse("reader"), t))
            .Leaving(BlogChangeKind.Queue, Post.Id, Leaf.Id);
        yield return StoreCall.Of("dismiss flags", (s, t) => s.Flags.DismissFlagsAsync(Leaf.BlogId, Leaf.Id, SampleData.Now, t))
            .Leaving(BlogChangeKind.Queue, Post.Id, Leaf.Id);
        yield return StoreCall.Of(
            "ban in place of another", (s, t) => s.Bans.AddBanAsync(SampleData.Ban(Blog.Id, "user:1", SampleData.Now.AddHours(1)), t))
            .Leaving(BlogChangeKind.Bans)
            .WritingAgain();
        yield return StoreCall.Of(
            "lift a ban", (s, t) => s.Bans.LiftBanAsync(Blog.Id, "user:1", ActorKey.User("moderator"), SampleData.Now.AddHours(2), t))
            .Leaving(BlogChangeKind.Bans);
        yield return StoreCall.Of("insert a model", (s, t) => s.Learning.SaveModelAsync(SampleData.Model("new model"), t));
        yield return StoreCall.Of(
            "change a model", (s, t) => s.Learning.SaveModelAsync(SampleData.Model("model") with { State = [1], Version = 1 }, t));
        yield return StoreCall.Of("remove a model", (s, t) => s.Learning.RemoveModelAsync("model", t));
        yield return StoreCall.Of(
            "keep what is typed, in place of what was",
            (s, t) => s.Autosaves.SaveAutosaveAsync(SampleData.Autosave(Blog.Id, Post.Id) with { Markdown = "Typed on." }, t))
            .Leaving(BlogChangeKind.Autosaves, Post.Id)
            .WritingAgain();
        yield return StoreCall.Of("forget old typing", (s, t) => s.Autosaves.DeleteAutosavesAsync(SampleData.Now.AddDays(-1), t))
            .Leaving(BlogChangeKind.Autosaves);
        yield return StoreCall.Of(
            "keep what is typed for a new post", (s, t) => s.Autosaves.SaveAutosaveAsync(SampleData.Autosave(Blog.Id), t))
            .Leaving(BlogChangeKind.Autosaves)
            .WritingAgain();
        yield return StoreCall.Of(
            "forget what was typed", (s, t) => s.Autosaves.DeleteAutosaveAsync(Blog.Id, Post.Id, ActorKey.Parse("author:1"), t))
            .Leaving(BlogChangeKind.Autosaves, Post.Id);
        yield return StoreCall.Of(
            "keep a name in place of another",
            (s, t) => s.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(Blog.Id, "user-1", "Changed"), t))
            .Leaving(BlogChangeKind.DisplayNames)
            .WritingAgain();
        yield return StoreCall.Of("forget a name", (s, t) => s.DisplayNames.DeleteDisplayNameAsync(Blog.Id, "user-2", t))
            .Leaving(BlogChangeKind.DisplayNames);
        yield return StoreCall.Of(
            "add a comment with a name to keep",
            (s, t) => s.CommentIntake.AddAsync(SampleData.Addition(nameless) with { DisplayName = "Third" }, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, nameless.Id)
            .Leaving(BlogChangeKind.DisplayNames);
        yield return StoreCall.Of(
            "purge the last comment of a user with a name",
            (s, t) => s.CommentChanges.PurgeAsync(
                nameless.BlogId, nameless.Id, 1, purgeOfNameless, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, nameless.Id)
            .Leaving(BlogChangeKind.DisplayNames);
        foreach (var call in OriginWrites().Append(TransferWrite()))
        {
            yield return call;
        }

        yield return StoreCall.Of(
            "save redirects",
            (s, t) => s.Redirects.SaveRedirectsAsync(
                Blog.Id,
                [SampleData.Redirect(Blog.Id, "/?p=1"), SampleData.Redirect(Blog.Id, "/old/", RedirectTarget.OfPath("/new"))],
                t))
            .Leaving(BlogChangeKind.Redirects);
        yield return StoreCall.Of(
            "delete redirects", (s, t) => s.Redirects.DeleteRedirectsAsync(Blog.Id, [OldAddress.Parse("/?p=1")], t))
            .Leaving(BlogChangeKind.Redirects);

        yield return StoreCall.Of("import", (s, t) => s.CommentIntake.ImportAsync(imports, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, import[0].Id)
            .Leaving(BlogChangeKind.Thread, Post.Id, import[1].Id)
            .Leaving(BlogChangeKind.Queue, Post.Id, import[2].Id);
        yield return StoreCall.Of("import a newer text", (s, t) => s.CommentIntake.ImportAsync([later], t))
            .Leaving(BlogChangeKind.Thread, Post.Id, import[1].Id);
        yield return StoreCall.Of(
            "replace a rendering",
            (s, t) => s.CommentUpkeep.SaveRenderingsAsync([new StaleRendering
            {
                BlogId = Leaf.BlogId,
                CommentId = Leaf.Id,
                Revision = 1,
                Html = "<p>New.</p>",
                PlainText = "New.",
                RendererVersion = 2,
            }, new StaleRendering
            {
                BlogId = Pending.BlogId,
                CommentId = Pending.Id,
                Revision = 1,
                Html = "<p>New.</p>",
                PlainText = "New.",
                RendererVersion = 2,
            }], t))
            .Leaving(BlogChangeKind.Thread, Post.Id, Leaf.Id)
            .Leaving(BlogChangeKind.Thread, Post.Id, Pending.Id)
            .WritingAgain();
        yield return StoreCall.Of(
            "purge the last answer of an empty comment",
            (s, t) => s.CommentChanges.PurgeAsync(
                LastAnswer.BlogId, LastAnswer.Id, 1, purgeOfLast, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, LastAnswer.Id)
            .Leaving(BlogChangeKind.Queue, Post.Id, Husk.Id);
        yield return StoreCall.Of(
            "purge an answered comment",
            (s, t) => s.CommentChanges.PurgeAsync(Leaf.BlogId, Leaf.Id, 1, purgeOfLeaf, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, Leaf.Id);
        yield return StoreCall.Of("move a branch", (s, t) => s.CommentChanges.RelocateAsync(move, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, Reply.Id)
            .Leaving(BlogChangeKind.Thread, Other.Id, Reply.Id);
        yield return StoreCall.Of(
            "merge two threads", (s, t) => s.CommentChanges.MergeAsync(Post.BlogId, Post.Id, Other.Id, ActorKey.System, SampleData.Now, t))
            .Leaving(BlogChangeKind.Thread, Post.Id, Root.Id)
            .Leaving(BlogChangeKind.Thread, Other.Id, Root.Id)
            .Leaving(BlogChangeKind.Thread, Post.Id, import[0].Id)
            .Leaving(BlogChangeKind.Thread, Other.Id, import[0].Id);
        yield return StoreCall.Of("delete a footer block", (s, t) => s.Footers.DeleteAsync(Footer.BlogId, Footer.Id, 1, t))
            .Leaving(BlogChangeKind.Footers)
            .Leaving(BlogChangeKind.Post, Post.Id)
            .Leaving(BlogChangeKind.Post, post.Id);
        yield return StoreCall.Of("delete a category", (s, t) => s.Taxonomy.DeleteCategoryAsync(Category.BlogId, Category.Id, 1, t))
            .Leaving(BlogChangeKind.Taxonomy)
            .Leaving(BlogChangeKind.Post, Post.Id)
            .Leaving(BlogChangeKind.Post, post.Id);
        yield return StoreCall.Of("delete a series", (s, t) => s.Taxonomy.DeleteSeriesAsync(Series.BlogId, Series.Id, 1, t))
            .Leaving(BlogChangeKind.Taxonomy)
            .Leaving(BlogChangeKind.Post, Post.Id);
        yield return StoreCall.Of("delete a post with its thread", (s, t) => s.Posts.DeleteAsync(Other.BlogId, Other.Id, 1, t))
            .Leaving(BlogChangeKind.Post, Other.Id);
        yield return StoreCall.Of("trim the feed", (s, t) => s.Changes.DeleteChangesAsync(Blog.Id, DateTimeOffset.MaxValue, t));
    }

    public IEnumerable<StoreCall> Reads()
    {
        yield return StoreCall.Of("find a blog", (s, t) => s.Blogs.FindAsync(Blog.Id, t));
        yield return StoreCall.Of("find a blog by key", (s, t) => s.Blogs.FindByKeyAsync(Blog.Key, t));
        yield return StoreCall.Of("list blogs", (s, t) => s.Blogs.ListAllAsync(t));
        yield return StoreCall.Of("find authors", (s, t) => s.Authors.FindManyAsync(Author.BlogId, [Author.Id], t));
        yield return StoreCall.Of("find an author by slug", (s, t) => s.Authors.FindBySlugAsync(Blog.Id, Author.Slug, t));
        yield return StoreCall.Of("find an author by user key", (s, t) => s.Authors.FindByUserKeyAsync(Blog.Id, Author.UserKey!, t));
        yield return StoreCall.Of("list authors", (s, t) => s.Authors.ListAllAsync(Blog.Id, t));
        yield return StoreCall.Of("list categories", (s, t) => s.Taxonomy.ListAllCategoriesAsync(Blog.Id, t));
        yield return StoreCall.Of("list series", (s, t) => s.Taxonomy.ListAllSeriesAsync(Blog.Id, t));
        yield return StoreCall.Of("list footer blocks", (s, t) => s.Footers.ListAllAsync(Blog.Id, t));
        yield return StoreCall.Of("find a post", (s, t) => s.Posts.FindAsync(Post.BlogId, Post.Id, t));
        yield return StoreCall.Of("find posts", (s, t) => s.Posts.FindManyAsync(Post.BlogId, [Post.Id], t));
        yield return StoreCall.Of("find a post by slug", (s, t) => s.Posts.FindBySlugAsync(Blog.Id, Post.Slug, t));
        yield return StoreCall.Of(
            "list published posts",
            (s, t) => s.Posts.ListPublishedAsync(new PublishedPostQuery { BlogId = Blog.Id, Now = SampleData.Now, Size = 5 }, t));
        yield return StoreCall.Of(
            "list posts for the desk", (s, t) => s.Posts.ListForDeskAsync(new PostDeskQuery { BlogId = Blog.Id, Size = 5 }, t));
        yield return StoreCall.Of("list tags", (s, t) => s.Posts.ListTagsAsync(Blog.Id, SampleData.Now, 5, t));
        yield return StoreCall.Of("find neighbours", (s, t) => s.Posts.ReadNeighboursAsync(Post.BlogId, Post.Id, SampleData.Now, t));
        yield return StoreCall.Of("list revisions of a post", (s, t) => s.Posts.ListRevisionsAsync(Post.BlogId, Post.Id, 5, t));
        yield return StoreCall.Of("find a revision", (s, t) => s.Posts.FindRevisionAsync(Blog.Id, new RevisionId(Guid.Empty), t));
        yield return StoreCall.Of("find a comment", (s, t) => s.Comments.FindAsync(Root.BlogId, Root.Id, t));
        yield return StoreCall.Of("find comments", (s, t) => s.Comments.FindManyAsync(Blog.Id, [Root.Id], t));
        yield return StoreCall.Of(
            "read intake", (s, t) => s.CommentIntake.ReadIntakeAsync(new IntakeQuery { BlogId = Post.BlogId, PostId = Post.Id }, t));
        yield return StoreCall.Of(
            "list comments",
            (s, t) => s.Comments.ListAsync(new CommentQuery { BlogId = Blog.Id, Status = CommentStatus.Approved, Size = 5 }, t));
        yield return StoreCall.Of("list revisions of a comment", (s, t) => s.Comments.ListAllRevisionsAsync(Root.BlogId, Root.Id, t));
        yield return StoreCall.Of("list the log", (s, t) => s.ModerationLog.ListAllOfCommentAsync(Root.BlogId, Root.Id, t));
        yield return StoreCall.Of("count a blog's comments", (s, t) => s.Comments.CountAsync(Blog.Id, t));
        yield return StoreCall.Of("list stale comments", (s, t) => s.CommentUpkeep.ListStaleAsync(9, null, 5, t));
        yield return StoreCall.Of(
            "read own feedback", (s, t) => s.Feedback.ReadOwnAsync(Root.BlogId, [Root.Id], ActorKey.Parse("voter"), t));
        yield return StoreCall.Of("read facts", (s, t) => s.Moderation.ReadFactsAsync(
            new ModerationFactsQuery { BlogId = Blog.Id, PostId = Post.Id, Now = SampleData.Now }, t));
        yield return StoreCall.Of("list a queue", (s, t) => s.Moderation.ListQueueAsync(new QueueQuery { BlogId = Blog.Id, Size = 5 }, t));
        yield return StoreCall.Of(
            "list history", (s, t) => s.Moderation.ListHistoryAsync(new HistoryQuery { BlogId = Blog.Id, Size = 5 }, t));
        yield return StoreCall.Of(
            "list removed comments", (s, t) => s.Moderation.ListRemovedAsync(Blog.Id, CommentStatus.Spam, SampleData.Now, 5, t));
        yield return StoreCall.Of(
            "list the blog's log", (s, t) => s.ModerationLog.ListAsync(new LogQuery { BlogId = Blog.Id, Size = 5 }, t));
        yield return StoreCall.Of("list an operation", (s, t) => s.ModerationLog.ListAllOfOperationAsync(Blog.Id, Guid.Empty, t));
        yield return StoreCall.Of("list the log behind a position", (s, t) => s.ModerationLog.ListAfterAsync(Blog.Id, 0, 5, t));
        yield return StoreCall.Of(
            "list a queue of flagged",
            (s, t) => s.Moderation.ListQueueAsync(new QueueQuery { BlogId = Blog.Id, Flagged = true, Size = 5 }, t));
        yield return StoreCall.Of("list flags", (s, t) => s.Flags.ListAllFlagsAsync(Leaf.BlogId, Leaf.Id, t));
        yield return StoreCall.Of("list bans", (s, t) => s.Bans.ListBansAsync(Blog.Id, null, 5, t));
        yield return StoreCall.Of("find a model", (s, t) => s.Learning.FindModelAsync("model", t));
        yield return StoreCall.Of("find a model's version", (s, t) => s.Learning.ReadModelVersionAsync("model", t));
        yield return StoreCall.Of(
            "find what was typed", (s, t) => s.Autosaves.FindAutosaveAsync(Blog.Id, Post.Id, ActorKey.Parse("author:1"), t));
        yield return StoreCall.Of("list changes", (s, t) => s.Changes.ReadChangesAsync(Blog.Id, 0, 5, t));
        yield return StoreCall.Of("read the position of the feed", (s, t) => s.Changes.ReadChangePositionAsync(Blog.Id, t));
        yield return StoreCall.Of("find redirects", (s, t) => s.Redirects.FindManyRedirectsAsync(Blog.Id, [OldAddress.Parse("/?p=1")], t));
        yield return StoreCall.Of("list redirects", (s, t) => s.Redirects.ListRedirectsAsync(Blog.Id, null, 5, t));
        foreach (var call in OriginReads().Append(TransferRead()))
        {
            yield return call;
        }

        yield return StoreCall.Of("find a name", (s, t) => s.DisplayNames.FindDisplayNameAsync(Blog.Id, "user-1", t));
        yield return StoreCall.Of(
            "read roots",
            (s, t) => s.Threads.ReadRootsAsync(new RootsQuery { BlogId = Post.BlogId, PostId = Post.Id, Size = 5, RepliesPerRoot = 5 }, t));
        yield return StoreCall.Of(
            "read replies", (s, t) => s.Threads.ReadRepliesAsync(new RepliesQuery { BlogId = Root.BlogId, Under = Root.Id, Size = 5 }, t));
        yield return StoreCall.Of("locate a comment", (s, t) => s.Threads.LocateAsync(Root.BlogId, Root.Id, 5, t));
        yield return StoreCall.Of("count a post's comments", (s, t) => s.Threads.CountAsync(Post.BlogId, Post.Id, t));
        yield return StoreCall.Of(
            "list newest comments",
            (s, t) => s.Threads.ListNewestAsync(new NewestQuery { BlogId = Blog.Id, Now = SampleData.Now, Size = 5 }, t));
        yield return StoreCall.Of("list participants", (s, t) => s.Threads.ListParticipantsAsync(Post.BlogId, Post.Id, 5, t));
        yield return StoreCall.Of(
            "list held comments", (s, t) => s.Threads.ListHeldAsync(Post.BlogId, Post.Id, ActorKey.Parse("guest:1"), 5, t));
        yield return StoreCall.Of(
            "search",
            (s, t) => s.Search.SearchAsync(
                new SearchQuery { BlogId = Blog.Id, Terms = [new SearchTerm("bees", false)], Now = SampleData.Now, Size = 5 }, t));
    }
}
