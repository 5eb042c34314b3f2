using System.Text;
using BlogKit.Moderation;

namespace BlogKit.Rendering.Tests.Scaling;

/// <summary>Twice the text takes twice the steps, whatever it is made of. Counted in the code itself, not by the clock.</summary>
public sealed class ScalingTests
{
    // Beyond the limits of the options, so that what is bounded has reached its bound.
    private const int Size = 20_000;

    // Policies have no such limits; less text tells as much in a sixth of the time.
    private const int SizeForPolicies = 3_000;

    private static readonly string[] Openers =
    [
        "[", "![", "[a](", "[a](b", "[a](<b", "[a](b \"c", "[a](b 'c", "[a](b (", "[ (](", "[a](b (c", "[a](b \"c\" ", "[a](b (c) ",
        "[a](\n", "[a][", "[a]", "a]", "[a](((((((((((((", "[a]: b\n", "[a]: b (\n", "[a]: b \"\n\n", "[a\n", "[^1]", "[^", "[^1", "<",
        "<a ", "<a b=\"", "<a b='", "<!--", "<![CDATA[", "<?", "<!A", "</", "<a:", "<a@", "<script", "<script</script", "<b>",
        "<!--more-->\n\n", "> ", "> - ", "*", "*a ", "a* ", "_a ", "a**b*c**d*", "*_", "~~a ", "`", "`a ", "``a` ", "- ", "1. ", "- a\n",
        "- a\n* b\n", "a|", "|", "a|b\n-|-\n", "*a|", "[|", "|a|\n|-|\n|b|\n\n", "+---+\n| a |\n", "+-", "&amp;", "&", "&#x", "&aaaaaaaa",
        "\\", "\n", " ", "\t", "a\n", "a", "# a\n", "# a\n\n", "a\n---\n", "---\n", "---\na: b\n", "* * * a\n", "```\n", "~~~\na\n",
        "    a\n", "http://a.b", "http://a.b ", "www.a.b ", "www.", "http://a_", "http://", "mailto:a@", "看https://a.b。", "@Ann ", "@",
        "@Guest x", ":) ", ":", ":smile:", ":a", "'", "\"", "\"a ", "'a ", "'n' ", "\"a' ", "<<a ", "...", "--", "a--", "--a ", "--a=\"",
        ":::\n", "::: a\n", "::a ", "^^^\n", "^^^\na\n", "a\n: b\n", ": ", "![a](b)\nCredit: x\n\n", "![a](b)\n\nCredit: x\n\n",
        "- [ ] a\n", "- [ ", "{a}", "*a ~~b __c `d [e ", "1 <3 ", "\u0301", "👩‍", "漢", "\r", ". ", "a.b ", "(", ")", "[[]]",
        "\u0301\u0323",
    ];

    // What learning reads of a text is the reader "features".
    private static readonly Type[] Others = [typeof(LearningPolicy)];

    private static readonly Func<string, string, long> Run = Load();

    public static TheoryData<string> Names() => [.. Readers.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_the_text_takes_twice_the_steps(string reader)
    {
        Proportion.Failures(
            text => Run(reader, text), reader.EndsWith("Policy", StringComparison.Ordinal) ? SizeForPolicies : Size, Texts())
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_policy_that_comes_with_it_is_among_the_readers() => Readers.Names.Should().Contain(
        ((Type[])[typeof(IModerationPolicy), typeof(LearningPolicy)])
            .SelectMany(static type => type.Assembly.GetTypes())
            .Where(static t => t is { IsClass: true, IsAbstract: false, IsNested: false }
                && typeof(IModerationPolicy).IsAssignableFrom(t)
                && !Others.Contains(t))
            .Select(static t => t.Name));

    [Fact]
    public void Steps_are_counted()
    {
        var (one, two) = (Run("comment", Proportion.Repeat("a b\n\n", 2000)), Run("comment", Proportion.Repeat("a b\n\n", 4000)));

        one.Should().BeGreaterThan(4000, "every character is looked at");
        ((double)two / one).Should().BeInRange(1.8, 2.2);
    }

    private static IEnumerable<(string Name, Func<int, string> Make)> Texts()
    {
        foreach (var opener in Openers)
        {
            yield return ($"'{opener}' repeated", size => Proportion.Repeat(opener, size));
        }

        yield return ("backticks of growing runs", static size => Growing(size, '`'));
        yield return ("stars of growing runs", static size => Growing(size, '*'));
        yield return ("titles that end at the end", static size => Proportion.Repeat("[a](b (", size) + ")");
        yield return ("comments that end at the end", static size => Proportion.Repeat("<!-- <", size) + "-->");
        yield return ("one long word", static size => new string('a', size));
        yield return ("one long target", static size => $"[a]({new string('b', size)})");
        yield return ("headings of one name", static size => Proportion.Repeat("## a\n\n## a-2\n\n", size));
    }

    private static string Growing(int size, char mark)
    {
        var text = new StringBuilder(size);
        for (var length = 1; text.Length + length < size; length++)
        {
            text.Append(mark, length).Append('a').Append(' ');
        }

        return text.ToString();
    }

    private static Func<string, string, long> Load() =>
        new SteppedAssemblies("BlogKit", "BlogKit.Moderation", "Markdig").LoadTests().GetType(
            typeof(Readers).FullName!)!.GetMethod(nameof(Readers.Run))!.CreateDelegate<Func<string, string, long>>();
}
