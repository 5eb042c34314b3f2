using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using BlogKit.Testing;
using Xunit.Abstractions;

namespace BlogKit.Html.Tests;

public sealed class AnyDocumentConversionTests(ITestOutputHelper output)
{
    private const int Documents = 1_500;

    [Fact]
    public void The_rendering_of_its_Markdown_is_the_cleaned_document()
    {
        var seed = TestSetting.Number("BLOGKIT_HTML_SEED", 20_261_128);
        output.WriteLine($"BLOGKIT_HTML_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        for (var i = 0; i < Documents; i++)
        {
            var html = new DocumentMaker(seed + i).Make();
            var converted = HtmlReading.Convert(html);

            var rendered = HtmlReading.Renderer.RenderPost(converted.Markdown, HtmlReading.Author).Html;
            var because = $"{seed + i}:\n{html}\n--\n{converted.Markdown}\n--\n{rendered}\n--\n{string.Join(' ', converted.Lost)}".Replace(
                "{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
            Words(rendered).Should().Be(Words(html), because);
            converted.IsEqual.Should().BeTrue(because);
            HtmlReading.Html.AreEqual(rendered, html, HtmlReading.Author).Should().BeTrue(because);
        }
    }

    [Fact]
    public void Editors_get_the_very_document_they_sent()
    {
        for (var i = 0; i < Documents / 3; i++)
        {
            var html = new DocumentMaker(i).Make();
            var converted = HtmlReading.Html.ToMarkdown(html, HtmlReading.Editor).Value;

            var rendered = HtmlReading.Renderer.RenderPost(converted.Markdown, HtmlReading.Editor).Html;
            HtmlReading.Html.AreEqual(rendered, html, HtmlReading.Editor).Should().BeTrue(
                $"{i.ToString(CultureInfo.InvariantCulture)}:\n{html}\n--\n{converted.Markdown}\n--\n{rendered}".Replace(
                    "{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }
    }

    private static string Words(string html)
    {
        var text = new StringBuilder();
        foreach (var node in new HtmlParser().ParseDocument("<body>"
            + html.Replace("<br", " <br", StringComparison.Ordinal).Replace("</", " </", StringComparison.Ordinal)).Body!.TextContent)
        {
            text.Append(node is ' ' or '\n' or '\t' ? "" : node);
        }

        return text.ToString();
    }
}
