using System.Net;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Moderators forget a name that a user chose and that offends.</summary>
public sealed class ForgottenNameTests : IAsyncLifetime
{
    private const string Desk = "/blog/desk/comments";
    private Site _site = null!;
    private Browser _moderator = null!;
    private Comment _comment = null!;

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync();
        _moderator = _site.Browse(ApiSite.Owner);
        _comment = await _site.CommentAsync("Nobody", "A thought.", actor: Actor.User("42", "zoe@mail.example"), displayName: "Rude Word");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_page_of_a_comment_has_a_button_that_forgets_the_name_and_says_so_in_the_log()
    {
        var page = await _moderator.GetAsync($"{Desk}/{_comment.Id}");
        page.First("section[aria-labelledby=s-name] bdi").Should().Be("Rude Word");

        var answer = await _moderator.SendAsync(Form(page)!, ("reason", "It offends."));

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        var after = await _moderator.FollowAsync(answer);
        after.First(".bk-notice").Should().StartWith("The name was forgotten.");
        after.First(".bk-case-log li")
            .Should().Contain("Name of the writer forgotten").And.Contain("Ada Keeper").And.Contain("It offends.");
        Form(after).Should().BeNull("there is nothing left to forget");
        (await _moderator.GetAsync("/blog/desk/log")).Text.Should().Contain("Name of the writer forgotten");
        (await _site.Get<DisplayNameService>().FindAsync(_site.Blog.Id, "42")).Should().BeNull();
        (await _site.Comments.GetAsync(_comment.BlogId, _comment.Id, Actor.System)).Value.By.Name
            .Should().Be("Rude Word", "comments keep the name they were written under");
        (await _moderator.SendAsync(Form(page)!, ("reason", ""))).Status
            .Should().Be(HttpStatusCode.Conflict, "there is nothing left to forget");
    }

    [Fact]
    public async Task Who_chose_no_name_has_no_such_button()
    {
        var guest = await _site.CommentAsync("Max", "Another.");
        var named = await _site.CommentAsync("Yan", "A third.", actor: Actor.User("43", "Yan"));

        Form(await _moderator.GetAsync($"{Desk}/{guest.Id}")).Should().BeNull();
        Form(await _moderator.GetAsync($"{Desk}/{named.Id}")).Should().BeNull();
    }

    [Theory]
    [InlineData("pl", "Zapomnij nazwę")]
    [InlineData("ar", "انسَ الاسم")]
    public async Task The_button_speaks_the_language_of_the_blog(string language, string label)
    {
        (await _site.Get<BlogService>().UpdateAsync(_site.Blog with { Language = language }, Actor.System)).EnsureSucceeded();

        Form(await _moderator.GetAsync($"{Desk}/{_comment.Id}"))!.QuerySelector("button")!.TextContent.Should().Be(label);
    }

    [Fact]
    public async Task Programs_of_moderators_forget_it_too()
    {
        var path = $"/api/blog/desk/comments/{_comment.Id}/forget-name";
        using var reader = _site.Browse("44|Rita");
        (await reader.Client.SendAsync("POST", path, "{}", "*")).StatusCode
            .Should().BeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);

        var answer = await _moderator.Client.SendAsync("POST", path, """{"reason":"It offends."}""", "*");

        (await answer.JsonAsync()).GetProperty("id").GetString().Should().Be(_comment.Id.ToString());
        (await (await _moderator.Client.SendAsync("POST", path, "{}", "*")).ProblemAsync(404)).GetProperty("code").GetString()
            .Should().Be("name-not-found");
        (await (await _moderator.Client.GetAsync("/api/blog/desk/log")).JsonAsync()).ToString().Should().Contain("name-forgotten");
    }

    private static IHtmlFormElement? Form(WebPage page) =>
        page.Html.Forms.SingleOrDefault(static f => f.GetAttribute("action")!.EndsWith("/forget-name", StringComparison.Ordinal));
}
