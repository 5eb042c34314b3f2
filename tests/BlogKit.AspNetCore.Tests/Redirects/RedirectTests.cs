using System.Net;
using BlogKit.Redirects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Tests;

public sealed class RedirectTests : IAsyncLifetime
{
    private Site _site = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(map: static app =>
        {
            app.UseBlogKitRedirects();
            app.MapGet("/", static () => "home");
            app.MapGet("/live", static () => "live");
            app.MapGet("/answers-404", static () => Results.Text("not here", statusCode: 404));
            app.MapBlogKit("/blog");
        });
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _site.Address };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("/2009/05/Bees/")]
    [InlineData("/2009/05/bees")]
    [InlineData("/2009//05/b%65es/?utm_source=x")]
    public async Task A_path_of_before_leads_to_the_post_however_it_is_spelled(string asked)
    {
        await SaveAsync("/2009/05/bees/", RedirectTarget.OfPost(_site.Post.Id));

        (await AskAsync(asked)).Should().Be((HttpStatusCode.MovedPermanently, $"/blog/{_site.Post.Slug}"));
    }

    [Theory]
    [InlineData("/a%2525b")]
    [InlineData("/a%3Fp=1")]
    [InlineData("/%E6%B5%B7")]
    public async Task An_address_is_decoded_once(string address)
    {
        await SaveAsync(address, RedirectTarget.Home);

        (await AskAsync(address)).Should().Be((HttpStatusCode.MovedPermanently, "/blog"));
    }

    [Fact]
    public async Task A_query_of_before_leads_on_though_the_path_is_the_applications()
    {
        await SaveAsync("/?p=12", RedirectTarget.OfPost(_site.Post.Id));

        (await AskAsync("/?utm=1&p=12")).Should().Be((HttpStatusCode.MovedPermanently, $"/blog/{_site.Post.Slug}"));
        (await AskAsync("/?p=13")).Status.Should().Be(HttpStatusCode.OK);
        (await AskAsync("/")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_post_that_was_renamed_is_led_to_at_its_address_of_today()
    {
        await SaveAsync("/old", RedirectTarget.OfPost(_site.Post.Id));
        var post = (await _site.Posts.GetAsync(_site.Blog.Id, _site.Post.Id, Actor.System)).Value;
        await _site.Posts.UpdateAsync(post with { Slug = Slug.From("another name") }, Actor.System);

        (await AskAsync("/old")).Location.Should().Be("/blog/another-name");
    }

    [Fact]
    public async Task A_comment_of_before_is_found_by_its_permalink()
    {
        var comment = await _site.CommentAsync("Ben", "Hello there.");
        await SaveAsync("/?p=12#comment-4711", RedirectTarget.OfComment(comment.Id));

        (await AskAsync("/?p=12")).Location.Should().Be($"/blog/comments/{comment.Id}");
    }

    [Fact]
    public async Task What_is_gone_is_said_to_be()
    {
        await SaveAsync("/old", RedirectTarget.Gone);

        (await AskAsync("/old")).Should().Be((HttpStatusCode.Gone, null));
    }

    [Fact]
    public async Task What_the_application_answers_goes_first()
    {
        await SaveAsync("/live", RedirectTarget.OfPost(_site.Post.Id));

        using var answer = await _client.GetAsync(new Uri("/live", UriKind.Relative));

        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.OK, "live"));
    }

    [Fact]
    public async Task Where_the_application_answers_404_the_redirect_is_followed()
    {
        await SaveAsync("/answers-404", RedirectTarget.OfPath("/live"));

        (await AskAsync("/answers-404")).Should().Be((HttpStatusCode.MovedPermanently, "/live"));
    }

    [Fact]
    public async Task A_target_that_readers_may_not_see_is_as_if_there_were_none()
    {
        var draft = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, "Secret plans", "text") { AuthorIds = [_site.Author.Id] }, Actor.Author(_site.Author))).Value;
        await SaveAsync("/answers-404", RedirectTarget.OfPost(draft.Id));

        using var answer = await _client.GetAsync(new Uri("/answers-404", UriKind.Relative));

        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.NotFound, "not here"));
    }

    [Fact]
    public async Task Only_reading_is_led_on()
    {
        await SaveAsync("/old", RedirectTarget.OfPost(_site.Post.Id));

        using var answer = await _client.PostAsync(new Uri("/old", UriKind.Relative), null);

        answer.StatusCode.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Addresses_that_nobody_ever_had_cost_no_command()
    {
        await SaveAsync("/old", RedirectTarget.OfPost(_site.Post.Id));
        await AskAsync("/none");

        var commands = await CommandCount.OfAsync(_site, () => AskAsync("/another?p=3"));

        commands.Should().BeEmpty();
    }

    [Fact]
    public async Task A_redirect_that_was_taken_back_leads_nowhere_at_once()
    {
        await SaveAsync("/old", RedirectTarget.OfPost(_site.Post.Id));
        await AskAsync("/old");

        await _site.Get<RedirectService>().DeleteManyAsync(_site.Blog.Id, [OldAddress.Parse("/old")], Actor.System);

        (await AskAsync("/old")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task SaveAsync(string from, RedirectTarget to)
    {
        var saved = await _site.Get<RedirectService>().SaveManyAsync(
            _site.Blog.Id,
            [new Redirect { BlogId = _site.Blog.Id, From = OldAddress.Parse(from), To = to, CreatedAt = DateTimeOffset.UnixEpoch }],
            Actor.System);
        saved.Succeeded.Should().BeTrue();
    }

    private async Task<(HttpStatusCode Status, string? Location)> AskAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
