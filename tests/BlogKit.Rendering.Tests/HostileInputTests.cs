using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace BlogKit.Rendering.Tests;

public sealed class HostileInputTests
{
    private const int Size = 50_000;

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["p"] = [],
        ["br"] = [],
        ["em"] = [],
        ["strong"] = [],
        ["del"] = [],
        ["blockquote"] = ["dir"],
        ["ul"] = ["dir"],
        ["ol"] = ["start", "dir"],
        ["li"] = [],
        ["code"] = [],
        ["pre"] = [],
        ["hr"] = [],
        ["a"] = ["href", "rel", "class"],
    };

    private static readonly CommentRendering Thread = new()
    {
        Participants = [new("Ann", CommentId.From(new Guid("019a0000-0000-7000-8000-000000000001"))), new("\"><img src=x>", default)],
    };

    public static TheoryData<string> Vectors() =>
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))", "[x](<java\nscript:alert(1)>)",
        "[x](java&#x09;script:alert(1))", "[x](&#106;avascript:alert(1))", "[x](&#x6a;&#x61;vascript&colon;alert(1))",
        "[x](javascript&colon;alert(1))", "[x](%6aavascript:alert(1))", "[x](javascript%3Aalert(1))", "[x](%256aavascript%253Aalert(1))",
        "[x](\u0001javascript:alert(1))", "[x](\u00a0javascript:alert(1))", "[x](\u200bjavascript:alert(1))",
        "[x](java\u00adscript:alert(1))", "[x](javascript\uff1aalert(1))", "[x](\uff4aavascript:alert(1))", "[x](\\javascript:alert(1))",
        "[x](javascript\\:alert(1))", "[x](vbscript:msgbox(1))", "[x](data:text/html,<script>alert(1)</script>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](DATA:image/svg+xml,<svg/onload=alert(1)>)", "[x](file:///etc/passwd)",
        "[x](blob:https://a/b)", "[x](view-source:javascript:1)", "[x](feed:javascript:alert(1))", "[x](https:javascript:alert(1))",
        "[x](https://example.org\" onmouseover=\"alert(1))", "[x](<https://example.org/\" onmouseover=\"alert(1)>)",
        "[x](https://example.org/'onclick='alert(1))", "[x](https://example.org \"\\\" onclick=alert(1) x=\\\"\")",
        "![x](javascript:alert(1))", "![\"onerror=alert(1) x=\"](https://example.org/x)", "![x](data:image/svg+xml,x)",
        "[![x](javascript:a)](javascript:b)", "<javascript:alert(1)>", "<data:text/html,x>", "<vbscript:x>", "<JAVASCRIPT:x>",
        "[x][1]\n\n[1]: javascript:alert(1)", "[1]\n\n[1]: <java&#10;script:x> \"t\"", "[x]: data:x\n\n[x] ![x]",
        "<script>alert(1)</script>", "<SCRIPT SRC=//x>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
        "<a href=\"javascript:x\">y</a>", "<iframe srcdoc=\"<script>1</script>\">",
        "<math><mtext><table><mglyph><style><!--</style><img onerror=alert(1) src>", "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>1</script>]]>", "<?php echo 1 ?>", "<b\nonclick=x>", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;", "`<script>alert(1)</script>`", "```<script>\nx\n```",
        "```html\"onclick=\"alert(1)\n</code></pre><script>alert(1)</script>\n```", "    </code></pre><script>alert(1)</script>",
        "# <script>alert(1)</script>", "> <script>alert(1)</script>", "- <script>alert(1)</script>", "**<script>alert(1)**</script>",
        "[<script>](https://example.org)", "[x](https://exa<script>mple.org)", "https://example.org/<script>alert(1)</script>",
        "https://example.org/\"onclick=alert(1)", "www.example.org\"onclick=alert(1)", "mailto:a@b.cd?body=<script>",
        "http://javascript:alert(1)@b.cd", "@\"><img src=x>", "@Ann\"><img src=x>", "::: x\" onclick=\"alert(1)\ny\n:::",
        "x{onclick=alert(1)}", "# x {onclick=alert(1)}", "[x](y){onclick=alert(1)}", "a[^1]\n\n[^1]: <script>alert(1)</script>",
        "[^\"onclick=x]\n\n[^\"onclick=x]: y", "|<script>|\n|-|\n|<img src=x onerror=y>|",
        "![<img src=x>](a.jpg \"<script>alert(1)</script>\")\nPhoto Credit: <script>alert(1)</script>",
        "---\ntitle: <script>\n---\n<script>", "<!--more--><script>alert(1)</script>", "<!--more <script>alert(1)</script>-->",
        "&lt;!--more--&gt;", "\u0000<script>\u0000", "\ud83d<script>\udc00", "\u202e<script>",
    ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Known_attacks_do_not_pass_in_comments(string markdown) => AssertSafeComment(Render.Default.RenderComment(markdown, Thread));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Known_attacks_do_not_pass_in_posts(string markdown)
    {
        var post = Render.Post(markdown);

        AssertSafePost(post.Html);
        AssertSafePost(post.ExcerptHtml);
    }

    [Fact]
    public void Whatever_is_put_together_from_dangerous_pieces_is_safe()
    {
        string[] pieces =
        [
            "<", ">", "\"", "'", "&", "&lt;", "&#x6a;", "&colon;", "javascript:", "data:", "https://", "https://a.bc/", "mailto:a@b.cd",
            "www.a.bc", "[", "](", ")", "![", "]", "]: ", "[x]", "<script>", "</script>", "<img onerror=", "<!--more-->", "<!--", "-->",
            "*", "**", "***", "_", "~~", "`", "```\n", "\n", "\n\n", "> ", "- ", "1. ", "    ", "# ", "---\n", "===\n", "|", "|-|\n", ":::",
            "::: x\n", "^^^\n", "[^1]", "[^1]: ", ": ", "@Ann", "@", ":-)", ":", "\\", "\t", "\0", "\u200b", "\u202e", "\ud83d", "😀", "é",
            "漢", "word ", "x", "onclick=", "{onclick=x}", "\r", "<a href=", "=", "/", "//", "#",
        ];
        var random = new Random(20260101);
        for (var i = 0; i < 4000; i++)
        {
            var markdown = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));

            AssertSafeComment(Render.Default.RenderComment(markdown, Thread));
            var post = Render.Post(markdown, 20);
            AssertSafePost(post.Html);
            AssertSafePost(post.ExcerptHtml);
        }
    }

    public static TheoryData<string> Floods() =>
    [
        "[", "![", "[a](", "[a](<b", "[a](b \"c", "[a][", "[a]", "a]", "[a](((((((((((((", "[a](http://a.b/%", ">", "> ", "> - ", "*",
        "*a ", "a* ", "_a ", "a**b*c**d*", "*_", "~~a ", "`", "`a ", "- ", "1. ", "- a\n", "- a\n* b\n", "a|", "|", "a|b\n-|-\n", "*a|",
        "[|", "[a]: b\n", "[a\n", "&amp;", "&", "&#x", "&aaaaaaaa", "[^1]", "[^", "[^a]: x\n", "<", "<a ", "<!--", "<![CDATA[", "<?", "</",
        "<!--more-->\n\n", "\\", "\n", " ", "\t", "\0", "a\n", "a", "# a\n", "a\n---\n", "---\n", "* * * a\n", "```\n", "    a\n",
        "http://a.b", "http://a.b ", "www.a.b ", "http://a_", "http://", "@Ann ", "@", ":) ", ":", ":smile:", "'", "\"a ", "...", "a--",
        ":::\n", "::: a\n", "::a ", "^^^\n", "a\n: b\n", ": ", "+---+\n| a |\n", "![a](b)\nCredit: x\n\n", "- [ ] a\n", "\u0301", "👩‍",
        "漢", "\ud83d", "{a}", "*a ~~b __c `d [e ",
    ];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Floods))]
    public async Task Floods_end_in_bounded_output(string piece)
    {
        var flood = new StringBuilder(Size).Insert(0, piece, Size / piece.Length).ToString();

        var (comment, post) = await Task.Run(() => (Render.Default.RenderComment(flood, Thread), Render.Post(flood)));

        comment.Html.Length.Should().BeLessThan(Size * 60);
        comment.PlainText.Length.Should().BeLessThanOrEqualTo(Size * 8);
        post.Html.Length.Should().BeLessThan(Size * 60);
        post.ExcerptText.Length.Should().BeLessThanOrEqualTo(281);
        AssertBalanced(comment.Html);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(256)]
    public async Task Output_grows_with_the_input_and_no_faster(int factor)
    {
        var unit = "para *a* [b](https://c.de) `d` > e\n\n- f\n- g\n\n| h | i |\n|---|---|\n| j | k |\n\n";

        var (one, many) = await Task.Run(() => (Render.Comment(unit), Render.Comment(string.Concat(Enumerable.Repeat(unit, factor)))));

        many.Html.Length.Should().BeLessThanOrEqualTo(one.Html.Length * factor);
        many.Links.Should().HaveCount(factor);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_text()
    {
        var html = Render.Comment(string.Concat(Enumerable.Repeat("> ", 40)) + "deep").Html;

        Html.Parse(html).QuerySelectorAll("blockquote").Should().HaveCount(32);
        html.Should().Contain("&gt; &gt; &gt; &gt; &gt; &gt; &gt; &gt; deep");
    }

    [Fact]
    public void Emphasis_nested_too_deeply_falls_back_to_plain_paragraphs()
    {
        var markdown = string.Concat(Enumerable.Repeat("*a **b ", 200)) + string.Concat(Enumerable.Repeat("c** d* ", 200)) + "\n\nnext";

        Render.Comment(markdown).Html.Should().StartWith("<p>*a **b ").And.EndWith("<p>next</p>\n");
        Render.Post(markdown).Html.Should().StartWith("<p>*a **b ").And.EndWith("<p>next</p>\n");
    }

    [Fact]
    public void The_limit_of_marks_is_per_paragraph()
    {
        var html = Render.Comment(string.Concat(Enumerable.Repeat("*a* [b](https://c.de)\n\n", 3000))).Html;

        Html.Parse(html).QuerySelectorAll("p > em").Should().HaveCount(3000);
    }

    [Fact]
    public void A_reference_repeated_cannot_multiply_its_target()
    {
        var markdown = $"[a]: https://example.org/{new string('b', 1900)}\n\n{string.Concat(Enumerable.Repeat("[a] ", 20_000))}";

        Render.Comment(markdown).Html.Length.Should().BeLessThan(markdown.Length * 4);
        Render.Post(markdown).Html.Length.Should().BeLessThan(markdown.Length * 4);
    }

    [Fact]
    public void A_table_cannot_multiply_its_cells()
    {
        var markdown = string.Concat(Enumerable.Repeat("a|", 500)) + "\n" + string.Concat(Enumerable.Repeat("-|", 500)) + "\n"
            + string.Concat(Enumerable.Repeat("x|\n", 5000));

        Render.Post(markdown).Html.Length.Should().BeLessThan(markdown.Length * 2);
    }

    [Fact]
    public void Too_many_references_fall_back_to_plain_paragraphs() =>
        Render.Comment(string.Concat(Enumerable.Range(0, 1001).Select(i => $"[a{i}]: b\n"))).Html
            .Should().StartWith("<p>[a0]: b<br />\n[a1]: b<br />");

    [Fact]
    public void Characters_no_document_may_hold_are_replaced()
    {
        Render.Comment("a\0b\ud83dc\u0001d\ufffe").PlainText.Should().Be("a\ufffdb\ufffdc\ufffdd\ufffd");
        Render.Comment("😀 stays").PlainText.Should().Be("😀 stays");
    }

    [Fact]
    public void A_small_stack_is_enough()
    {
        var markdown = string.Concat(Enumerable.Repeat("> - ", 40)) + string.Concat(Enumerable.Repeat("*a [b ~~c ", 400));
        Exception? failure = null;
        var thread = new System.Threading.Thread(
            () =>
            {
                try
                {
                    Render.Comment(markdown);
                    Render.Post(markdown);
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            512 * 1024);

        thread.Start();
        thread.Join();

        failure.Should().BeNull();
    }

    private static void AssertSafeComment(RenderedComment comment)
    {
        foreach (var element in Html.Parse(comment.Html).QuerySelectorAll("*"))
        {
            Assert.True(
                Allowed.TryGetValue(element.LocalName, out var attributes) && element.Attributes.All(a => attributes.Contains(a.Name)),
                comment.Html);
            if (element.LocalName == "a")
            {
                AssertSafeCommentLink(element, comment);
            }
        }

        AssertBalanced(comment.Html);
    }

    private static void AssertSafeCommentLink(IElement link, RenderedComment comment)
    {
        var target = link.GetAttribute("href")!;
        if (link.ClassName == "bk-mention")
        {
            Assert.Matches("^#comment-[0-9a-f]{32}$", target);
            return;
        }

        Assert.Matches("^(?i)(https?://[^/]|mailto:.)", target);
        Assert.True(target.All(c => c is > ' ' and <= '~' and not ('"' or '<' or '>' or '\\')), target);
        Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel"));
        Assert.False(link.HasAttribute("class"), comment.Html);
        Assert.Contains(target, comment.Links);
    }

    private static void AssertSafePost(string html)
    {
        foreach (var element in Html.Parse(html).QuerySelectorAll("*"))
        {
            Assert.False(element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "svg" or "math" or "form" or "base"
                or "meta" or "link" or "template", html);
            Assert.DoesNotContain(
                element.Attributes,
                a => (a.Name.StartsWith("on", StringComparison.Ordinal) && a.Name.Length > 2) || a.Name is "style" or "srcdoc");
            foreach (var target in element.Attributes.Where(a => a.Name is "href" or "src").Select(a => a.Value))
            {
                var plain = string.Concat(Uri.UnescapeDataString(target).Where(c => c > ' ' && !char.IsControl(c)));
                Assert.DoesNotMatch("(?i)^(javascript|vbscript|data|file|blob|view-source|feed)\\s*:", plain);
            }
        }
    }

    /// <summary>Every tag that is opened is closed, in order; a browser would hide it when one is not.</summary>
    private static void AssertBalanced(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(
            html, "<(?<end>/?)(?<name>[a-z0-9]+)[^>]*?(?<alone>/?)>", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1)))
        {
            if (tag.Groups["alone"].Length > 0)
            {
                continue;
            }

            if (tag.Groups["end"].Length == 0)
            {
                open.Push(tag.Groups["name"].Value);
            }
            else
            {
                Assert.True(open.TryPop(out var last) && last == tag.Groups["name"].Value, html);
            }
        }

        Assert.Empty(open);
    }
}
