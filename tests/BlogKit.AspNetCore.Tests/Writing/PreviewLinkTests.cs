using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.AspNetCore.Tests;

public sealed class PreviewLinkTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private Site _site = null!;
    private Browser _browser = null!;
    private Browser _reader = null!;
    private Post _draft = null!;

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync(clock: _clock);
        _browser = _site.Browse(WriterSite.Administrator);
        _reader = _site.Browse();
        _draft = (await _site.Posts.CreateAsync(new NewPost(_site.Blog.Id, "Not yet", "Secret *text*."), Actor.Author(_site.Author))).Value;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_link_shows_the_post_to_whoever_has_it_and_to_no_search_engine()
    {
        var link = await MakeAsync("hour");

        var page = await _reader.GetAsync(link);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.First(".bk-text").Should().Be("Secret text.");
        page.Attribute("meta[name=robots]", "content").Should().Be("noindex");
        page.Html.QuerySelector("link[rel=canonical]").Should().BeNull();
        page.Html.QuerySelector("#respond").Should().BeNull();
        page.Response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        page.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await _reader.GetAsync("/blog/not-yet")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("hour", 1)]
    [InlineData("day", 24)]
    [InlineData("week", 168)]
    public async Task A_link_ends_by_time(string lifetime, int hours)
    {
        var link = await MakeAsync(lifetime);

        _clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        (await _reader.GetAsync(link)).Status.Should().Be(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var over = await _reader.GetAsync(link);

        over.Status.Should().Be(HttpStatusCode.Gone);
        over.First("h1").Should().Be("This preview is over");
        over.Text.Should().NotContain("Secret");
    }

    [Fact]
    public async Task A_link_leads_to_the_post_once_it_is_published_and_ends_with_it()
    {
        var link = await MakeAsync("week");
        var published = (await _site.Posts.PublishAsync(_draft.BlogId, _draft.Id, Actor.System, _draft.Version)).Value;

        (await _reader.GetAsync(link)).Location.Should().Be("/blog/not-yet");
        (await _site.Posts.ReturnToDraftAsync(_draft.BlogId, _draft.Id, Actor.System, published.Version)).EnsureSucceeded();
        (await _reader.GetAsync(link)).Status.Should().Be(HttpStatusCode.Gone, "who had it then may not have it now");
    }

    [Fact]
    public async Task A_link_ends_when_its_post_is_deleted()
    {
        var link = await MakeAsync("week");

        (await _site.Posts.DeleteAsync(_draft.BlogId, _draft.Id, Actor.System, _draft.Version)).EnsureSucceeded();

        (await _reader.GetAsync(link)).Status.Should().Be(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("abc%20def")]
    [InlineData("CfDJ8")]
    public async Task What_is_no_link_is_not_found(string token)
    {
        var page = await _reader.GetAsync("/blog/preview/" + token);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.First("h1").Should().Be("No such preview");
    }

    [Fact]
    public async Task A_link_that_was_changed_is_none()
    {
        var link = await MakeAsync("hour");

        (await _reader.GetAsync(link[..^3] + (link[^3] is 'A' ? 'B' : 'A') + link[^2..])).Status.Should().Be(HttpStatusCode.NotFound);
        (await _reader.GetAsync(link + new string('A', 2_000))).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_published_post_and_a_made_up_time_get_no_link()
    {
        var form = (await _browser.GetAsync($"/blog/desk/posts/{_draft.Id}")).Html.QuerySelector<IHtmlFormElement>(".bk-preview-form")!;

        (await _browser.SendAsync(form, ("for", "century"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.SendAsync(form, ("for", null))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _browser.SendAsync(form, ("for", "day"), ("__RequestVerificationToken", null))).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await _site.Posts.PublishAsync(_draft.BlogId, _draft.Id, Actor.System, _draft.Version)).EnsureSucceeded();
        (await _browser.SendAsync(form, ("for", "day"))).Status.Should().Be(HttpStatusCode.Conflict);
    }

    private async Task<string> MakeAsync(string lifetime)
    {
        var form = (await _browser.GetAsync($"/blog/desk/posts/{_draft.Id}")).Html.QuerySelector<IHtmlFormElement>(".bk-preview-form")!;
        var page = await _browser.SendAsync(form, ("for", lifetime));
        page.Status.Should().Be(HttpStatusCode.OK);
        return new Uri(page.Attribute("#bk-preview-link", "value")!).PathAndQuery;
    }
}
