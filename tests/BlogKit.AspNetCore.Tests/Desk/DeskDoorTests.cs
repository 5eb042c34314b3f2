using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class DeskDoorTests
{
    private static readonly string[] Pages =
        ["/blog/desk", "/blog/desk/comments", "/blog/desk/log", "/blog/desk/bans", "/blog/desk/live", "/blog/desk/policies"];

    [Fact]
    public void A_desk_nobody_guards_is_not_opened()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb();
        var app = host.Build();

        var act = () => app.MapBlogKitDesk("/blog");

        act.Should().Throw<InvalidOperationException>().WithMessage("*BlogKit.Moderate*AddDeskPolicies*");
    }

    [Fact]
    public async Task The_whole_blog_is_mapped_without_a_desk_where_there_are_no_policies()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse(Site.AuthorUser + "|Ada Keeper");

        foreach (var path in Pages)
        {
            (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, because: path);
        }
    }

    [Fact]
    public async Task Guests_are_asked_who_they_are()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Max", "A comment");
        using var guest = desk.Site.Browse();

        foreach (var path in Pages)
        {
            (await guest.GetAsync(path)).Status.Should().Be(HttpStatusCode.Unauthorized, because: path);
        }

        (await guest.PostAsync(
            $"{DeskSite.Queue}/{held.Id}", new FormUrlEncodedContent([new("do", "approve"), new("version", "1")]))).Status
            .Should().Be(HttpStatusCode.Unauthorized);
        (await desk.StatusOfAsync(held.Id)).Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task An_author_without_the_role_is_refused_and_shown_to_the_posts()
    {
        await using var desk = await DeskSite.StartAsync();
        using var author = await desk.SignInAsync("Tom", BlogRoles.Author);

        (await author.GetAsync("/blog/desk")).Location.Should().Be("/blog/desk/posts");
        foreach (var path in Pages.Skip(1))
        {
            (await author.GetAsync(path)).Status.Should().Be(HttpStatusCode.Forbidden, because: path);
        }
    }

    [Fact]
    public async Task A_moderator_is_shown_to_the_queue_and_not_to_the_policies()
    {
        await using var desk = await DeskSite.StartAsync();
        using var moderator = await desk.SignInAsync("Mo", BlogRoles.Moderator);

        (await moderator.GetAsync("/blog/desk")).Location.Should().Be(DeskSite.Queue);
        var queue = await moderator.GetAsync(DeskSite.Queue);
        queue.All(".bk-desk-nav a").Should().HaveCount(3).And.NotContain("Policies");
        var refused = await moderator.GetAsync("/blog/desk/policies");
        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        refused.First("h1").Should().Be("Not allowed");
    }

    [Theory]
    [InlineData(BlogRoles.Moderator, true)]
    [InlineData(BlogRoles.Contributor, true)]
    [InlineData(BlogRoles.None, false)]
    public async Task Whoever_works_on_the_blog_finds_the_desk_from_its_pages(BlogRoles roles, bool finds)
    {
        await using var desk = await DeskSite.StartAsync();
        using var user = await desk.SignInAsync("Mo", roles);
        using var guest = desk.Site.Browse();

        (await user.GetAsync("/blog")).All(".bk-nav a").Contains("Desk").Should().Be(finds);
        (await guest.GetAsync("/blog")).All(".bk-nav a")
            .Should().NotContain("Desk", because: "what was made for them is shown to nobody else");
    }

    [Fact]
    public async Task Whoever_is_at_the_desk_finds_their_account()
    {
        await using var desk = await DeskSite.StartAsync(web: static o => o.AccountPath = "/account");
        await using var without = await DeskSite.StartAsync();
        using var moderator = await desk.SignInAsync("Mo", BlogRoles.Moderator);
        using var other = await without.SignInAsync("Mo", BlogRoles.Moderator);

        (await moderator.GetAsync(DeskSite.Queue)).Attribute(".bk-desk-account", "href").Should().Be("/account");
        (await other.GetAsync(DeskSite.Queue)).All(".bk-desk-account").Should().BeEmpty();
    }

    [Fact]
    public async Task A_signed_in_reader_is_refused()
    {
        await using var desk = await DeskSite.StartAsync();
        using var reader = desk.Site.Browse("reader|Rita");

        foreach (var path in Pages)
        {
            (await reader.GetAsync(path)).Status.Should().Be(HttpStatusCode.Forbidden, because: path);
        }
    }

    [Fact]
    public async Task A_moderator_of_another_blog_is_nobody_here()
    {
        await using var desk = await DeskSite.StartAsync();
        var other = (await desk.Site.Get<BlogService>().CreateAsync(new NewBlog("other", "The Other"), Actor.System)).Value;
        await desk.Site.Get<AuthorService>().CreateAsync(
            new NewAuthor(other.Id, "Otto") { UserKey = "user-otto", Roles = BlogRoles.Administrator }, Actor.System);
        using var stranger = desk.Site.Browse("user-otto|Otto");

        foreach (var path in Pages)
        {
            (await stranger.GetAsync(path)).Status.Should().Be(HttpStatusCode.Forbidden, because: path);
        }
    }

    [Fact]
    public void Every_language_has_every_text_of_the_desk()
    {
        var english = KeysOf("en");

        foreach (var language in new[] { "ar", "pl" })
        {
            KeysOf(language).Should().BeEquivalentTo(english, because: language);
        }

        static IEnumerable<string> KeysOf(string language) => BlogKit.AspNetCore.Internal.BuiltInTexts.Instance.KeysOf(language)
            .Where(static k => k.StartsWith("desk.", StringComparison.Ordinal)).Select(static k => k.Split('#')[0]).Distinct();
    }

    [Fact]
    public async Task A_comment_of_another_blog_is_not_there()
    {
        await using var desk = await DeskSite.StartAsync();
        var held = await desk.HeldAsync("Mine", "Of this blog");
        var other = (await desk.Site.Get<BlogService>().CreateAsync(new NewBlog("other", "The Other"), Actor.System)).Value;
        var writer = (await desk.Site.Get<AuthorService>().CreateAsync(
            new NewAuthor(other.Id, "Otto") { Roles = BlogRoles.Administrator }, Actor.System)).Value;
        var draft = (await desk.Site.Posts.CreateAsync(
            new NewPost(other.Id, "Elsewhere", "Text") { AuthorIds = [writer.Id] }, Actor.Author(writer))).Value;
        var post = (await desk.Site.Posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(writer), draft.Version)).Value;
        var foreign = (await desk.Site.Comments.SubmitAsync(
            new NewComment(post.BlogId, post.Id, "Of the other blog") { Name = "Max", Email = "max@example.org" },
            Actor.Guest("a secret of more than enough length"))).Value.Comment;
        var form = DeskSite.RowForm(await desk.Browser.GetAsync(DeskSite.Queue), held.Id);
        form.SetAttribute("action", $"{DeskSite.Queue}/{foreign.Id}");

        (await desk.Browser.GetAsync($"{DeskSite.Queue}/{foreign.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await desk.Browser.GetAsync($"{DeskSite.Queue}/{foreign.Id}/purge")).Status.Should().Be(HttpStatusCode.NotFound);
        (await desk.Browser.SendAsync(form, ("do", "approve"))).Status.Should().Be(HttpStatusCode.NotFound);
        (await desk.Site.Comments.GetAsync(other.Id, foreign.Id, Actor.System)).Value.Status.Should().Be(CommentStatus.Pending);
    }
}
