using BlogKit.Storage;

namespace BlogKit.Tests.Posts;

/// <summary>What loses the right to raw HTML loses it in every post, whoever saves one at that moment and whatever the store cannot do.</summary>
public sealed class PostRenderedAgainTests
{
    private const string Trusted = "<section>Hi</section>";

    [Fact]
    public async Task What_somebody_saves_while_it_is_rendered_again_is_kept_and_rendered_again_too()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        var post = await blog.PublishAsync(markdown: Trusted);
        saves.Before = async save =>
        {
            saves.Before = null;
            (await saves.Store.SaveAsync(
                new PostSave(post with { Title = "Changed meanwhile" }, null), CancellationToken.None)).Should().Be(SaveOutcome.Saved);
        };

        await blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);

        var stored = (await blog.Posts.GetAsync(post.BlogId, post.Id, Actor.Anonymous)).Value;
        stored.Title.Should().Be("Changed meanwhile");
        stored.Rendered.Html.Should().NotContain("<section>");
    }

    [Fact]
    public async Task A_post_that_is_deleted_while_it_is_rendered_again_stays_deleted()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        var post = await blog.PublishAsync(markdown: Trusted);
        saves.Before = async _ =>
        {
            saves.Before = null;
            await saves.Store.DeleteAsync(post.BlogId, post.Id, post.Version, CancellationToken.None);
        };

        (await blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System)).Succeeded.Should().BeTrue();

        (await saves.Store.FindAsync(post.BlogId, post.Id, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task A_post_that_the_store_cannot_save_keeps_no_other_from_it_and_is_told()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        var first = await blog.PublishAsync("First", Trusted);
        blog.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await blog.PublishAsync("Second", Trusted);
        blog.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await blog.PublishAsync("Third", Trusted);
        saves.Before = save => save.Post.Id == second.Id ? throw new TimeoutException("Too late.") : Task.CompletedTask;

        var update = () => blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);

        await update.Should().ThrowAsync<TimeoutException>();
        (await HtmlAsync(blog, first)).Should().NotContain("<section>");
        (await HtmlAsync(blog, second)).Should().Contain("<section>");
        (await HtmlAsync(blog, third)).Should().NotContain("<section>");
    }

    [Fact]
    public async Task A_save_that_began_before_its_author_lost_the_right_is_stored_without_raw_html()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        var post = await blog.PublishAsync();
        saves.Before = save =>
        {
            saves.Before = null;
            return blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);
        };

        var saved = (await blog.Posts.UpdateAsync(post with { Markdown = Trusted }, blog.EditorActor)).Value;

        var stored = (await saves.Store.FindAsync(post.BlogId, post.Id, CancellationToken.None))!;
        stored.Markdown.Should().Be(Trusted);
        stored.Rendered.Html.Should().NotContain("<section>");
        (saved.Version, saved.Rendered.Html).Should().Be((stored.Version, stored.Rendered.Html));
    }

    [Fact]
    public async Task A_post_whose_creation_began_before_its_author_lost_the_right_is_stored_without_raw_html()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        saves.Before = save =>
        {
            saves.Before = null;
            return blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);
        };

        var draft = await blog.DraftAsync(markdown: Trusted);

        (await saves.Store.FindAsync(draft.BlogId, draft.Id, CancellationToken.None))!.Rendered.Html.Should().NotContain("<section>");
    }

    [Fact]
    public async Task A_post_whose_stage_changes_while_others_are_rendered_again_is_not_passed_over()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        var oldest = await blog.PublishAsync("Oldest", Trusted);

        // One more than are read at once, so that it is not yet read when the first of them is saved.
        for (var i = 0; i < 100; i++)
        {
            blog.Clock.Advance(TimeSpan.FromMinutes(1));
            await blog.PublishAsync($"Post {i}", Trusted);
        }

        // The change began before the rendering did.
        blog.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = blog.Clock.GetUtcNow() - TimeSpan.FromSeconds(30);
        saves.Before = async _ =>
        {
            saves.Before = null;
            (await saves.Store.SaveAsync(
                new PostSave(oldest with { Status = PostStatus.Archived, UpdatedAt = changed }, null),
                CancellationToken.None)).Should().Be(SaveOutcome.Saved);
        };

        await blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);

        var stored = (await saves.Store.FindAsync(oldest.BlogId, oldest.Id, CancellationToken.None))!;
        stored.Status.Should().Be(PostStatus.Archived);
        stored.Rendered.Html.Should().NotContain("<section>");
    }

    [Fact]
    public async Task A_save_that_is_stored_succeeds_although_the_store_cannot_render_it_again()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        var post = await blog.PublishAsync();
        saves.Before = async _ =>
        {
            saves.Before = null;
            await blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);
            saves.Before = again => again.Post.Version > post.Version
                ? throw new TimeoutException("Too late.")
                : Task.CompletedTask;
        };

        var saved = await blog.Posts.UpdateAsync(post with { Markdown = Trusted }, blog.EditorActor);

        saved.Succeeded.Should().BeTrue();
        (await saves.Store.FindAsync(post.BlogId, post.Id, CancellationToken.None))!.Markdown.Should().Be(Trusted);
    }

    [Fact]
    public async Task A_save_that_another_follows_at_once_returns_itself_and_not_the_other()
    {
        var saves = new WatchedSaves();
        await using var blog = await saves.StartAsync();
        var post = await blog.PublishAsync();
        saves.Before = async _ =>
        {
            saves.Before = null;
            await blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);
            saves.Before = async again =>
            {
                if (again.Post.Version > post.Version)
                {
                    saves.Before = null;
                    await saves.Store.SaveAsync(
                        new PostSave(again.Post with { Title = "Another's" }, null), CancellationToken.None);
                }
            };
        };

        var saved = await blog.Posts.UpdateAsync(post with { Markdown = Trusted }, blog.EditorActor);

        saved.Value.Title.Should().Be(post.Title);
        (await saves.Store.FindAsync(post.BlogId, post.Id, CancellationToken.None))!.Version.Should().BeGreaterThan(saved.Value.Version);
    }

    private static async Task<string> HtmlAsync(TestBlog blog, Post post) =>
        (await blog.Posts.GetAsync(post.BlogId, post.Id, Actor.Anonymous)).Value.Rendered.Html;
}
