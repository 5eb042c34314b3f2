using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IPostStore"/> for single posts: content, versions, slugs, revisions, deletion.</summary>
public abstract class PostSpecification : StoreSpecification
{
    /// <summary>Every field of a saved post is found again.</summary>
    [Fact]
    public async Task A_saved_post_is_found_with_everything_it_had()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var first = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var second = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var category = Sample.Category(blog.Id, "Wax");
        var series = Sample.Series(blog.Id, "The Year");
        var footer = Sample.Footer(blog.Id, "Shop");
        await Store.Taxonomy.SaveCategoryAsync(category, default).ConfigureAwait(false);
        await Store.Taxonomy.SaveSeriesAsync(series, default).ConfigureAwait(false);
        await Store.Footers.SaveAsync(footer, default).ConfigureAwait(false);
        var parent = await Store.AddPostAsync(Sample, blog, static p => p with { Kind = PostKind.Page }).ConfigureAwait(false);
        var post = Sample.Post(blog.Id, second.Id) with
        {
            Kind = PostKind.Page,
            ParentId = parent.Id,
            Excerpt = "By hand.",
            AuthorIds = [second.Id, first.Id],
            Status = PostStatus.Archived,
            StatusBefore = PostStatus.Scheduled,
            Visibility = PostVisibility.Password,
            PasswordHash = "v1$salt$hash",
            FeaturedImage = new FeaturedImage("/bee.jpg", "A bee") { Caption = "In May", Credit = "Z. Imker", Width = 800, Height = 600 },
            Tags = [Tag.From("Zucker"), Tag.From("C++"), Tag.From("Àpis")],
            CategoryIds = [category.Id],
            SeriesId = series.Id,
            SeriesPosition = 3,
            FooterBlockIds = [footer.Id],
            Format = PostFormat.Html,
            IsPinned = true,
            Fields = [new PostField("mood", "calm"), new PostField("mood", ""), new PostField("_layout", "{\"wide\":true}")],
            FeedId = "https://old.example/?p=12",
            Seo = new SeoFields { Title = "T", Description = "D", CanonicalUrl = new Uri("https://other.example/x"), NoIndex = true },
            Comments = new PostCommentSettings
            {
                Mode = CommentMode.Hidden,
                CloseAfterDays = 0,
                CloseAfterCount = 7,
                Sensitivity = ModerationSensitivity.Low,
            },
        };

        Assert.Equal(SaveOutcome.Saved, await SaveAsync(post).ConfigureAwait(false));

        var stored = post with { Version = 1 };
        Same.Content(stored, await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        Same.Content(new PostBySlug(stored, true), await Store.Posts.FindBySlugAsync(blog.Id, post.Slug, default).ConfigureAwait(false));
    }

