using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Rendering;

public sealed class RenderingRefreshTests
{
    [Fact]
    public async Task What_another_version_rendered_is_rendered_again()
    {
        var renderer = new NumberedRenderer { Version = 1 };
        await using var blog = await StartAsync(renderer);
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);
        var block = (await blog.Footers.CreateAsync(new NewFooterBlock(blog.Blog.Id, "b", "Text."), blog.EditorActor)).Value;
        await blog.Authors.UpdateAsync(blog.Editor with { BioMarkdown = "Bio." }, Actor.System);
        renderer.Version = 2;

        (await blog.Get<RenderingRefresh>().RunAsync()).Should().Be(2);

        (await blog.Posts.GetAsync(post.BlogId, post.Id, Actor.Anonymous)).Value.Rendered.Html.Should().Be("2 Some text.");
        (await blog.StoredAsync(comment.Id)).Html.Should().Be("2 A comment.");
        (await blog.Footers.ListAllAsync(blog.Blog.Id)).Single(b => b.Id == block.Id).Html.Should().Be("2 Text.");
        (await blog.Authors.FindAsync(blog.Editor.BlogId, blog.Editor.Id))!.BioHtml.Should().Be("2 Bio.");
    }

    [Fact]
    public async Task A_second_run_has_nothing_to_do()
    {
        var renderer = new NumberedRenderer { Version = 1 };
        await using var blog = await StartAsync(renderer);
        await blog.CommentAsync(await blog.PublishAsync());
        renderer.Version = 2;
        await blog.Get<RenderingRefresh>().RunAsync();

        (await blog.Get<RenderingRefresh>().RunAsync()).Should().Be(0);
    }

    [Fact]
    public async Task More_than_one_batch_is_rendered_and_reported()
    {
        var renderer = new NumberedRenderer { Version = 1 };
        await using var blog = await StartAsync(renderer);
        var post = await blog.PublishAsync();
        for (var i = 0; i < 401; i++)
        {
            await blog.CommentAsync(post);
        }

        renderer.Version = 2;
        var progress = new Reports();

        (await blog.Get<RenderingRefresh>().RunAsync(progress)).Should().Be(402);

        progress.Values.Should().Equal(1, 201, 401, 402);
        (await blog.Get<ICommentUpkeepStore>().ListStaleAsync(2, null, 10, CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Versions_of_comments_and_the_date_of_posts_stay()
    {
        var renderer = new NumberedRenderer { Version = 1 };
        await using var blog = await StartAsync(renderer);
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);
        blog.Clock.Advance(TimeSpan.FromDays(1));
        renderer.Version = 2;

        await blog.Get<RenderingRefresh>().RunAsync();

        (await blog.StoredAsync(comment.Id)).Version.Should().Be(comment.Version);
        (await blog.Posts.GetAsync(post.BlogId, post.Id, Actor.Anonymous)).Value.UpdatedAt.Should().Be(post.UpdatedAt);
    }

    [Fact]
    public async Task Preparing_the_host_renders_again()
    {
        var renderer = new NumberedRenderer { Version = 1 };
        await using var blog = await StartAsync(renderer);
        var comment = await blog.CommentAsync(await blog.PublishAsync());
        renderer.Version = 2;

        await blog.Services.PrepareBlogKitAsync();

        (await blog.StoredAsync(comment.Id)).RendererVersion.Should().Be(2);
    }

    private static Task<TestBlog> StartAsync(IMarkdownRenderer renderer) => TestBlog.StartAsync(before: s => s.AddSingleton(renderer));

    private sealed class Reports : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }

    private sealed class NumberedRenderer : IMarkdownRenderer
    {
        public int Version { get; set; }

        public RenderedPost RenderPost(string markdown, PostRendering rendering) => new()
        {
            Html = $"{Version} {markdown}",
            PlainText = markdown,
            ExcerptHtml = "",
            ExcerptText = "",
            Headings = [],
            WordCount = 1,
        };

        public RenderedComment RenderComment(string markdown, CommentRendering rendering) =>
            new() { Html = $"{Version} {markdown}", PlainText = markdown };
    }
}
