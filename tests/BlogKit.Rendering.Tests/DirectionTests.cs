namespace BlogKit.Rendering.Tests;

/// <summary>A list, quotation or table that runs the other way than its text says so; all others say nothing.</summary>
public sealed class DirectionTests
{
    private const string Arabic = "هل هذا صحيح؟";
    private const string Hebrew = "האם זה נכון?";

    [Theory]
    [InlineData("English words.\n\n- " + Arabic, "<ul dir=\"rtl\">")]
    [InlineData("English words.\n\n3. " + Hebrew, "<ol start=\"3\" dir=\"rtl\">")]
    [InlineData("English words.\n\n> " + Arabic, "<blockquote dir=\"rtl\">")]
    [InlineData("English words.\n\n> 12, *" + Hebrew + "*", "<blockquote dir=\"rtl\">")]
    [InlineData(Arabic + "\n\n- English words.", "<ul dir=\"ltr\">")]
    [InlineData(Arabic + "\n\n> English words, " + Hebrew, "<blockquote dir=\"ltr\">")]
    public void What_differs_from_the_text_says_so(string markdown, string element)
    {
        Render.Comment(markdown).Html.Should().Contain(element);
        Render.Post(markdown).Html.Should().Contain(element);
    }

    [Theory]
    [InlineData("English words.\n\n- English\n\n> English")]
    [InlineData(Arabic + "\n\n- " + Hebrew + "\n\n> " + Arabic)]
    [InlineData("- " + Arabic + "\n\n> " + Arabic)]
    [InlineData("English words.\n\n- English, " + Arabic)]
    [InlineData("12\n\n- 13\n\n> 14 " + Arabic)]
    [InlineData("English ![" + Arabic + "](a.png)\n\n> ![" + Arabic + "](a.png) words")]
    public void What_runs_with_its_text_says_nothing(string markdown)
    {
        Render.Comment(markdown).Html.Should().NotContain(" dir=");
        Render.Post(markdown).Html.Should().NotContain(" dir=");
    }

    [Fact]
    public void What_is_inside_is_compared_with_what_is_around_it()
    {
        var html = Html.Parse(Render.Post($"English.\n\n> {Arabic}\n>\n> - {Hebrew}\n> - {Arabic}\n>\n> 1. English again.").Html);

        html.QuerySelector("blockquote")!.GetAttribute("dir").Should().Be("rtl");
        html.QuerySelector("blockquote ul")!.HasAttribute("dir").Should().BeFalse();
        html.QuerySelector("blockquote ol")!.GetAttribute("dir").Should().Be("ltr");
    }

    [Fact]
    public void A_table_has_its_first_column_on_its_own_side()
    {
        var html = Html.Parse(Render.Post($"English.\n\n| {Arabic} | {Hebrew} |\n| --- | --- |\n| a | b |\n").Html);

        html.QuerySelector("table")!.GetAttribute("dir").Should().Be("rtl");
    }
}
