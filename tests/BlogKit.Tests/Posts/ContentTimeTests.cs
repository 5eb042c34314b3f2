using BlogKit.Storage;

namespace BlogKit.Tests.Posts;

/// <summary>What readers' programs call an update is a change of what is read, and nothing else.</summary>
public sealed class ContentTimeTests
{
    private static readonly Dictionary<string, Func<Post, Post>> s_content = new()
    {
        ["title"] = static p => p with { Title = "Another" },
        ["text"] = static p => p with { Markdown = "Other\ntext." },
        ["a letter"] = static p => p with { Markdown = "some\ntext." },
        ["excerpt"] = static p => p with { Excerpt = "In short." },
    };

    private static readonly Dictionary<string, Func<Post, Post>> s_housekeeping = new()
    {
        ["nothing"] = static p => p,
        ["closing comments"] = static p => p with { Comments = new PostCommentSettings { Mode = CommentMode.Closed } },
        ["closing later"] = static p => p with { Comments = new PostCommentSettings { CloseAfterDays = 3 } },
        ["tags"] = static p => p with { Tags = [Tag.From("Bees")] },
        ["slug"] = static p => p with { Slug = Slug.From("elsewhere") },
        ["unlisted"] = static p => p with { Visibility = PostVisibility.Unlisted },
        ["search engines"] = static p => p with { Seo = new SeoFields { NoIndex = true, Description = "Words." } },
        ["picture"] = static p => p with { FeaturedImage = new FeaturedImage("/a.png", "A") },
        ["series"] = static p => p with { SeriesPosition = 4 },
        ["line ends"] = static p => p with { Markdown = p.Markdown.ReplaceLineEndings("\r\n") },
        ["no excerpt"] = static p => p with { Excerpt = " " },
        ["forged"] = static p => p with { ContentUpdatedAt = DateTimeOffset.MaxValue },
    };

    public static TheoryData<string> Content => [.. s_content.Keys];

    public static TheoryData<string> Housekeeping => [.. s_housekeeping.Keys];

    [Theory]
    [MemberData(nameof(Content))]
    public async Task Changed_content_is_an_update(string what)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(markdown: "Some\ntext.");
        blog.Clock.Advance(TimeSpan.FromDays(2));

        var after = (await blog.Posts.UpdateAsync(s_content[what](post), blog.EditorActor)).Value;

        (await FoundAsync(blog, post)).Should().Be((blog.Now, blog.Now));
        after.ContentUpdatedAt.Should().Be(blog.Now);
    }

    [Theory]
    [MemberData(nameof(Housekeeping))]
    public async Task Changed_settings_are_none(string what)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(markdown: "Some\ntext.");
        blog.Clock.Advance(TimeSpan.FromDays(2));

        (await blog.Posts.UpdateAsync(s_housekeeping[what](post), blog.EditorActor)).EnsureSucceeded();

        (await FoundAsync(blog, post)).Should().Be((blog.Now, post.ContentUpdatedAt));
    }

    [Fact]
    public async Task Stages_dates_and_passwords_are_none()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync();
        var written = post.ContentUpdatedAt;

        foreach (var step in new Func<Post, Task<Result<Post>>>[]
        {
            p => blog.Posts.SubmitForReviewAsync(p.BlogId, p.Id, blog.EditorActor, p.Version),
            p => blog.Posts.ScheduleAsync(p.BlogId, p.Id, blog.Now.AddDays(3), blog.EditorActor, p.Version),
            p => blog.Posts.PublishAsync(p.BlogId, p.Id, blog.EditorActor, p.Version),
            p => blog.Posts.SetPublicationDateAsync(p.BlogId, p.Id, blog.Now.AddDays(-9), blog.EditorActor, p.Version),
            p => blog.Posts.SetPasswordAsync(p.BlogId, p.Id, "a secret word", blog.EditorActor, p.Version),
            p => blog.Posts.SetPasswordAsync(p.BlogId, p.Id, null, blog.EditorActor, p.Version),
            p => blog.Posts.MakePrivateAsync(p.BlogId, p.Id, blog.EditorActor, p.Version),
            p => blog.Posts.ArchiveAsync(p.BlogId, p.Id, blog.EditorActor, p.Version),
            p => blog.Posts.UnarchiveAsync(p.BlogId, p.Id, blog.EditorActor, p.Version),
        })
        {
            blog.Clock.Advance(TimeSpan.FromDays(1));
            post = (await step(post)).Value;
            post.ContentUpdatedAt.Should().Be(written);
        }

        (await blog.Get<IPostStore>().FindAsync(post.BlogId, post.Id, default))!.ContentUpdatedAt.Should().Be(written);
    }

    [Fact]
    public async Task A_restored_revision_is_an_update()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        post = (await blog.Posts.UpdateAsync(post with { Title = "Another" }, blog.EditorActor)).Value;
        var first = (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value[^1];
        blog.Clock.Advance(TimeSpan.FromDays(2));

        (await blog.Posts.RestoreRevisionAsync(post.BlogId, post.Id, first.Id, blog.EditorActor, post.Version)).Value.ContentUpdatedAt
            .Should().Be(blog.Now);
    }

    [Fact]
    public async Task A_renamed_category_and_another_language_are_none()
    {
        await using var blog = await TestBlog.StartAsync();
        var category = (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "Bees"), blog.EditorActor)).Value;
        var post = await blog.PublishAsync(markdown: "He said \"yes\".", with: p => p with { CategoryIds = [category.Id] });
        blog.Clock.Advance(TimeSpan.FromDays(2));

        (await blog.Taxonomy.UpdateCategoryAsync(category with { Name = "Wasps" }, blog.EditorActor)).EnsureSucceeded();
        (await blog.Blogs.UpdateAsync(blog.Blog with { Language = "pl" }, Actor.System)).EnsureSucceeded();

        var found = (await blog.Get<IPostStore>().FindAsync(post.BlogId, post.Id, default))!;
        found.Rendered.Html.Should().NotBe(post.Rendered.Html, "it was rendered again");
        found.ContentUpdatedAt.Should().Be(post.ContentUpdatedAt);
    }

    [Fact]
    public void A_post_that_does_not_say_was_updated_when_it_was_changed()
    {
        var post = new Specification.SampleData().Post(default, default) with { ContentUpdatedAt = default };

        post.ContentUpdatedAt.Should().Be(post.UpdatedAt);
    }

    /// <summary>When the store says that the post was changed, and that its content was; a list says the same.</summary>
    private static async Task<(DateTimeOffset Changed, DateTimeOffset Content)> FoundAsync(TestBlog blog, Post post)
    {
        var found = (await blog.Get<IPostStore>().FindAsync(post.BlogId, post.Id, default))!;
        var listed = (await blog.Get<IPostStore>().ListForDeskAsync(
            new PostDeskQuery { BlogId = blog.Blog.Id, Size = 5 }, default)).Items.Single();
        (listed.UpdatedAt, listed.ContentUpdatedAt).Should().Be((found.UpdatedAt, found.ContentUpdatedAt));
        return (found.UpdatedAt, found.ContentUpdatedAt);
    }
}