    /// <summary>A draft whose optional fields are null is found as it was.</summary>
    [Fact]
    public async Task A_post_with_nothing_optional_is_found_as_it_was()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);

        var post = await Store.AddPostAsync(
            Sample, blog, static p => p with { Status = PostStatus.Draft, PublishedAt = null }).ConfigureAwait(false);

        Same.Content(post, await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        Assert.Null(await Store.Posts.FindAsync(post.BlogId, new PostId(Sample.NextId()), default).ConfigureAwait(false));
    }

    /// <summary>Posts are returned in the order asked for.</summary>
    [Fact]
    public async Task Posts_are_found_in_the_order_asked_for_once_each()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var first = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var second = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);

        var found = await Store.Posts.FindManyAsync(
            second.BlogId, [second.Id, new PostId(Sample.NextId()), first.Id, second.Id], default).ConfigureAwait(false);

        Same.Content([second, first], found);
        Assert.Empty(await Store.Posts.FindManyAsync(blog.Id, [], default).ConfigureAwait(false));
    }

    /// <summary>Every outcome that versions and identities decide.</summary>
    [Fact]
    public async Task A_post_is_compared_and_swapped()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await SaveAsync(post with { Title = "First", Tags = [Tag.From("a")] }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await SaveAsync(post with { Title = "Second", Tags = [Tag.From("b")] }).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await SaveAsync(Sample.Post(blog.Id, post.AuthorIds[0]) with { Version = 2 }).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await SaveAsync(Sample.Post(new BlogId(Sample.NextId()), post.AuthorIds[0])).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Duplicate, await SaveAsync(post with { Version = 0, Slug = Slug.From("elsewhere") }).ConfigureAwait(false));
        Same.Content(
            post with { Title = "First", Tags = [Tag.From("a")], Version = 2 },
            await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
    }

    /// <summary>A current slug belongs to one post of the blog; another blog may have it too.</summary>
    [Fact]
    public async Task A_slug_belongs_to_one_post_of_a_blog()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var second = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);

        Assert.Equal(
            SaveOutcome.Duplicate,
            await SaveAsync(Sample.Post(blog.Id, post.AuthorIds[0]) with { Slug = post.Slug }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Duplicate, await SaveAsync(second with { Slug = post.Slug }).ConfigureAwait(false));
        Assert.Null(await Store.Posts.FindBySlugAsync(other.Id, post.Slug, default).ConfigureAwait(false));
        var twin = await Store.AddPostAsync(Sample, other, p => p with { Slug = post.Slug }).ConfigureAwait(false);
        Assert.Equal(twin.Id, (await Store.Posts.FindBySlugAsync(other.Id, post.Slug, default).ConfigureAwait(false))?.Post.Id);
    }

    /// <summary>A former slug leads to the post and stays its own; the post may take it back.</summary>
    [Fact]
    public async Task A_former_slug_redirects_and_is_kept_for_its_post()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog, static p => p with { Slug = Slug.From("one") }).ConfigureAwait(false);
        post = await Store.SaveAsync(post with { Slug = Slug.From("two") }).ConfigureAwait(false);
        post = await Store.SaveAsync(post with { Slug = Slug.From("three") }).ConfigureAwait(false);

        Same.Content(new PostBySlug(post, false), await FindAsync("one").ConfigureAwait(false));
        Same.Content(new PostBySlug(post, false), await FindAsync("two").ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Duplicate,
            await SaveAsync(Sample.Post(blog.Id, post.AuthorIds[0]) with { Slug = Slug.From("one") }).ConfigureAwait(false));

        post = await Store.SaveAsync(post with { Slug = Slug.From("one") }).ConfigureAwait(false);

        Same.Content(new PostBySlug(post, true), await FindAsync("one").ConfigureAwait(false));
        Same.Content(new PostBySlug(post, false), await FindAsync("three").ConfigureAwait(false));

        Task<PostBySlug?> FindAsync(string slug) => Store.Posts.FindBySlugAsync(blog.Id, Slug.From(slug), default);
    }

    /// <summary>
    /// Revisions are listed newest first, and the oldest are dropped beyond the number kept; a save that fails adds none.
    /// </summary>
    [Fact]
    public async Task Revisions_are_kept_as_asked()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var post = Sample.Post(blog.Id, author.Id) with { Excerpt = "By hand." };
        var revisions = new List<PostRevision>();
        for (var i = 0; i < 5; i++)
        {
            var revision = Sample.Revision(post, $"Change {i}");
            revisions.Insert(0, revision);
            var save = new PostSave(post, revision) { RevisionsKept = i < 4 ? null : 3 };
            Assert.Equal(SaveOutcome.Saved, await Store.Posts.SaveAsync(save, default).ConfigureAwait(false));
            Assert.Equal(SaveOutcome.Conflict, i == 0
                ? SaveOutcome.Conflict
                : await Store.Posts.SaveAsync(save with { Revision = Sample.Revision(post, "Lost") }, default).ConfigureAwait(false));
            post = post with { Version = post.Version + 1 };
        }

        Same.Content([.. revisions[..3]], await Store.Posts.ListRevisionsAsync(post.BlogId, post.Id, 10, default).ConfigureAwait(false));
        Same.Content([.. revisions[..2]], await Store.Posts.ListRevisionsAsync(post.BlogId, post.Id, 2, default).ConfigureAwait(false));
        Same.Content(revisions[1], await Store.Posts.FindRevisionAsync(post.BlogId, revisions[1].Id, default).ConfigureAwait(false));
        Assert.Null(await Store.Posts.FindRevisionAsync(post.BlogId, revisions[4].Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Posts.ListRevisionsAsync(post.BlogId, new PostId(Sample.NextId()), 10, default).ConfigureAwait(false));
    }

    /// <summary>Deleting a post deletes everything that belongs to it, and nothing else.</summary>
    [Fact]
    public async Task A_deleted_post_takes_everything_with_it()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog, static p => p with { Slug = Slug.From("old") }).ConfigureAwait(false);
        var revision = Sample.Revision(post, "Kept");
        post = post with { Slug = Slug.From("new") };
        await Store.Posts.SaveAsync(new PostSave(post, revision), default).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var reply = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var purged = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.PurgeAsync(purged.BlogId, purged.Id).ConfigureAwait(false);
        await Store.Feedback.SetVoteAsync(root.BlogId, root.Id, ActorKey.Parse("v"), Vote.Up, default).ConfigureAwait(false);
        var neighbour = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var kept = await Store.AddCommentAsync(Sample, neighbour).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Conflict, await Store.Posts.DeleteAsync(post.BlogId, post.Id, 1, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.Posts.DeleteAsync(post.BlogId, post.Id, 2, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await Store.Posts.DeleteAsync(post.BlogId, post.Id, 2, default).ConfigureAwait(false));

        Assert.Null(await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        Assert.Null(await Store.Posts.FindBySlugAsync(blog.Id, Slug.From("old"), default).ConfigureAwait(false));
        Assert.Null(await Store.Posts.FindBySlugAsync(blog.Id, Slug.From("new"), default).ConfigureAwait(false));
        Assert.Null(await Store.Posts.FindRevisionAsync(blog.Id, revision.Id, default).ConfigureAwait(false));
        foreach (var id in new[] { root.Id, reply.Id, purged.Id })
        {
            Assert.Null(await Store.Comments.FindAsync(blog.Id, id, default).ConfigureAwait(false));
            Assert.Empty(await Store.ModerationLog.ListAllOfCommentAsync(blog.Id, id, default).ConfigureAwait(false));
        }

        Assert.Empty(await Store.Feedback.ReadOwnAsync(root.BlogId, [root.Id], ActorKey.Parse("v"), default).ConfigureAwait(false));
        Assert.Equal(ThreadCounts.None, await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        Same.Content(kept, await Store.GetAsync(kept.BlogId, kept.Id).ConfigureAwait(false));
        await new StoreCheck(Store, "after a post was deleted").EverythingAsync().ConfigureAwait(false);
        Assert.Equal(
            SaveOutcome.Saved,
            await SaveAsync(Sample.Post(blog.Id, neighbour.AuthorIds[0]) with { Slug = Slug.From("old") }).ConfigureAwait(false));
    }

    /// <summary>The thread of a post is found by the post's identity, also after the post was renamed.</summary>
    [Fact]
    public async Task A_renamed_post_keeps_its_thread()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);

        await Store.SaveAsync(post with { Slug = Slug.From("renamed"), Title = "Renamed" }).ConfigureAwait(false);

        Assert.Equal(1, (await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false)).Approved);
        await new StoreCheck(Store, "after a rename").EverythingAsync().ConfigureAwait(false);
    }

    private Task<SaveOutcome> SaveAsync(Post post) => Store.Posts.SaveAsync(new PostSave(post, null), default);
}
