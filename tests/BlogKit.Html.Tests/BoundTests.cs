using System.Globalization;

namespace BlogKit.Html.Tests;

public sealed class BoundTests
{
    public static TheoryData<string, string> Openers => new()
    {
        { "<b>", "" },
        { "<p><b>", "" },
        { "<table>", "" },
        { "<div><p>", "" },
        { "<a href=x>y</a>", "" },
        { "<i><div>", "" },
        { "<table><b>", "" },
        { "<ul><li>", "" },
        { "<!--", "" },
        { "<", "" },
        { "&", "" },
        { "<p>*a_[`<br>", "" },
        { "text ", "" },
        { "<li>a ", "" },
        { "<b>a</b> ", "" },
        { "<em>a<strong>b</strong></em> ", "" },
        { "<td>x", "" },
        { "<span>a</span>", "" },
        { "<body x>", "" },
        { "<svg><p>", "" },
        { "<pre>`", "" },
        { "\n\n", "" },
    };

    [Theory]
    [MemberData(nameof(Openers))]
    public void Whatever_is_repeated_costs_in_proportion(string opener, string end)
    {
        // What is refused costs no more than what is read; from there on it costs nothing more.
        var costs = new List<long>();
        _ = Cost(opener, end, 500);
        foreach (var count in new[] { 2_000, 4_000, 8_000 })
        {
            costs.Add(Cost(opener, end, count));
        }

        (costs[1] / (double)costs[0]).Should().BeLessThan(
            2.6, string.Create(CultureInfo.InvariantCulture, $"{costs[0]}, {costs[1]}, {costs[2]}"));
        (costs[2] / (double)costs[1]).Should().BeLessThan(
            2.6, string.Create(CultureInfo.InvariantCulture, $"{costs[0]}, {costs[1]}, {costs[2]}"));
    }

    [Theory]
    [InlineData("<b>", 5_000, ErrorCodes.TooDeep)]
    [InlineData("<div>", 5_000, ErrorCodes.TooDeep)]
    [InlineData("<table><tr><td>", 500, ErrorCodes.TooDeep)]
    [InlineData("<p>x</p>", 20_001, ErrorCodes.TooMany)]
    [InlineData("xxxxxxxxxx", 200_001, ErrorCodes.TooLong)]
    public void What_is_over_a_bound_is_refused_by_name(string piece, int count, string code)
    {
        var html = string.Concat(Enumerable.Repeat(piece, count));

        HtmlReading.Html.Clean(html).Error!.Code.Should().Be(code);
        HtmlReading.Html.ToPlainText(html).Error!.Code.Should().Be(code);
        HtmlReading.Html.ToMarkdown(html, HtmlReading.Author).Error!.Code.Should().Be(code);
        HtmlReading.Html.ToMarkdown(html, HtmlReading.Editor).Error!.Code.Should().Be(code);
        HtmlReading.Html.AreEqual(html, html, HtmlReading.Author).Should().BeFalse();
    }

    [Fact]
    public void A_tag_with_very_many_attributes_is_refused()
    {
        var one = "<p "
            + string.Concat(Enumerable.Range(0, 100_000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"a{i} ")))
            + ">";
        var roots = string.Concat(
            Enumerable.Range(0, 50_000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"<body a{i}=1>")));

        HtmlReading.Html.Clean(one).Error!.Code.Should().Be(ErrorCodes.TooMany);
        HtmlReading.Html.Clean(roots).Error!.Code.Should().Be(ErrorCodes.TooMany);
        HtmlReading.Html.Clean("<img alt=\"" + string.Concat(Enumerable.Repeat("many words ", 1_000)) + "\" src=x>").Succeeded
            .Should().BeTrue();
    }

    [Fact]
    public void Nobody_waits_for_what_is_cancelled()
    {
        var convert = () => HtmlReading.Html.ToMarkdown("<p>x</p>", HtmlReading.Author, new CancellationToken(canceled: true));

        convert.Should().Throw<OperationCanceledException>();
    }

    private static long Cost(string opener, string end, int count)
    {
        var html = string.Concat(Enumerable.Repeat(opener, count)) + end;
        var before = GC.GetAllocatedBytesForCurrentThread();
        HtmlReading.Html.ToMarkdown(html, HtmlReading.Author);
        HtmlReading.Html.Clean(html);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
