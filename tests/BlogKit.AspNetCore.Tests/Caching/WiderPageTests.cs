using System.Net;
using BlogKit.AspNetCore.Components;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Kept pages on which a layout shows something of another blog, or another post.</summary>
public sealed class WiderPageTests
{
    private const string Path = "/blog/open-for-talk-and-more";
    private static readonly BlogId s_blog = new(Guid.CreateVersion7());
    private static readonly PostId s_post = new(Guid.CreateVersion7());
    private static readonly PostId s_other = new(Guid.CreateVersion7());

    [Fact]
    public async Task A_post_made_private_is_gone_where_the_layout_shows_another_blog()
    {
        await using var site = await StartAsync<OtherBlogLayout>();
        using var reader = site.Browse();
        (await reader.GetAsync(Path)).Response.EnsureSuccessStatusCode();

        (await site.Posts.MakePrivateAsync(site.Blog.Id, site.Post.Id, Actor.Author(site.Author), site.Post.Version)).EnsureSucceeded();

        (await reader.GetAsync(Path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_comment_is_shown_where_the_layout_shows_another_blog()
    {
        await using var site = await StartAsync<OtherBlogLayout>();
        using var reader = site.Browse();
        (await reader.GetAsync(Path)).Response.EnsureSuccessStatusCode();

        await site.CommentAsync("Max", "Words that are to be seen.");

        (await reader.GetAsync(Path)).Text.Should().Contain("Words that are to be seen.");
    }

    [Fact]
    public async Task A_post_of_the_other_blog_is_shown_by_the_layout()
    {
        await using var site = await StartAsync<OtherBlogLayout>();
        var other = (await site.Get<BlogService>().GetByKeyAsync("other", default)).Value;
        var writer = (await site.Get<AuthorService>().CreateAsync(
            new NewAuthor(other.Id, "Moe") { Roles = BlogRoles.Administrator }, Actor.System)).Value;
        using var reader = site.Browse();
        (await reader.GetAsync(Path)).Response.EnsureSuccessStatusCode();

        var draft = (await site.Posts.CreateAsync(
            new NewPost(other.Id, "News of the other", "Text.") { AuthorIds = [writer.Id] }, Actor.Author(writer))).Value;
        (await site.Posts.PublishAsync(other.Id, draft.Id, Actor.Author(writer), draft.Version)).EnsureSucceeded();

        (await reader.GetAsync(Path)).Text.Should().Contain("News of the other");
    }

    [Fact]
    public async Task A_comment_taken_down_is_gone_from_the_thread_that_the_layout_shows()
    {
        await using var site = await StartAsync<OtherThreadLayout>();
        var guests = await site.PublishAsync(new NewPost(site.Blog.Id, "Guestbook", "Text."));
        var comment = await site.CommentAsync("Max", "Words in the guestbook.", post: guests);
        using var reader = site.Browse();
        (await reader.GetAsync(Path)).Text.Should().Contain("Words in the guestbook.");

        (await site.Moderation.TrashAsync(comment.BlogId, comment.Id, Actor.System)).EnsureSucceeded();

        (await reader.GetAsync(Path)).Text.Should().NotContain("Words in the guestbook.");
    }

    [Fact]
    public void What_several_blogs_are_on_is_made_of_any()
    {
        var page = new SharedPage();
        page.AddBlog(s_blog);
        page.AddBlog(new BlogId(Guid.CreateVersion7()));
        page.AddBlog(s_blog);

        page.MadeOf.BlogId.Should().Be(default(BlogId));
    }

    [Fact]
    public void What_several_threads_are_on_is_made_of_any()
    {
        var page = new SharedPage();
        page.AddThread(s_post);
        page.AddThread(s_other);
        page.AddThread(s_post);

        page.MadeOf.Should().Be(new Sources(default, null, BlogParts.AllReadersSeeBut()));
    }

    private static async Task<Site> StartAsync<TLayout>()
    {
        var site = await Site.StartAsync(
            web: static o => o.Layout = typeof(TLayout),
            builder: static kit => kit.Services.AddRazorComponents(),
            map: static app =>
            {
                app.MapBlogKit("/blog");
                app.MapBlogKit("/other", static o => o.BlogKey = "other");
            });
        (await site.Get<BlogService>().CreateAsync(new NewBlog("other", "The other"), Actor.System)).EnsureSucceeded();
        return site;
    }

    private abstract class Layout : ComponentBase
    {
        [Parameter]
        public required PageFrame Frame { get; set; }

        [Parameter]
        public RenderFragment? ChildContent { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddContent(0, ChildContent);
            AddWidget(builder);
        }

        protected abstract void AddWidget(RenderTreeBuilder builder);
    }

    private sealed class OtherBlogLayout : Layout
    {
        protected override void AddWidget(RenderTreeBuilder builder)
        {
            builder.OpenComponent<RecentPosts>(1);
            builder.AddComponentParameter(2, nameof(RecentPosts.Blog), "other");
            builder.CloseComponent();
        }
    }

    private sealed class OtherThreadLayout : Layout
    {
        protected override void AddWidget(RenderTreeBuilder builder)
        {
            builder.OpenComponent<BlogThread>(1);
            builder.AddComponentParameter(2, nameof(BlogThread.Slug), "guestbook");
            builder.CloseComponent();
        }
    }
}
