namespace BlogKit.CommandLine.Tests;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One<br />\ntwo &lt;b&gt; &amp;</p>\n<p>three</p>\n", "One\ntwo <b> &\nthree")]
    [InlineData("<blockquote>\n<p>said</p>\n<blockquote>\n<p>before</p>\n</blockquote>\n</blockquote>\n<p>x</p>", "> said\n> > before\nx")]
    [InlineData("<ol>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ol>", "1. a\n2. b\n  - c\n3. d")]
    [InlineData("<pre><code>a\n  b\n</code></pre>\n<p>c</p>", "a\n  b\nc")]
    [InlineData("<p><a href=\"https://a.example/?x=1&amp;y\" rel=\"nofollow\">here</a></p>", "here (https://a.example/?x=1&y)")]
    [InlineData("<p><a href=\"https://a.example\">https://a.example</a></p>", "https://a.example")]
    [InlineData("", "")]
    [InlineData("<", "<")]
    [InlineData("<blockquote><ol start=\"4\">\n<li>d</li>\n<li>e</li>\n</ol></blockquote>", "> 4. d\n> 5. e")]
    [InlineData("a<b", "a")]
    public void Comments_become_plain_text(string html, string expected) => HtmlText.From(html).Should().Be(expected);
}
