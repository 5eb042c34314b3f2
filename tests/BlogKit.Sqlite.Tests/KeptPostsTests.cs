using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Sqlite.Tests;

/// <summary>The texts of a post that was read before are compared with what is stored.</summary>
public sealed class KeptPostsTests : OnePost
{
    [Theory]
    [InlineData("post_texts", "markdown = markdown || 'ü'")]
    [InlineData("post_texts", "html = upper(html)")]
    [InlineData("post_texts", "plain_text = plain_text || ' x'")]
    [InlineData("posts", "excerpt_html = '<p>Ёlse</p>'")]
    [InlineData("posts", "excerpt_text = 'Else'")]
    public async Task A_change_is_seen_by_a_connection_that_read_the_post_before(string table, string change)
    {
        var before = await ReadAsync(Harness.Store);

        Harness.Execute($"UPDATE {table} SET {change}").Should().Be(1);

        var after = await ReadAsync(Harness.Store);
        await using var another = Harness.OpenAnother();
        after.Should().BeEquivalentTo(await ReadAsync(another), static o => o.ComparingByMembers<Post>().ComparingByMembers<RenderedPost>());
        after.Should().NotBeEquivalentTo(before, static o => o.ComparingByMembers<Post>().ComparingByMembers<RenderedPost>());
    }

    [Fact]
    public async Task A_format_of_a_newer_version_is_kept_and_no_save_makes_another_of_it()
    {
        Harness.Execute("UPDATE posts SET format = 7").Should().Be(1);
        var post = (await Harness.Store.FindAsync(Post.BlogId, Post.Id, default))!;
        await using var services = new ServiceCollection().AddLogging().AddBlogKit().UseSqlite($"Data Source={Harness.Path}")
            .Services.BuildServiceProvider();
        var posts = services.GetRequiredService<PostService>();

        var archived = await posts.ArchiveAsync(post.BlogId, post.Id, Actor.System, post.Version);

        archived.Error!.Code.Should().Be(ErrorCodes.FormatNotSupported);
        (await services.GetRequiredService<RenderingRefresh>().RunAsync()).Should().Be(0);
        (await Harness.Store.FindAsync(post.BlogId, post.Id, default))!.Rendered.Html.Should().Be(post.Rendered.Html);
    }

    [Fact]
    public async Task Texts_that_did_not_change_are_not_made_again()
    {
        var before = await ReadAsync(Harness.Store);
        var after = await ReadAsync(Harness.Store);

        after.Markdown.Should().BeSameAs(before.Markdown);
        after.Rendered.Html.Should().BeSameAs(before.Rendered.Html);
    }

    private async Task<Post> ReadAsync(SqliteStore store) =>
        (await ((IPostStore)store).FindBySlugAsync(Post.BlogId, Post.Slug, default))!.Post;
}
