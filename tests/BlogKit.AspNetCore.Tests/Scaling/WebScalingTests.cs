using BlogKit.Rendering.Tests.Scaling;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Whatever of the web reads what others send takes no more than twice the steps for twice the text, whatever it is made of.
/// </summary>
public sealed class WebScalingTests
{
    private const int Size = 6_000;

    private static readonly string[] Openers =
    [
        "a", " ", "\n", "a\n", "aa\n", "a b ", "\"", "'", "a,", "\\", "漢", "\0", "\u00FF", "\u00FF\u00FF", "1", "2026-01-01T00:00:00Z ",
        "<", "<a>", "<a ", "<a b=\"", "<a b='c' ", "<a href=\"b\">", "<a href='#b'>c</a>", "<!--", "<!--more ", "<!--more -->", "<!-- more",
        "<script>", "<p>a", "&amp;", "&", "</a>", "<br>", "\n\n<p>", "<x>", "<value>", "<value><array><data>",
        "<value><struct><member><name>a</name>", "<struct/>", "<value>a</value>",
        "<struct><member><name>a</name><value>b</value></member></struct>", "<![CDATA[a]]>", "<?a?>", "<!-- a -->", "<a>, ",
        "<a>; rel=\"b\", ", "<a>; rel=\"", "<a", ";", "; rel=a", ", ", "<div class=h-entry>", "<div class='h-card p-author'>a</div>",
        "<a class='u-url p-author' href=b></a>", "<div class=h-card><a class=u-url href=https://elsewhere.example/note>a</a></div>",
        "<p class=p-summary></p>", "<p class=p-summary>", "<a href=https://blog.example/post>x</a>", "<div class='h-cite u-in-reply-to'>",
        "<span class=p-name>", "<div class=h-feed>", "<div class=h-entry><a href=https://blog.example/post></a></div>",
        "<link rel=webmention>", "<a rel=me href=a>", "![", "![](", "![ ](a) ", "![a](<b:c>)\n\n", "![](<b:c>)\n\n", "![ ", "```\n", "`",
        "[", "{", "[[", "{\"a\":", "\"a\":1,", "\"a\":[\"b\"],", "\"category\":[\"b\"],", "\"tags\":[\"b\"],", "\"a\",",
        "\"a\":{\"html\":\"b\"},", "\"photo\":[{\"value\":\"a\",\"alt\":\"b\"}],", "{},", "[],", "\"\\u0061\",", "\0\0\0\0IDAT\0\0\0\0",
        "\0\0\0\0tEXt\0\0\0\0", "\0\0\0\0eXIf\0\0\0\0", "\u0021\u00FE\0", "\u002C\0\0\0\0\u0001\0\u0001\0\0\u0008\0",
        "\u00FF\u00DA\0\u0002", "\u00FF\u00E1\0\u0008Exif\0\0", "\u00FF\u00FE\0\u0002", "\u00FF\0", "VP8 \0\0\0\0",
        "ANMF\u0010\0\0\0aaaaaaaaaaaaaaaa", "EXIF\0\0\0\0", "\0\0\0\u0008mdat", "\0\0\0\u0008free", "\0\0\0\u0008moov", "\0\0\0\u0008meta",
        "\0\0\0\u000Cmeta\0\0\0\0", "\0\0\0\0moov", "\0\0\0\u0008uuid",
    ];

    private static readonly Lazy<Func<string, string, long>> Run = new(static () => new SteppedAssemblies(
        "BlogKit", "BlogKit.Moderation", "BlogKit.AspNetCore", "BlogKit.OpenWeb", "DiffPlex").LoadTests()
        .GetType(typeof(WebReaders).FullName!)!.GetMethod(nameof(WebReaders.Run))!.CreateDelegate<Func<string, string, long>>());

    public static TheoryData<string> Names() => [.. WebReaders.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_the_text_takes_twice_the_steps(string reader) =>
        Proportion.Failures(text => Run.Value(reader, text), Size, Texts()).Should().BeEmpty();

    [Fact]
    public void Steps_are_counted()
    {
        var (one, two) = (
            Run.Value("tags of a page", Proportion.Repeat("<a b=c>", 7_000)),
            Run.Value("tags of a page", Proportion.Repeat("<a b=c>", 14_000)));

        one.Should().BeGreaterThan(7_000, "every character is looked at");
        ((double)two / one).Should().BeInRange(1.8, 2.2);
    }

    private static IEnumerable<(string Name, Func<int, string> Make)> Texts() =>
    [
        .. Openers.Select(static opener => ($"'{opener}' repeated", (Func<int, string>)(size => Proportion.Repeat(opener, size)))),
        ("a picture of many places", WebReaders.ManyPlaces),
        ("lines of one word and another", static size => string.Join('\n', Enumerable.Range(0, size / 8))),
        ("members of many names", static size => string.Concat(Enumerable.Range(0, size / 10).Select(static i => $"\"a{i}\":[1],"))),
        ("one long word", static size => new string('a', size)),
    ];
}
