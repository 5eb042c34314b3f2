namespace BlogKit.AspNetCore.Tests;

/// <summary>Only editors name others as authors.</summary>
public sealed class Signing_for_others
{
    [Theory]
    [InlineData(BlogRoles.Author)]
    [InlineData(BlogRoles.Contributor)]
    [InlineData(BlogRoles.Author | BlogRoles.Moderator)]
    public async Task An_author_signs_for_nobody_else(BlogRoles roles)
    {
        await using var site = await Site.StartAsync();
        var writer = await WriterSite.AddAsync(site, "Wim Writer", "writer", roles);
        var own = (await site.Posts.CreateAsync(new NewPost(site.Blog.Id, "Mine", "Text."), Actor.Author(writer))).GetValue();

        var created = await site.Posts.CreateAsync(new NewPost(site.Blog.Id, "Ours", "Text.") { AuthorIds = [writer.Id, site.Author.Id] }, Actor.Author(writer));
        var updated = await site.Posts.UpdateAsync(own with { AuthorIds = [site.Author.Id, writer.Id] }, Actor.Author(writer));

        created.Error.Should().Match<BlogError>(static e => e.Kind == ErrorKind.Forbidden && e.Code == ErrorCodes.NotAllowed && e.Field == "AuthorIds");
        updated.Error.Should().Match<BlogError>(static e => e.Kind == ErrorKind.Forbidden && e.Code == ErrorCodes.NotAllowed && e.Field == "AuthorIds");
        (await site.FindAsync(own.Id)).AuthorIds.Should().Equal(writer.Id);
    }

    [Fact]
    public async Task Whom_an_editor_named_stays_named()
    {
        await using var site = await Site.StartAsync();
        var writer = await WriterSite.AddAsync(site, "Wim Writer", "writer", BlogRoles.Author);
        var post = (await site.Posts.CreateAsync(new NewPost(site.Blog.Id, "Ours", "Text.") { AuthorIds = [writer.Id, site.Author.Id] }, Actor.Author(site.Author))).GetValue();

        var updated = (await site.Posts.UpdateAsync(post with { Title = "Ours, better", AuthorIds = [site.Author.Id, writer.Id] }, Actor.Author(writer))).GetValue();

        updated.AuthorIds.Should().Equal(site.Author.Id, writer.Id);
    }
}
