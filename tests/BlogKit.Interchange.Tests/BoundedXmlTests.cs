using System.Globalization;
using System.Text;
using System.Xml;
using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

public sealed class BoundedXmlTests
{
    [Fact]
    public void Texts_are_those_of_a_plain_reader()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var xml = RandomText(new Random(seed));

            Bounded(xml, seed, most: (seed % 4) switch { 0 => 3, 1 => 50, 2 => 4096, _ => 100_000 }).Should().Be(Plain(xml), "of seed {0}", seed);
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\U0001F30A")]
    [InlineData("]]]]><![CDATA[>")]
    [InlineData("]")]
    public void A_text_is_whole_wherever_its_section_is_split(string atTheBorder)
    {
        for (var length = (32 * 1024) - 20; length < (32 * 1024) + 20; length++)
        {
            var xml = $"<a><![CDATA[{new string('x', length)}{atTheBorder}{new string('y', 100)}]]></a>";

            Bounded(xml, seed: 1, most: 1).Should().Be(Plain(xml), "with {0} characters in front", length);
        }
    }

    [Fact]
    public void Characters_that_references_smuggle_in_are_left_out_and_told()
    {
        const string Xml = "<a>a&#x3;b&#0;c&#xD800;d&#xFFFF;e&#x1F30A;</a>";
        using var reader = Open(Encoding.UTF8.GetBytes(Xml), 1, 100);
        reader.ReadRoot();

        reader.ReadText(100).Should().Be("abcde\U0001F30A");
    }

    [Fact]
    public void Names_without_end_are_refused()
    {
        var xml = new StringBuilder("<a>");
        for (var name = 0; name < 200_000; name++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<a{name}/>");
        }

        using var reader = Open(Encoding.UTF8.GetBytes(xml.Append("</a>").ToString()), 1, 100_000);
        reader.ReadRoot();

        reader.Invoking(static reader => reader.ReadText(10)).Should().Throw<ImportSourceException>().WithMessage("*different names*");
    }

    private static string Plain(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        reader.ReadToFollowing("a");
        return reader.ReadElementContentAsString();
    }

    private static string? Bounded(string xml, int seed, int most)
    {
        using var reader = Open(Encoding.UTF8.GetBytes(xml), seed, most);
        reader.ReadRoot();
        return reader.ReadText(int.MaxValue);
    }

    private static BoundedXml Open(byte[] file, int seed, int most) => new(null, XmlInput.Open(new ChunkedStream(file, seed, most)));

    private static string RandomText(Random random)
    {
        string[] inSections = ["a", "word ", "\r\n", "\r", "\n", "\U0001F30A", "]", "]]", "é", "\u2028", "]]]]><![CDATA[>", "<", "&", "<!-- ", "<?", "-->"];
        string[] outside = ["a", "word ", "\r\n", "\r", "\n", "\U0001F30A", "é", "]", "&amp;", "&#13;", "&#x1F30A;", "<!-- <![CDATA[ -->", "<?b <!-- ?>"];
        var xml = new StringBuilder("<a>");
        while (xml.Length < 80_000)
        {
            var isSection = random.Next(3) > 0;
            var pieces = isSection ? inSections : outside;
            xml.Append(isSection ? "<![CDATA[" : "");
            for (var most = random.Next(1, 30); most > 0; most--)
            {
                // A letter keeps what stands beside it from meaning something together.
                var times = random.Next(8) == 0 ? random.Next(1, 9000) : random.Next(1, 4);
                xml.Insert(xml.Length, pieces[random.Next(pieces.Length)], times).Append('.');
            }

            xml.Append(isSection ? "]]>" : "");
        }

        return xml.Append("</a>").ToString();
    }
}
