using System.Net;
using BlogKit.OpenWeb.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What is read out of other sites' pages.</summary>
public sealed class MentionReadingTests
{
    private static readonly Uri Page = new("https://other.example/notes/1?x=2");

    [Theory]
    [InlineData("<a href=\"/a\">", "https://other.example/a")]
    [InlineData("<A HREF='b'>", "https://other.example/notes/b")]
    [InlineData("<a class=x href=https://x.example/?a=1&amp;b=2>", "https://x.example/?a=1&b=2")]
    [InlineData("<img src=//cdn.example/p.png>", "https://cdn.example/p.png")]
    [InlineData("<!-- <a href=\"/no\"> --><a href=\"/yes\">", "https://other.example/yes")]
    [InlineData("<script>'<a href=\"/no\">'</script><a href=\"/yes\">", "https://other.example/yes")]
    [InlineData("<textarea><a href=\"/no\"></textarea>", null)]
    [InlineData("<a href=\"javascript:alert(1)\">", null)]
    [InlineData("<a title='<a href=/no>'>", null)]
    [InlineData("<a href=\"/unfinished", null)]
    [InlineData("<base href=https://cdn.example/x/><a href=y>", "https://cdn.example/x/y")]
    [InlineData("<template><a href=\"/no\"></template>", null)]
    [InlineData("< a href=/no>", null)]
    public async Task Links_are_those_a_browser_would_see(string html, string? expected)
    {
        using var document = await ForeignHtml.ParseAsync(html, default);

        MentionReader.Links(document, Page).Select(static u => u.AbsoluteUri).Should().Equal(expected is null ? [] : [expected]);
    }

    [Theory]
    [InlineData("</wm>; rel=webmention", "", "https://other.example/wm")]
    [InlineData("<http://a.example/x,y>; title=\"a, b\"; rel=\"next webmention\"", "", "http://a.example/x,y")]
    [InlineData("<http://a.example/no>; rel=\"not-webmention\", </wm>; rel=\"webmention\"", "", "https://other.example/wm")]
    [InlineData(null, "<link rel=\"webmention\" href=\"/wm\">", "https://other.example/wm")]
    [InlineData(null, "<a rel='me webmention' href=''>", "https://other.example/notes/1?x=2")]
    [InlineData(null, "<!-- <link rel=webmention href=/no> --><a rel=webmention href=wm?v=1>", "https://other.example/notes/wm?v=1")]
    [InlineData(null, "<link rel=webmention><a rel=webmention href=/second>", "https://other.example/second")]
    [InlineData(null, "<p>&lt;link rel=webmention href=/no&gt;", null)]
    [InlineData("</broken; rel=webmention", "", null)]
    public async Task An_endpoint_is_found_as_the_recommendation_says(string? header, string html, string? expected) =>
        (await MentionReader.FindEndpointAsync(
            new FetchedPage(Page, HttpStatusCode.OK, "text/html", html) { Links = header is null ? [] : [header] }, default))?.AbsoluteUri
            .Should().Be(expected);

    [Fact]
    public async Task Author_and_text_come_from_the_first_entry_as_plain_text()
    {
        var said = await ReadAsync(
            """
            <title>Page</title><div class="h-entry"><h1 class="p-name">Title</h1>
            <a class="p-author h-card" href="/me"><img class="u-photo" src="/x.png"> Card <span class="p-name">Zoë &amp; Co</span></a>
            <div class="e-content">I <b>agree</b> &lt;script&gt; <script>alert(1)</script> with <a href="https://blog.example/post">this</a>.</div></div>
            <div class="h-entry"><p class="p-summary">Another</p></div>
            """);

        said.AuthorName.Should().Be("Zoë & Co");
        said.Text.Should().Be("I agree <script> with this.");
    }

    [Fact]
    public async Task Without_microformats_the_title_speaks() =>
        (await ReadAsync("<title>Only a &quot;title&quot;</title><p>x")).Should().Be(new MentionText(null, "Only a \"title\""));

    [Theory]
    [InlineData("<")]
    [InlineData("<a b='")]
    [InlineData("</x>")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("&")]
    [InlineData("<html x>")]
    public async Task Nonsense_of_any_length_says_nothing(string part)
    {
        using var document = await ForeignHtml.ParseAsync(Repeat(part, 200_000), default);

        MentionReader.Read(document).AuthorName.Should().BeNull();
        MentionReader.Links(document, Page).Should().BeEmpty();
    }

    [Theory]
    [InlineData("<div class=h-entry>")]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<b><p>")]
    [InlineData("<i></p>")]
    [InlineData("<a><div>")]
    [InlineData("<svg>")]
    [InlineData("<table><b>")]
    [InlineData("<p>")]
    [InlineData("<br>")]
    public async Task Nesting_without_end_and_elements_without_number_are_given_up(string part) =>
        (await FluentActions.Awaiting(() => ForeignHtml.ParseAsync(Repeat(part, 1_000_000), default)).Should().ThrowAsync<FetchException>())
            .Which.Failure.Should().Be(FetchFailure.Unusable, because: "trying again does not help");

    [Theory]
    [InlineData("<p ", ">")]
    [InlineData("<html ", "><html y>")]
    public async Task A_tag_with_attributes_without_number_is_given_up(string before, string after)
    {
        var html = before + string.Concat(Enumerable.Range(0, 120_000).Select(static i => " x" + i)) + after;

        (await FluentActions.Awaiting(() => ForeignHtml.ParseAsync(html, default)).Should().ThrowAsync<FetchException>()).Which.Failure
            .Should().Be(FetchFailure.Unusable);
    }

    [Fact]
    public async Task What_is_stopped_is_no_page_that_is_over_a_bound()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await FluentActions.Awaiting(() => ForeignHtml.ParseAsync("<p>x", stopping.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Elements_with_a_crowd_of_attributes_and_huge_ones_are_read()
    {
        var crowd = "<a href=/a " + string.Concat(Enumerable.Range(0, 20_000).Select(static i => " x" + i)) + ">";
        var huge = "<a href='" + new string('x', 1_000_000) + "'>";

        using var first = await ForeignHtml.ParseAsync(crowd, default);
        using var second = await ForeignHtml.ParseAsync(huge, default);

        MentionReader.Links(first, Page).Should().ContainSingle();
        MentionReader.Links(second, Page).Should().BeEmpty(because: "that is no address anybody meant");
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static async Task<MentionText> ReadAsync(string html)
    {
        using var document = await ForeignHtml.ParseAsync(html, default);
        return MentionReader.Read(document);
    }
}
