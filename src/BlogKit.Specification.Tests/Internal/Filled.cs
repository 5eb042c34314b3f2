using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>A blog with something in every place that a store has.</summary>
internal static class Filled
{
    public static async Task<BlogId> SetAsync(StoreHarness store, SampleData sample)
    {
        var scene = await Scene.SetAsync(store, sample).ConfigureAwait(false);
        var blog = scene.Blog.Id;
        await SaveAsync(store.Blogs.SaveAsync(
            scene.Blog with
            {
                Language = "de",
                Comments = new CommentSettings
                {
                    Mode = CommentMode.Closed,
                    CloseAfterDays = 30,
                    CloseAfterCount = 500,
                    Sensitivity = (ModerationSensitivity)1,
                },
            },
            default)).ConfigureAwait(false);
        var footer = sample.Footer(blog, "Own", 3) with { Scope = FooterBlockScope.Author, AuthorId = scene.Author.Id };
        await SaveAsync(store.Footers.SaveAsync(footer, default)).ConfigureAwait(false);
        await AddPostsAsync(store, sample, scene).ConfigureAwait(false);
        await AddCommentsAsync(store, sample, scene).ConfigureAwait(false);
        await store.Bans.AddBanAsync(
            SampleData.Ban(blog, "user:2") with { Until = SampleData.Now.AddDays(9) }, default).ConfigureAwait(false);
        await store.Bans.LiftBanAsync(
            blog, "user:1", ActorKey.User("moderator"), SampleData.Now.AddHours(1), default).ConfigureAwait(false);
        var log = await store.ModerationLog.ListAfterAsync(blog, 0, 1_000, default).ConfigureAwait(false);
        await SaveAsync(store.Learning.SaveModelAsync(
            SampleData.Model($"learned:{blog}") with { Position = log[3].Record.Position }, default)).ConfigureAwait(false);
        var run = (await store.Origins.FindImportAsync(blog, 1, default).ConfigureAwait(false))!;
        await SaveAsync(store.Origins.SaveImportAsync(
            run with
            {
                EndedAt = SampleData.Now.AddHours(1),
                UndoneAt = SampleData.Now.AddHours(2),
                Counts = new ImportCounts { Imported = 1, Updated = 2, Unchanged = 3, Kept = 4, Altered = 5, Refused = 6 },
            },
            default)).ConfigureAwait(false);
        await SaveAsync(store.Redirects.SaveRedirectsAsync(
            blog,
            [SampleData.Redirect(blog, "/tag/bees/", RedirectTarget.OfTag(Slug.From("bee"))) with { ImportNumber = 1 }],
            default)).ConfigureAwait(false);
        return blog;
    }

    private static async Task AddPostsAsync(StoreHarness store, SampleData sample, Scene scene)
    {
        var blog = scene.Blog.Id;
        var below = sample.Post(blog, scene.Author.Id, "Below") with { Kind = PostKind.Page };
        below = await store.SaveAsync(below).ConfigureAwait(false);
        var above = await store.SaveAsync(sample.Post(blog, scene.Author.Id, "Above") with { Kind = PostKind.Page }).ConfigureAwait(false);
        await store.SaveAsync(below with { ParentId = above.Id }).ConfigureAwait(false);
        var post = sample.Post(blog, scene.Author.Id, "With everything") with
        {
            Excerpt = "By hand.",
            Status = PostStatus.Archived,
            StatusBefore = PostStatus.Published,
            Visibility = PostVisibility.Password,
            PasswordHash = "salted",
            FeaturedImage = new FeaturedImage("https://hive.example/bee.png", "A bee"),
            Tags = [Tag.From("Bee")],
            CategoryIds = [scene.Category.Id],
            SeriesId = scene.Series.Id,
            SeriesPosition = 7,
            FooterBlockIds = [scene.Footer.Id],
            Seo = new SeoFields { Title = "Bees" },
            Format = PostFormat.Html,
            IsPinned = true,
            Fields = [new PostField("mood", "busy")],
            FeedId = "https://old.example/?p=9",
            Comments = new PostCommentSettings
            {
                Mode = CommentMode.Closed,
                CloseAfterDays = 3,
                CloseAfterCount = 4,
                Sensitivity = (ModerationSensitivity)1,
            },
        };
        var revision = sample.Revision(post, "First") with { Format = PostFormat.Html };
        await SaveAsync(store.Posts.SaveAsync(new PostSave(post, revision), default)).ConfigureAwait(false);
    }

