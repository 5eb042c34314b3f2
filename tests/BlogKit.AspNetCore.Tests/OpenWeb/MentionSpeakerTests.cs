using BlogKit.OpenWeb.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Who says what on a page that links here: microformats2, by whose root a property belongs to.</summary>
public sealed class MentionSpeakerTests
{
    private static readonly Uri Page = new("https://other.example/notes/1");
    private static readonly Uri Target = new("https://bees.example/blog/smoke");

    [Theory]
    [InlineData(
        """
        <div class="h-entry"><div class="u-in-reply-to h-cite"><a class="p-author h-card" href="/q">Quoted Q.</a><p class="p-content">Words of Q.</p><a class="u-url" href="https://bees.example/blog/smoke">post</a></div>
        <span class="p-author h-card">Rita</span><p class="e-content">Words of Rita</p></div>
        """,
        "Rita", "Words of Rita")]
    [InlineData(
        """
        <div class="h-entry"><span class="p-author">First</span><p class="e-content">Nothing here</p></div>
        <div class="h-entry"><span class="p-author">Second</span><p class="e-content">Look at <a href="https://bees.example/blog/smoke">this</a></p></div>
        """,
        "Second", "Look at this")]
    [InlineData(
        """
        <div class="h-entry"><div class="u-repost-of h-entry"><span class="p-author h-card">Original</span><p class="e-content">O <a href="https://bees.example/blog/smoke">x</a></p></div>
        <a class="p-author h-card" href="/me"><img alt="Zoë" src="/z.png"></a><p class="p-summary">I share it</p></div>
        """,
        "Zoë", "I share it")]
    [InlineData(
        """
        <div class="h-entry"><span class="p-author">Host</span><p class="e-content">A post</p>
        <div class="u-comment h-cite"><span class="p-author h-card">Guest</span><p class="p-content">See <a href="https://bees.example/blog/smoke">there</a></p></div></div>
        """,
        "Guest", "See there")]
    [InlineData(
        """
        <div class="h-feed"><a class="p-author h-card" href="/">Feed Owner</a><article class="h-entry"><p class="e-content"><a href="https://bees.example/blog/smoke">x</a> y</p></article></div>
        """,
        "Feed Owner", "x y")]
    [InlineData(
        """
        <div class="h-card"><a class="u-url u-uid" href="https://other.example/notes/1"><img alt="Rep" src=r.png></a><span class="p-name">Rep Resentative</span></div>
        <div class="h-entry"><p class="e-content"><a href="https://bees.example/blog/smoke">x</a></p></div>
        """,
        "Rep Resentative", "x")]
    [InlineData(
        """
        <div class="h-entry"><a class="u-author" href="/about"></a><p class="e-content"><a href="https://bees.example/blog/smoke">x</a></p></div><p class="h-card"><a class="p-name u-url" href="/about">About Me</a></p>
        """,
        "About Me", "x")]
    [InlineData(
        """<div class="h-entry"><div class="h-full"><span class="p-author">Tall</span></div><p class="e-content"><a href="https://bees.example/blog/smoke">x</a></p></div>""",
        "Tall", "x")]
    [InlineData(
        """<title>T</title><div class="h-entry"><span class="p-author">Nobody Here</span><p class="e-content">x</p></div><footer><a href="https://bees.example/blog/smoke">x</a></footer>""",
        null,
        "T")]
    [InlineData(
        """<div class="h-entry"><a class="u-like-of" href="https://bees.example/blog/smoke">Liked it</a></div>""", null, "Liked it")]
    [InlineData(
        """<div class="h-entry"><a class="p-author h-card"><abbr title="Dr. Ab Br">AB</abbr></a><data class="p-summary" value="From data"></data><a class="u-like-of h-cite" href="https://bees.example/blog/smoke">x</a></div>""",
        "Dr. Ab Br",
        "From data")]
    [InlineData(
        """<div class="h-entry"><div class="p-author h-card"><p class="p-note">A long story</p></div><p class="e-content"><a href="https://bees.example/blog/smoke">x</a></p></div>""",
        null,
        "x")]
    public async Task The_entry_that_holds_the_link_speaks_in_its_own_words(string html, string? author, string text)
    {
        using var document = await ForeignHtml.ParseAsync(html, default);

        MentionReader.Read(document, Page, Target).Should().Be(new MentionText(author, text));
    }
}
