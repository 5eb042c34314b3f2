using BlogKit.Moderation.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class FeatureReaderTests
{
    private const int Bits = 18;

    public static TheoryData<string, string> Alike => new()
    {
        { "it&#39;s &amp; it&quot;s", "it's & it\"s" },
        { "\uFEFFhello there", "hello there" },
        { "one<br />two", "one\ntwo" },
        { "a <b>bold</b> word", "a bold word" },
        { "don\u2019t", "don't" },
        { "<a href=\"http://example.org/x\">http://example.org/x</a>", " http://example.org/x http://example.org/x" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void Leftovers_of_markup_read_as_what_they_stand_for(string left, string right) =>
        Cells(left).Should().BeEquivalentTo(Cells(right));

    public static TheoryData<string, string, string> Shapes => new()
    {
        { "see http://shop.example/?id=7 now", "shape", "link" },
        { "see shop.example/deal now", "shape", "link" },
        { "see www.shop.example now", "link-host", "shop.example" },
        { "<a href=\"http://v.example/watch?v=1&amp;t=1m2s\">1:02</a>", "shape", "time-link" },
        { "look at 2:19 there", "shape", "time" },
        { "call 0800 555 0144 now", "shape", "long-number 11" },
        { "only $20 today", "shape", "price" },
        { "only 20€ today", "shape", "price" },
        { "now 70% off", "shape", "percent" },
        { "WHAT WAS HE DOING", "measure", "capitals 10" },
        { "thanks", "first-word", "thanks" },
        { "check out this", "word-pair", "check out" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shapes_are_told_apart(string text, string name, string value)
    {
        var workspace = new FeatureWorkspace(2000);
        var named = workspace.Name(text, Bits).ConvertAll(n => n.Describe(workspace.Text));

        named.Should().Contain((name, value));
    }

    [Fact]
    public void The_end_of_a_sentence_is_no_link()
    {
        var workspace = new FeatureWorkspace(2000);

        var named = workspace.Name("I liked it.But not much. The end.", Bits).ConvertAll(n => n.Describe(workspace.Text).Name);

        named.Should().NotContain("link-host");
    }

    [Fact]
    public void Every_cell_comes_once_and_has_a_name()
    {
        var workspace = new FeatureWorkspace(2000);

        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var cells = workspace.Read(text, Bits).ToArray();
            var named = workspace.Name(text, Bits);
            return cells.Distinct().Count() == cells.Length
                && named.Select(n => n.Cell).SequenceEqual(cells)
                && named.TrueForAll(n => n.Describe(workspace.Text).Name.Length > 0);
        }).QuickCheckThrowOnFailure();
    }

    public static TheoryData<string> HostileTexts => new()
    {
        new string('a', 100_000),
        new string('1', 100_000),
        new string('<', 100_000),
        new string('&', 100_000),
        new string('\u0301', 100_000),
        new string('.', 100_000),
        string.Concat(Enumerable.Repeat("a.", 50_000)),
        string.Concat(Enumerable.Repeat("1-", 50_000)),
        string.Concat(Enumerable.Repeat("<a", 50_000)),
        string.Concat(Enumerable.Repeat("<a href=", 12_500)),
        string.Concat(Enumerable.Repeat("http://", 14_000)),
        string.Concat(Enumerable.Repeat("\uD83D\uDE00", 50_000)),
        new string('\uD83D', 100_000),
        string.Concat(Enumerable.Range(0, 20_000).Select(i => $"w{i} ")),
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_hostile_text_fills_a_bounded_number_of_cells(string text)
    {
        var workspace = new FeatureWorkspace(2000);

        workspace.Read(text, Bits).Length.Should().BeInRange(1, FeatureWorkspace.CellLimit(2000) - 1);
    }

    [Fact]
    public void Of_a_long_text_the_end_is_read_too()
    {
        var filler = string.Concat(Enumerable.Repeat("nothing to see here. ", 1000));

        Cells(filler + "http://shop.example/").Should().NotBeEquivalentTo(Cells(filler));
    }

    private static uint[] Cells(string text)
    {
        // Measures of length differ between markup and what it stands for.
        var workspace = new FeatureWorkspace(2000);
        return [.. workspace.Name(text, Bits).Where(n => n.Kind is not (FeatureKind.Measure)).Select(n => n.Cell)];
    }
}
