using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Sqlite.Tests;

/// <summary>What a moderator's hold needs of the store, from services to the file and back.</summary>
public sealed class HoldTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;

    [Fact]
    public async Task A_hold_outlives_the_trash_and_what_is_mended_there()
    {
        await using var services = new ServiceCollection()
            .AddBlogKit(static o => o.Moderation.Hold = HoldMode.None)
            .UseSqlite($"Data Source={Path.Combine(_folder, "blog.db")}")
            .Services.BuildServiceProvider();
        await services.PrepareBlogKitAsync();
        var blog = (await services.GetRequiredService<BlogService>().CreateAsync(new NewBlog("b", "B"), Actor.System)).Value;
        var posts = services.GetRequiredService<PostService>();
        var author = (await services.GetRequiredService<AuthorService>().CreateAsync(
            new NewAuthor(blog.Id, "Ann") { Roles = BlogRoles.Administrator }, Actor.System)).Value;
        var draft = (await posts.CreateAsync(new NewPost(blog.Id, "A post", "Text."), Actor.Author(author))).Value;
        await posts.PublishAsync(blog.Id, draft.Id, Actor.Author(author), draft.Version);
        var comments = services.GetRequiredService<CommentService>();
        var desk = services.GetRequiredService<ModerationService>();
        var id = (await comments.SubmitAsync(new NewComment(blog.Id, draft.Id, "A comment."), Actor.User("una", "Una"))).Value.Comment.Id;

        var held = (await desk.HoldAsync(blog.Id, id, Actor.System, reason: "Ask the lawyer.")).Value;
        var trashed = (await desk.TrashAsync(blog.Id, id, Actor.System)).Value;
        await comments.EditAsync(blog.Id, id, "Without the name.", Actor.System, trashed.Version);
        await desk.RestoreAsync(blog.Id, id, Actor.System);
        var restored = (await comments.GetAsync(blog.Id, id, Actor.System)).Value;

        held.Hold!.Reason.Should().Be("Ask the lawyer.");
        (restored.Status, restored.Hold).Should().Be((CommentStatus.Pending, held.Hold));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
