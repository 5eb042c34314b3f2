using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Posts;

/// <summary>Posts whose text is HTML, as far as the core deals with them; BlogKit.Html is tested by itself.</summary>
public sealed class PostFormatTests
{
    [Fact]
    public async Task A_post_is_Markdown_unless_it_says_otherwise()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.DraftAsync("One")).Format.Should().Be(PostFormat.Markdown);
    }

    [Fact]
    public async Task Html_is_refused_with_a_sentence_where_nothing_reads_it()
    {
        await using var blog = await TestBlog.StartAsync();

        var refused = await blog.Posts.CreateAsync(
            new NewPost(blog.Blog.Id, "One", "<p>x</p>") { Format = PostFormat.Html }, blog.EditorActor);

        refused.ShouldFail(ErrorCodes.FormatNotSupported);
        (refused.Error!.Field, refused.Error.Message).Should().Be((
            "Format", "Format is one that this application does not read: posts in HTML need AddHtml of BlogKit.Html."));
        blog.Posts.HasRenderer(PostFormat.Html).Should().BeFalse();
    }

    [Fact]
    public async Task A_format_that_is_none_is_refused()
    {
        await using var blog = await StartAsync(new Cleaner());

        (await blog.Posts.CreateAsync(new NewPost(blog.Blog.Id, "One", "x") { Format = (PostFormat)7 }, blog.EditorActor))
            .ShouldFail(ErrorCodes.OutOfRange);
        var post = await blog.DraftAsync("Two");
        var store = () => blog.Get<IPostStore>().SaveAsync(new PostSave(post with { Format = (PostFormat)7 }, null), default);
        await store.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Html_is_rendered_by_what_reads_it_and_its_refusal_refuses_the_post()
    {
        await using var blog = await StartAsync(new Cleaner());

        var post = await HtmlPostAsync(blog, "<p>a</p>");

        (post.Rendered.Html, post.RendererVersion, post.Markdown).Should().Be(("clean-1:<p>a</p>", 1, "<p>a</p>"));
        (await blog.Posts.UpdateAsync(post with { Markdown = "refuse" }, blog.EditorActor)).ShouldFail(ErrorCodes.TooDeep);
    }

    [Fact]
    public async Task A_format_is_a_part_of_the_content_and_comes_back_with_its_revision()
    {
        await using var blog = await StartAsync(new Cleaner());
        var post = await HtmlPostAsync(blog, "<p>a</p>");
        post = (await blog.Posts.UpdateAsync(post with { Format = PostFormat.Markdown }, blog.EditorActor)).Value;
        var revisions = (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value;

        var restored = (await blog.Posts.RestoreRevisionAsync(
            post.BlogId, post.Id, revisions[^1].Id, blog.EditorActor, post.Version)).Value;

        revisions.Select(static r => r.Format).Should().Equal(PostFormat.Markdown, PostFormat.Html);
        (restored.Format, restored.Rendered.Html).Should().Be((PostFormat.Html, "clean-1:<p>a</p>"));
    }

    [Fact]
    public async Task A_newer_cleaner_renders_what_is_stored_again_and_leaves_Markdown()
    {
        var cleaner = new Cleaner();
        await using var blog = await StartAsync(cleaner);
        var post = await HtmlPostAsync(blog, "<p>a</p>");
        var other = await blog.DraftAsync("Other");
        cleaner.Version = 2;

        await blog.Get<RenderingRefresh>().RunAsync();

        (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Rendered.Html.Should().Be("clean-2:<p>a</p>");
        (await blog.Posts.GetAsync(other.BlogId, other.Id, blog.EditorActor)).Value.Version.Should().Be(other.Version);
    }

    [Fact]
    public async Task What_a_newer_cleaner_refuses_is_shown_as_text()
    {
        var cleaner = new Cleaner();
        await using var blog = await StartAsync(cleaner);
        var post = await HtmlPostAsync(blog, "<p onclick=x>late</p>");
        (cleaner.Version, cleaner.RefusesAll) = (2, true);

        await blog.Get<RenderingRefresh>().RunAsync();

        var again = (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value;
        again.Rendered.Html.Should().Contain("&lt;p onclick=x&gt;").And.NotContain("<p onclick");
        again.RendererVersion.Should().Be(2);
        (await blog.Get<RenderingRefresh>().RunAsync()).Should().Be(0);
    }

    private static Task<TestBlog> StartAsync(IHtmlPostRenderer cleaner) =>
        TestBlog.StartAsync(extend: kit => kit.Services.AddSingleton(cleaner));

    private static Task<Post> HtmlPostAsync(TestBlog blog, string html) =>
        blog.DraftAsync("One", html, static p => p with { Format = PostFormat.Html });

    private sealed class Cleaner : IHtmlPostRenderer
    {
        public int Version { get; set; } = 1;

        public bool RefusesAll { get; set; }

        public Result<RenderedPost> RenderPost(string html, PostRendering rendering) => RefusesAll || html is "refuse"
            ? BlogError.Of(ErrorKind.Invalid, ErrorCodes.TooDeep, "Too deep.", "Html")
            : new RenderedPost
            {
                Html = $"clean-{Version}:{html}",
                PlainText = html,
                ExcerptHtml = "",
                ExcerptText = "",
                Headings = [],
                WordCount = 1,
            };

        public string? FindMarkdown(string html, PostRendering rendering) => null;
    }
}
