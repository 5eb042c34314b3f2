namespace BlogKit.CommandLine.Tests;

public class MarkdownTitleTests
{
    [Theory]
    [InlineData("# Title\n\nText", "Text")]
    [InlineData("\n\n## Title ##\nText", "\n\nText")]
    [InlineData("Title\n=====\n\nText", "Text")]
    [InlineData("---\na: b\n---\n# Title\nText", "---\na: b\n---\nText")]
    [InlineData("Text\n\n# Later", "Text\n\n# Later")]
    [InlineData("#hashtag is no heading", "#hashtag is no heading")]
    [InlineData("# Title", "")]
    [InlineData("", "")]
    [InlineData("---", "---")]
    public void A_heading_at_the_top_is_taken_off(string markdown, string expected) =>
        MarkdownTitle.WithoutHeading(markdown).Should().Be(expected);
}
