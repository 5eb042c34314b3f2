namespace BlogKit.Rendering.Tests;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("pl", "Powiedział „tak”")]
    [InlineData("pl-PL", "Powiedział „tak”")]
    [InlineData("de", "Powiedział „tak“")]
    [InlineData("cs", "Powiedział „tak“")]
    [InlineData("de-CH", "Powiedział «tak»")]
    [InlineData("fr", "Powiedział «\u00a0tak\u00a0»")]
    [InlineData("fr-CA", "Powiedział «\u00a0tak\u00a0»")]
    [InlineData("sv", "Powiedział ”tak”")]
    [InlineData("fi", "Powiedział ”tak”")]
    [InlineData("nl", "Powiedział “tak”")]
    [InlineData("es", "Powiedział «tak»")]
    [InlineData("es-MX", "Powiedział “tak”")]
    [InlineData("ru", "Powiedział «tak»")]
    [InlineData("uk", "Powiedział «tak»")]
    [InlineData("it", "Powiedział «tak»")]
    [InlineData("hu", "Powiedział „tak”")]
    [InlineData("ro", "Powiedział „tak”")]
    [InlineData("nb", "Powiedział «tak»")]
    [InlineData("pt-BR", "Powiedział “tak”")]
    [InlineData("en-GB", "Powiedział “tak”")]
    [InlineData("tlh", "Powiedział “tak”")]
    [InlineData(null, "Powiedział “tak”")]
    public void Quotation_marks_are_those_of_the_language(string? language, string text)
    {
        var post = Render.Default.RenderPost("Powiedział \"tak\"", new PostRendering { Language = language });

        post.PlainText.Should().Be(text);
        Html.Parse(post.Html).TextContent.Trim().Should().Be(text);
    }

    [Theory]
    [InlineData("and so on....")]
    [InlineData(".... and so on")]
    [InlineData("well.....")]
    [InlineData("well ......")]
    [InlineData("no ........ more")]
    [InlineData("*so*.... long")]
    [InlineData("\"so....\"")]
    public void More_dots_than_three_are_no_ellipsis(string markdown) =>
        Render.Post(markdown).PlainText.Should().NotContain("…").And.Contain(new string('.', markdown.Count(static c => c == '.')));

    [Theory]
    [InlineData("well...", "well…")]
    [InlineData("*so*... long", "so… long")]
    [InlineData("... and", "… and")]
    [InlineData("one... two... three", "one… two… three")]
    public void Three_dots_are_an_ellipsis(string markdown, string text) => Render.Post(markdown).PlainText.Should().Be(text);

    [Fact]
    public void Quotations_inside_quotations_have_marks_of_their_own() =>
        Render.Default.RenderPost("\"Er sagte 'ja', don't\"", new PostRendering { Language = "de" }).PlainText
            .Should().Be("„Er sagte ‚ja‘, don’t“");

    [Theory]
    [InlineData("git push --force")]
    [InlineData("run --dry-run --no-color, then")]
    [InlineData("(--help)")]
    [InlineData("**--verbose**")]
    [InlineData("--amend at the start")]
    [InlineData("use --name=\"x\" there")]
    [InlineData("use --exclude='a b' there")]
    [InlineData("use --range=1...5 there")]
    [InlineData("pass --with--two and --9")]
    public void A_word_that_begins_with_two_hyphens_stays_as_it_was_typed(string markdown) =>
        Render.Post(markdown).PlainText.Should().Be(markdown.Replace("*", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("yes -- no", "yes – no")]
    [InlineData("pages 10--12", "pages 10–12")]
    [InlineData("wait---what", "wait—what")]
    [InlineData("he left ---and came back", "he left —and came back")]
    [InlineData("\"Stop\"--he said", "“Stop”–he said")]
    [InlineData("git push --force -- and \"more\"", "git push --force – and “more”")]
    public void Dashes_elsewhere_are_dashes(string markdown, string text) => Render.Post(markdown).PlainText.Should().Be(text);

    [Theory]
    [InlineData("rock 'n' roll", "rock ’n’ roll")]
    [InlineData("Rock 'N' Roll", "Rock ’N’ Roll")]
    [InlineData("the '90s and James' book", "the ’90s and James’ book")]
    [InlineData("class of '08 and the boys' club", "class of ’08 and the boys’ club")]
    [InlineData("'tis the season, the elves' own", "’tis the season, the elves’ own")]
    [InlineData("give 'em a hand", "give ’em a hand")]
    [InlineData("a 'quoted' word", "a ‘quoted’ word")]
    public void What_is_left_out_is_marked_by_an_apostrophe(string markdown, string text) =>
        Render.Post(markdown).PlainText.Should().Be(text);

    [Fact]
    public void An_apostrophe_is_the_same_in_every_language() =>
        Render.Default.RenderPost("rock 'n' roll, die '90er, Hans' Buch, geht's", new PostRendering { Language = "de" }).PlainText
            .Should().Be("rock ’n’ roll, die ’90er, Hans’ Buch, geht’s");

    [Fact]
    public void A_bare_url_is_not_touched() =>
        Render.Post("see https://example.org/a--b").Html.Should().Contain(">https://example.org/a--b</a>");
}