    private static async Task AddCommentsAsync(StoreHarness store, SampleData sample, Scene scene)
    {
        var author = ActorKey.Author(scene.Author.Id);
        var comment = sample.Comment(scene.Post) with
        {
            By = new Commenter
            {
                Kind = CommenterKind.Author,
                Name = "Author",
                Email = "a@hive.example",
                Url = new Uri("https://a.example/"),
                AvatarUrl = new Uri("https://a.example/a.png"),
                AuthorId = scene.Author.Id,
            },
            RemoteAddress = "2001:db8::1",
            Kind = (CommentKind)1,
            Decision = SampleData.Decision() with { Outcome = ModerationOutcome.Hold },
        };
        await store.AddAsync(
            SampleData.Addition(comment) with
            {
                Record = SampleData.Record(comment, ModerationAction.Submitted) with
                {
                    Shadows = [new ShadowVerdict("tried/2", SampleData.Decision())],
                    OperationId = sample.NextId(),
                    FromBeforeRemoval = CommentStatus.Approved,
                    FromApprovedRevision = 1,
                },
                SubmissionKey = "key",
                RequestHash = "hash",
                Fingerprints = [5, 6],
            }).ConfigureAwait(false);
        var edited = comment with
        {
            Version = 1,
            Markdown = "Edited.",
            Revision = 2,
            EditedAt = SampleData.Now.AddMinutes(8),
            IsPinned = true,
            Appeal = new CommentAppeal("Please.", SampleData.Now, SampleData.Now.AddHours(1)),
            Hold = new CommentHold { By = (CommentHolder)1, Reason = "Let me see.", OutcomeBefore = (ModerationOutcome)1 },
        };
        await SaveAsync(store.CommentChanges.UpdateAsync(
            new CommentChange(
                edited, SampleData.Record(edited, ModerationAction.Edited), SampleData.Former(comment, 1) with { ReplacedBy = author }),
            default)).ConfigureAwait(false);
        await store.SetStatusAsync(scene.Blog.Id, comment.Id, CommentStatus.Spam).ConfigureAwait(false);
        var marking = (await store.ModerationLog.ListAllOfCommentAsync(scene.Blog.Id, comment.Id, default).ConfigureAwait(false))[^1];
        var spam = await store.GetAsync(scene.Blog.Id, comment.Id).ConfigureAwait(false);
        await SaveAsync(store.CommentChanges.UpdateAsync(
            new CommentChange(
                spam with { Status = CommentStatus.Approved, StatusBeforeRemoval = null },
                SampleData.Record(spam, ModerationAction.Undone, CommentStatus.Spam, CommentStatus.Approved) with
                {
                    Undoes = marking.Position,
                }),
            default)).ConfigureAwait(false);
        var guest = new Voter(ActorKey.Parse("guest:7"), "network-7");
        await store.Feedback.SetVoteAsync(scene.Blog.Id, comment.Id, guest, Vote.Down, default).ConfigureAwait(false);
        await store.Feedback.SetReactionAsync(scene.Blog.Id, comment.Id, guest, "bee", default).ConfigureAwait(false);
        await store.Flags.SetFlagAsync(
            SampleData.Flag(comment, "guest:7") with { FlaggerNetwork = "network-7" }, default).ConfigureAwait(false);
        await store.Flags.DismissFlagsAsync(scene.Blog.Id, comment.Id, SampleData.Now.AddHours(3), default).ConfigureAwait(false);

        // One that left a placeholder is in the scene; of this one nothing is left but its log.
        var gone = await store.AddCommentAsync(sample, scene.Post).ConfigureAwait(false);
        await store.PurgeAsync(scene.Blog.Id, gone.Id).ConfigureAwait(false);

        // Below one that is newer than itself, and trashed with an answer that is not.
        var older = await store.AddCommentAsync(sample, scene.Other).ConfigureAwait(false);
        var newer = await store.AddCommentAsync(sample, scene.Other).ConfigureAwait(false);
        await store.RelocateAsync(scene.Blog.Id, older.Id, scene.Other.Id, newer.Id).ConfigureAwait(false);
        await store.SetStatusAsync(scene.Blog.Id, newer.Id, CommentStatus.Trashed).ConfigureAwait(false);
        var user = sample.Comment(scene.Other, status: CommentStatus.Pending) with { By = SampleData.User("user-9", "Nina") };
        await store.AddAsync(SampleData.Addition(user) with { DisplayName = "Nina" }).ConfigureAwait(false);
    }

    private static async Task SaveAsync(Task<SaveOutcome> save) => Assert.Equal(SaveOutcome.Saved, await save.ConfigureAwait(false));
}
