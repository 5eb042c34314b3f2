using System.Net;
using AngleSharp.Dom;

namespace BlogKit.AspNetCore.Tests;

/// <summary>An address in another spelling leads to the one.</summary>
public sealed class AddressSpellingTests : IAsyncLifetime
{
    private Site _site = null!;
    private Browser _reader = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _reader = _site.Browse();
        var category = (await _site.Get<TaxonomyService>().CreateCategoryAsync(
            new NewCategory(_site.Blog.Id, "Bee Care"), Actor.System)).Value;
        var series = (await _site.Get<TaxonomyService>().CreateSeriesAsync(new NewSeries(_site.Blog.Id, "First Year"), Actor.System)).Value;
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "한국 이야기", "Text.")
        {
            Tags = ["C", "C#", "C++", "Wild Bees"],
            CategoryIds = [category.Id],
            SeriesId = series.Id,
        });
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/blog/Open-For-Talk-And-More", "/blog/open-for-talk-and-more")]
    [InlineData("/blog/OPEN-FOR-TALK-AND-MORE?sort=newest&comments=x", "/blog/open-for-talk-and-more?sort=newest&comments=x")]
    [InlineData(
        "/blog/%E1%84%92%E1%85%A1%E1%86%AB%E1%84%80%E1%85%AE%E1%86%A8-%E1%84%8B%E1%85%B5%E1%84%8B%E1%85%A3%E1%84%80%E1%85%B5",
        "/blog/%ED%95%9C%EA%B5%AD-%EC%9D%B4%EC%95%BC%EA%B8%B0")]
    [InlineData("/blog/tag/Wild-Bees", "/blog/tag/wild-bees")]
    [InlineData("/blog/tag/Wild%20Bees?cursor=", "/blog/tag/wild-bees?cursor=")]
    [InlineData("/blog/tag/C%23", "/blog/tag/csharp")]
    [InlineData("/blog/tag/c%2B%2B", "/blog/tag/cpp")]
    [InlineData("/blog/tag/C", "/blog/tag/c")]
    [InlineData("/blog/category/BEE-CARE", "/blog/category/bee-care")]
    [InlineData("/blog/author/Ada%20Keeper", "/blog/author/ada-keeper")]
    [InlineData("/blog/series/First-Year", "/blog/series/first-year")]
    [InlineData("/blog/tag/Wild-Bees/feed.xml", "/blog/tag/wild-bees/feed.xml")]
    [InlineData("/blog/tag/C%23/feed.json", "/blog/tag/csharp/feed.json")]
    [InlineData("/blog/category/Bee-Care/feed.atom", "/blog/category/bee-care/feed.atom")]
    [InlineData("/blog/author/ADA-KEEPER/feed.xml", "/blog/author/ada-keeper/feed.xml")]
    [InlineData("/blog/series/FIRST-YEAR/feed.xml", "/blog/series/first-year/feed.xml")]
    [InlineData("/blog/Open-for-Talk-and-More/feed.xml", "/blog/open-for-talk-and-more/feed.xml")]
    [InlineData("/api/blog/posts/Open-for-Talk-and-More", "/api/blog/posts/open-for-talk-and-more")]
    [InlineData("/api/blog/posts/Open-for-Talk-and-More/comments?size=2", "/api/blog/posts/open-for-talk-and-more/comments?size=2")]
    [InlineData("/api/blog/authors/Ada-Keeper", "/api/blog/authors/ada-keeper")]
    public async Task It_is_moved_for_good(string path, string place)
    {
        var answer = await _reader.GetAsync(path);

        answer.Status.Should().Be(HttpStatusCode.MovedPermanently);
        answer.Location.Should().Be(place);
        ((int)(await _reader.GetAsync(place)).Status).Should().BeOneOf(200, 400);
    }

    [Theory]
    [InlineData("/blog/Nothing-Here")]
    [InlineData("/blog/tag/Nothing")]
    [InlineData("/blog/tag/Nothing/feed.xml")]
    [InlineData("/blog/category/Nothing")]
    [InlineData("/blog/%EF%BF%BE")]
    [InlineData("/blog/tag/%EF%BF%BE")]
    [InlineData("/api/blog/posts/Nothing")]
    public async Task What_is_not_there_is_not_found_in_any_spelling(string path) =>
        (await _reader.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_filter_of_the_API_takes_any_spelling()
    {
        (await _reader.GetAsync("/api/blog/posts?tag=C%23")).Text.Should().Contain("csharp");
        (await _reader.GetAsync("/api/blog/posts?category=Bee%20Care")).Text.Should().Contain("wild-bees");
    }

    [Fact]
    public async Task A_comment_sent_to_another_spelling_is_taken()
    {
        var page = await _reader.GetAsync("/blog/open-for-talk-and-more");
        var form = page.Html.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("#respond form")!;
        form.SetAttribute("action", form.GetAttribute("action")!.Replace("open-for", "Open-For", StringComparison.Ordinal));

        var answer = await _reader.SendAsync(form, ("name", "Max"), ("email", "max@example.org"), ("body", "Good morning."));

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
    }
}
