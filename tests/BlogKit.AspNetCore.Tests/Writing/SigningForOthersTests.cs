namespace BlogKit.AspNetCore.Tests;

/// <summary>Only editors name others as authors.</summary>
public sealed class SigningForOthersTests
{
    [Theory]
    [InlineData(BlogRoles.Author)]
    [InlineData(BlogRoles.Contributor)]
    [InlineData(BlogRoles.Author | BlogRoles.Moderator)]
    public async Task An_author_signs_for_nobody_else(BlogRoles roles)
    {
        await using var site = await Site.StartAsync();
        var writer = await WriterSite.AddAsync(site, "Wim Writer", "writer", roles);
        var own = (await site.Posts.CreateAsync(new NewPost(site.Blog.Id, "Mine", "Text."), Actor.Author(writer))).Value;

        var created = await site.Posts.CreateAsync(
            new NewPost(site.Blog.Id, "Ours", "Text.") { AuthorIds = [writer.Id, site.Author.Id] }, Actor.Author(writer));
        var updated = await site.Posts.UpdateAsync(own with { AuthorIds = [site.Author.Id, writer.Id] }, Actor.Author(writer));

        created.Error.Should().Match<BlogError>(
            static e => e.Kind == ErrorKind.Forbidden && e.Code == ErrorCodes.NotAllowed && e.Field == "AuthorIds");
        updated.Error.Should().Match<BlogError>(
            static e => e.Kind == ErrorKind.Forbidden && e.Code == ErrorCodes.NotAllowed && e.Field == "AuthorIds");
        (await site.FindAsync(own.Id)).AuthorIds.Should().Equal(writer.Id);
    }

    [Fact]
    public async Task Whom_an_editor_named_stays_named()
    {
        await using var site = await Site.StartAsync();
        var writer = await WriterSite.AddAsync(site, "Wim Writer", "writer", BlogRoles.Author);
        var post = (await site.Posts.CreateAsync(
            new NewPost(site.Blog.Id, "Ours", "Text.") { AuthorIds = [writer.Id, site.Author.Id] }, Actor.Author(site.Author))).Value;

        var updated = (await site.Posts.UpdateAsync(
            post with { Title = "Ours, better", AuthorIds = [site.Author.Id, writer.Id] }, Actor.Author(writer))).Value;

        updated.AuthorIds.Should().Equal(site.Author.Id, writer.Id);
    }

    [Theory]
    [InlineData(BlogRoles.Contributor, false)]
    [InlineData(BlogRoles.Author, false)]
    [InlineData(BlogRoles.Author | BlogRoles.Moderator, false)]
    [InlineData(BlogRoles.Editor, true)]
    [InlineData(BlogRoles.Administrator, true)]
    public async Task The_editor_offers_others_to_those_who_may_name_them(BlogRoles roles, bool offers)
    {
        await using var site = await WriterSite.StartAsync();
        var writer = await WriterSite.AddAsync(site, "Wanda", "wanda", roles);
        var own = (await site.Posts.CreateAsync(
            new NewPost(site.Blog.Id, "Ours", "Text.") { AuthorIds = [writer.Id, site.Author.Id] }, Actor.Author(site.Author))).Value;
        using var browser = site.Browse("wanda|Wanda");

        foreach (var path in (string[])["/blog/desk/posts/new", "/blog/desk/posts/" + own.Id])
        {
            var page = await browser.GetAsync(path);
            page.Html.QuerySelectorAll("input[name=author]").Should().HaveCount(offers ? 4 : 0, because: path);
            page.Text.Contains("Cora Contributor", StringComparison.Ordinal).Should().Be(offers, because: path);
        }

        var saved = await browser.EditAsync(
            await browser.GetAsync("/blog/desk/posts/" + own.Id), ("title", "Ours, better"), ("do", "save"));

        saved.Status.Should().Be(System.Net.HttpStatusCode.SeeOther);
        (await site.FindAsync(own.Id)).AuthorIds.Should().Equal([writer.Id, site.Author.Id], "what is not offered stays");
    }
}
