namespace BlogKit.Rendering.Tests;

public sealed class BareUrlTests
{
    [Theory]
    [InlineData("请看https://example.com/a 谢谢", "https://example.com/a")]
    [InlineData("见 https://example.com/a。谢谢", "https://example.com/a")]
    [InlineData("（https://example.com/a）", "https://example.com/a")]
    [InlineData("詳細は「https://example.com/b?c=1」を参照", "https://example.com/b?c=1")]
    [InlineData("資料：https://example.com/a、次に", "https://example.com/a")]
    [InlineData("링크는https://example.com/a！", "https://example.com/a")]
    [InlineData("看www.example.com，好", "https://www.example.com")]
    [InlineData("寄到mailto:ann@example.com。", "mailto:ann@example.com")]
    [InlineData("“https://example.com/a”", "https://example.com/a")]
    [InlineData("«https://example.com/a»", "https://example.com/a")]
    [InlineData("„https://example.com/a“ mówi", "https://example.com/a")]
    [InlineData("see https://example.com/a…", "https://example.com/a")]
    [InlineData("see https://example.com/a–", "https://example.com/a")]
    [InlineData("انظر https://example.com/a، شكرا", "https://example.com/a")]
    [InlineData("देखें https://example.com/a।", "https://example.com/a")]
    [InlineData("あ＜https://example.com/a＞", "https://example.com/a")]
    [InlineData("voilà : https://example.com/a\u202f!", "https://example.com/a")]
    [InlineData("vu\u00e9https://example.com/a", "https://example.com/a")]
    [InlineData("*https://example.com/a*", "https://example.com/a")]
    public void A_bare_url_begins_and_ends_where_its_script_says(string markdown, string target)
    {
        Render.Comment(markdown).Links.Should().Equal(target);
        Html.Parse(Render.Post(markdown).Html).QuerySelector("a")!.GetAttribute("href").Should().Be(target);
    }

    [Theory]
    [InlineData("https://例え.jp/パス", "パス")]
    [InlineData("https://de.wikipedia.org/wiki/Übermut", "Übermut")]
    [InlineData("https://en.wikipedia.org/wiki/Michelson–Morley_experiment", "Michelson–Morley_experiment")]
    [InlineData("https://ja.wikipedia.org/wiki/フランク・シナトラ", "フランク・シナトラ")]
    [InlineData("https://fa.wikipedia.org/wiki/می\u200cخواهم", "می\u200cخواهم")]
    public void Letters_and_inner_marks_of_any_script_stay_in_a_url(string url, string end) =>
        Html.Parse(Render.Post($"{url} x").Html).QuerySelector("a")!.TextContent.Should().EndWith(end);

    [Theory]
    [InlineData("https://exam\u200cple.org/a")]
    [InlineData("https://exam\u200dple.org")]
    [InlineData("www.exam\u200bple.org")]
    [InlineData("https://example\u2060.org")]
    [InlineData("https://exa\u00admple.org/")]
    [InlineData("mailto:an\u200cn@example.org")]
    [InlineData("mailto:ann@exam\u200cple.org")]
    [InlineData("<https://exam\u200cple.org>")]
    [InlineData("[example.org](https://exam\u200cple.org)")]
    [InlineData("[example.org](//exam\u200cple.org)")]
    [InlineData("[example.org](https://exam%E2%80%8Cple.org/a)")]
    public void A_host_with_a_character_that_nobody_sees_is_no_link(string markdown)
    {
        Render.Comment(markdown).Links.Should().BeEmpty();
        Html.Parse(Render.Post(markdown).Html).QuerySelector("a[href]").Should().BeNull();
    }

    [Fact]
    public void Joiners_inside_the_words_of_a_path_stay_in_the_link_of_a_comment() =>
        Render.Comment("https://fa.wikipedia.org/wiki/می\u200cخواهم").Links
            .Should().Equal("https://fa.wikipedia.org/wiki/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85");

    [Theory]
    [InlineData("xhttps://example.com")]
    [InlineData("_https://example.com")]
    [InlineData("9https://example.com")]
    [InlineData("foo.www.example.com")]
    [InlineData("me@www.example.com")]
    [InlineData("\u00e9www.example.com")]
    public void Inside_a_word_no_url_begins(string markdown) => Render.Comment(markdown).Links.Should().BeEmpty();

    [Theory]
    [InlineData("你好@Ada，请看")]
    [InlineData("@Ada你好")]
    [InlineData("，@Ada")]
    public void A_mention_needs_no_spaces_in_scripts_that_have_none(string markdown) =>
        Render.Default.RenderComment(
            markdown,
            new CommentRendering { Participants = [new("Ada", CommentId.From(new Guid("019a0000-0000-7000-8000-000000000001")))] }).Mentions
            .Should().HaveCount(1);
}
