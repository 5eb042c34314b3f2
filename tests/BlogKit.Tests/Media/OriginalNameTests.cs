using BlogKit.Internal;

namespace BlogKit.Tests.Media;

/// <summary>The names that somebody gave to files.</summary>
public sealed class OriginalNameTests
{
    [Theory]
    [InlineData("bees.pdf", "bees.pdf")]
    [InlineData("naïve 漢字 🐝.pdf", "naïve 漢字 🐝.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\fakepath\\bees.pdf", "bees.pdf")]
    [InlineData("a\0b\r\nc.pdf", "abc.pdf")]
    [InlineData("gpj.\u202Eexe.pdf", "gpj.exe.pdf")]
    [InlineData("a\"b;c:d*.pdf", "abcd.pdf")]
    [InlineData("  .hidden. ", "hidden")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("..", null)]
    [InlineData("", null)]
    [InlineData("a/", null)]
    [InlineData("\0\u200B", null)]
    [InlineData(null, null)]
    public void A_name_keeps_what_a_download_may_be_called(string? given, string? kept) => OriginalName.Clean(given).Should().Be(kept);

    [Fact]
    public void A_long_name_is_cut_in_the_middle_and_keeps_its_extension()
    {
        var name = OriginalName.Clean(new string('a', 1_000) + "🐝" + ".pdf")!;

        name.Should().HaveLength(150).And.EndWith("a.pdf");
        OriginalName.Clean(string.Concat(Enumerable.Repeat("🐝", 500)))!.Length.Should().BeInRange(148, 150);
    }

    [Fact]
    public void Half_of_a_pair_is_left_out() => OriginalName.Clean("half " + (char)0xD83D + ".pdf").Should().Be("half .pdf");

    [Fact]
    public void A_clean_name_stays_as_it_is()
    {
        var name = OriginalName.Clean("..con \u202E x" + new string('y', 300) + ".tar.gz");

        OriginalName.Clean(name).Should().Be(name);
    }
}
