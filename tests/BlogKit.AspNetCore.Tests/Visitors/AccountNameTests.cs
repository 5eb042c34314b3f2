using System.Security.Claims;
using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>An account's name that is an e-mail address is shown nowhere.</summary>
public sealed class AccountNameTests
{
    private const string Post = "/blog/open-for-talk-and-more";

    [Theory]
    [InlineData("jane.canary@mail.example")]
    [InlineData("jane.canary@localhost")]
    [InlineData("jane.canary@")]
    [InlineData("@mail.canary")]
    [InlineData("jane.canary＠mail.example")]
    [InlineData("Jane (jane.canary@mail.example)")]
    [InlineData("jane.canary%40mail.example")]
    public async Task A_name_that_is_an_address_is_nowhere(string name)
    {
        await using var site = await Site.StartAsync(
            builder: kit => kit.Services.AddSingleton<IBlogKitUserResolver>(new NamedResolver(name)));
        using var user = site.Browse("42|somebody");
        var form = await user.GetAsync(Post);
        await user.CommentAsync(form, ("body", "What I think of @Ada."));
        await site.Comments.SubmitAsync(
            new NewComment(site.Post.BlogId, site.Post.Id, "From a program."), Actor.User("43", name, "jane.canary@mail.example"));
        using var stranger = site.Browse();

        form.Text.Should().NotContain("canary@").And.NotContain("jane.canary").And.NotContain("@mail");
        foreach (var path in (string[])[
            Post,
            "/blog",
            Post + "/feed.xml",
            Post + "/feed.atom",
            Post + "/feed.json",
            "/blog/comments/feed.xml",
            "/api" + Post.Replace("/blog", "/blog/posts", StringComparison.Ordinal) + "/comments",
            "/blog/search?q=think",
            "/blog/embed/open-for-talk-and-more",
        ])
        {
            var page = await stranger.GetAsync(path);
            page.Text.Should().NotContainAny(["jane.canary", "mail.canary", "mail.example"], because: path);
        }

        (await stranger.GetAsync(Post)).Text.Should().Contain("Member");
    }

    [Theory]
    [InlineData("pl", "Użytkownik")]
    [InlineData("ar", "عضو")]
    public async Task The_neutral_name_is_in_the_blogs_language(string language, string neutral)
    {
        await using var site = await Site.StartAsync();
        (await site.Get<BlogService>().UpdateAsync(site.Blog with { Language = language }, Actor.System)).EnsureSucceeded();
        using var user = site.Browse("42|jane.canary@mail.example");

        await user.CommentAsync(Post, ("body", "A thought."));

        (await user.GetAsync(Post)).All(".p-author").Should().Contain(n => n!.Contains(neutral));
    }

    [Fact]
    public void What_was_stored_before_is_not_shown_either()
    {
        new Commenter { Kind = CommenterKind.User, UserKey = "42", Name = "jane.canary@mail.example" }.Name.Should().Be("Member");
        new Commenter { Kind = CommenterKind.User, UserKey = "42", Name = "Jane" }.Name.Should().Be("Jane");
    }

    [Fact]
    public async Task The_log_says_so_once()
    {
        using var log = new FakeLoggerProvider();
        await using var site = await Site.StartAsync(log: log);
        using var user = site.Browse("42|jane.canary@mail.example");
        using var other = site.Browse("43|john.canary@mail.example");

        await user.GetAsync(Post);
        await user.GetAsync(Post);
        await other.GetAsync(Post);

        log.At(LogLevel.Warning).Should().ContainSingle(static line => line.Contains("never shown")).Which.Should().NotContain("canary");
    }

    [Theory]
    [InlineData("name", "Jane Canary")]
    [InlineData(ClaimTypes.GivenName, "Jane")]
    [InlineData("given_name", "Jane")]
    [InlineData("nickname", "jay")]
    public async Task Another_claim_that_is_no_address_is_the_name(string claim, string name)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, "42"),
                new(ClaimTypes.Name, "jane@mail.example"),
                new("nickname", "j@mail.example"),
                new(claim, name),
            ],
            "Test");

        var user = await new ClaimsUserResolver().ResolveAsync(new ClaimsPrincipal(identity), CancellationToken.None);

        user!.Name.Should().Be(name);
    }

    [Theory]
    [InlineData("jane.canary@mail.example", "nickname", "jane.canary")]
    [InlineData("jane.canary@mail.example", "preferred_username", "Jane.Canary")]
    [InlineData("jane.canary@mail.example", "name", "jane.canary")]
    [InlineData("jane.canary+blog@mail.example", "nickname", "jane.canary")]
    [InlineData("jane.canary＠mail.example", "nickname", "jane.canary ")]
    [InlineData("jane.canary%40mail.example", "nickname", "jane.canary")]
    [InlineData("jane.canary", "email", "jane.canary@mail.example")]
    [InlineData("jane.canary", ClaimTypes.Email, "jane.canary@mail.example")]
    public async Task Half_an_address_is_no_name(string userName, string claim, string value)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "42"), new(ClaimTypes.Name, userName), new(claim, value)], "Test");

        var user = await new ClaimsUserResolver().ResolveAsync(new ClaimsPrincipal(identity), CancellationToken.None);

        var actor = Actor.User(user!.Key, user.Name, user.Email);
        actor.Name.Should().Be("Member");
        actor.NameSource.Should().Be(NameSource.Neutral);
    }

    [Theory]
    [InlineData("jane", "jane.canary@mail.example")]
    [InlineData("jane.canary.smith", "jane.canary@mail.example")]
    [InlineData("jane.canary", "office@mail.example")]
    public async Task A_name_beside_an_address_that_does_not_begin_with_it_is_one(string userName, string email)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "42"), new(ClaimTypes.Name, userName), new(ClaimTypes.Email, email)], "Test");

        (await new ClaimsUserResolver().ResolveAsync(new ClaimsPrincipal(identity), CancellationToken.None))!.Name.Should().Be(userName);
    }
}
