using System.Net;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What is read out of other sites' pages.</summary>
public sealed class Mention_reading
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
    [InlineData("<a href=\"/unfinished", "https://other.example/unfinished")]
    [InlineData("< a href=/no>", null)]
    public void Links_are_those_a_browser_would_see(string html, string? expected) =>
        MentionReader.Links(html, Page).Select(static u => u.AbsoluteUri).Should().Equal(expected is null ? [] : [expected]);

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
    public void An_endpoint_is_found_as_the_recommendation_says(string? header, string html, string? expected) =>
        MentionReader.Endpoint(new FetchedPage(Page, HttpStatusCode.OK, "text/html", html) { Links = header is null ? [] : [header] })?.AbsoluteUri.Should().Be(expected);

    [Fact]
    public void Author_and_text_come_from_the_first_entry_as_plain_text()
    {
        var said = MentionReader.Read(
            """
            <title>Page</title><div class="h-entry"><h1 class="p-name">Title</h1>
            <a class="p-author h-card" href="/me"><img class="u-photo" src="/x.png"> Card <span class="p-name">Zoë &amp; Co</span></a>
            <div class="e-content">I <b>agree</b> &lt;script&gt; <script>alert(1)</script> with <a href="https://blog.example/post">this</a>.</div></div>
            <div class="h-entry"><p class="p-summary">Another</p></div>
            """);

        said.AuthorName.Should().Be("Zoë & Co");
        said.Text.Should().Be("I agree <script> with this .");
    }

    [Fact]
    public void Without_microformats_the_title_speaks() =>
        MentionReader.Read("<title>Only a &quot;title&quot;</title><p>x").Should().Be(new MentionText(null, "Only a \"title\""));

    [Theory]
    [InlineData("<div class=h-entry>")]
    [InlineData("<")]
    [InlineData("<a b='")]
    [InlineData("<a b=\"c\" ")]
    [InlineData("</x>")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<p class='p-name e-content'>")]
    public void Hostile_pages_are_read_in_time_that_follows_their_length(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        MentionReader.Read(html).AuthorName.Should().BeNull();
        MentionReader.Links(html, Page).Should().BeEmpty();
    }
}
