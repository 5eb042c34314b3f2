namespace BlogKit.Rendering.Tests;

public sealed class CommentProfileTests
{
    private static readonly CommentId Ann = CommentId.From(new Guid("019a0000-0000-7000-8000-000000000001"));
    private static readonly CommentId AnnLee = CommentId.From(new Guid("019a0000-0000-7000-8000-000000000002"));
    private static readonly CommentId Zoe = CommentId.From(new Guid("019a0000-0000-7000-8000-000000000003"));
    private static readonly CommentRendering Thread = new() { Participants = [new("Ann", Ann), new("Ann Lee", AnnLee), new("Zoë", Zoe)] };

    [Fact]
    public void Raw_html_is_shown_as_text()
    {
        var comment = Render.Comment("<b>bold</b> <script>alert(1)</script>\n\n<div>x</div>");

        comment.Html.Should().Be("<p>&lt;b&gt;bold&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>&lt;div&gt;x&lt;/div&gt;</p>\n");
        comment.PlainText.Should().Be("<b>bold</b> <script>alert(1)</script>\n\n<div>x</div>");
    }

    [Fact]
    public void Headings_become_bold_paragraphs() =>
        Render.Comment("# One *two*\n\nThree\n-----").Html
            .Should().Be("<p><strong>One <em>two</em></strong></p>\n<p><strong>Three</strong></p>\n");

    [Fact]
    public void Pictures_become_links() =>
        Render.Comment("![a cat](https://example.org/cat.png)").Html
            .Should().Be("<p><a href=\"https://example.org/cat.png\" rel=\"nofollow ugc noopener\">a cat</a></p>\n");

    [Fact]
    public void Line_breaks_are_kept() => Render.Comment("one\ntwo").Html.Should().Be("<p>one<br />\ntwo</p>\n");

    [Fact]
    public void What_people_wrote_is_not_corrected() =>
        Render.Comment("\"Realy\" great!! -- dont you think... it's").Html
            .Should().Be("<p>&quot;Realy&quot; great!! -- dont you think... it's</p>\n");

    [Fact]
    public void Quotations_lists_code_and_lines_are_written() =>
        Render.Comment("> q\n\n3. a\n4. b\n\n- ~~c~~\n  - d\n\n```cs\nx < y\n```\n\n***").Html.Should().Be(
            "<blockquote>\n<p>q</p>\n</blockquote>\n<ol "
            + "start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li><del>c</del>\n<ul>\n<li>d</li>\n</ul>\n</li>\n</ul>\n<pre><code>x "
            + "&lt; y\n</code></pre>\n<hr />\n");

    [Theory]
    [InlineData("see https://example.org/a_b_c?x=1&y=2.", "https://example.org/a_b_c?x=1&y=2")]
    [InlineData("(https://example.org/a_(b))", "https://example.org/a_(b)")]
    [InlineData("www.example.org!", "https://www.example.org")]
    [InlineData("mailto:ann@example.org", "mailto:ann@example.org")]
    [InlineData("**http://example.org**", "http://example.org")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("<ann@example.org>", "mailto:ann@example.org")]
    [InlineData("[a](https://example.org/ä?ö)", "https://example.org/%C3%A4?%C3%B6")]
    [InlineData("[a](https://bücher.example/)", "https://xn--bcher-kva.example/")]
    public void Links_are_recognised(string markdown, string target)
    {
        var comment = Render.Comment(markdown);

        comment.Links.Should().Equal(target);
        Html.Parse(comment.Html).QuerySelector("a")!.GetAttribute("href").Should().Be(target);
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("relative")]
    [InlineData("#fragment")]
    [InlineData("//example.org/x")]
    [InlineData("/\\example.org")]
    [InlineData("https:example.org")]
    [InlineData("https:///example.org")]
    [InlineData("ftp://example.org")]
    public void Other_targets_leave_only_their_text(string target)
    {
        var comment = Render.Comment($"[text]({target})");

        comment.Html.Should().Be("<p>text</p>\n");
        comment.Links.Should().BeEmpty();
    }

    [Fact]
    public void A_link_without_text_shows_its_target() =>
        Render.Comment("[](https://example.org)").PlainText.Should().Be("https://example.org");

    [Fact]
    public void A_link_in_a_picture_in_a_link_is_one_link() =>
        Html.Parse(Render.Comment("[![a [b](https://b.example) c](https://i.example)](https://l.example)").Html).QuerySelectorAll("a a")
            .Should().BeEmpty();

    [Theory]
    [InlineData("Nice :-)", "Nice 🙂")]
    [InlineData(":)", "🙂")]
    [InlineData("Nice :)!!", "Nice 🙂!!")]
    [InlineData("I <3 it", "I ❤️ it")]
    [InlineData(":-*", "😘")]
    [InlineData("🎉 already", "🎉 already")]
    public void Smilies_standing_alone_become_emoji(string markdown, string text) => Render.Comment(markdown).PlainText.Should().Be(text);

    [Theory]
    [InlineData("no:)no")]
    [InlineData("x:-)")]
    [InlineData("1) one 8) eight")]
    [InlineData("`:-)`")]
    [InlineData("    :-)")]
    [InlineData("https://example.org/:-)")]
    [InlineData("\\:-)")]
    public void Other_smilies_stay(string markdown) => Render.Comment(markdown).PlainText.Should().NotMatchRegex("🙂|😎|😕");

    [Fact]
    public void Smilies_can_be_turned_off() =>
        Render.Default.RenderComment("a :-)", new CommentRendering { Smilies = false }).PlainText.Should().Be("a :-)");

    [Theory]
    [InlineData("@Ann hello", "@Ann")]
    [InlineData("@ann lee, hello", "@ann lee")]
    [InlineData("(@ZOË)", "@ZOË")]
    [InlineData("thanks, **@Ann**!", "@Ann")]
    [InlineData("@Ann.", "@Ann")]
    public void Participants_are_mentioned(string markdown, string text)
    {
        var html = Render.Default.RenderComment(markdown, Thread).Html;

        Html.Parse(html).QuerySelector("a.bk-mention")!.TextContent.Should().Be(text);
    }

    [Theory]
    [InlineData("@Anna")]
    [InlineData("me@Ann.org")]
    [InlineData("me@Ann")]
    [InlineData("`@Ann`")]
    [InlineData("[@Ann](https://example.org)")]
    [InlineData("https://example.org/@Ann")]
    [InlineData("\\@Ann")]
    [InlineData("@Bob")]
    public void Nobody_else_is_mentioned(string markdown)
    {
        var comment = Render.Default.RenderComment(markdown, Thread);

        comment.Mentions.Should().BeEmpty();
        comment.Html.Should().NotContain("bk-mention");
    }

    [Fact]
    public void Mentions_lead_to_the_comment_and_are_listed_once_in_order()
    {
        var comment = Render.Default.RenderComment("@Zoë, @ann lee and @zoë", Thread);

        comment.Mentions.Should().Equal(Zoe, AnnLee);
        comment.Html.Should().StartWith($"<p><a class=\"bk-mention\" href=\"#comment-{Zoe}\">@Zoë</a>, ");
        comment.Links.Should().BeEmpty();
    }

    [Fact]
    public void Mentions_work_the_same_in_a_large_thread()
    {
        var many = Thread with
        {
            Participants =
        [
            .. Thread.Participants,
            .. Enumerable.Range(0, 200).Select(i => new ThreadParticipant($"Guest {i}", CommentId.From(new Guid(i, 0, 0, new byte[8])))),
        ]
        };

        Render.Default.RenderComment("@ann lee @Guest 17 @Guest 170 @Zoë", many).Mentions.Should().HaveCount(4);
    }

    [Fact]
    public void Of_two_people_with_one_name_the_newer_comment_is_meant()
    {
        var thread = new CommentRendering { Participants = [new("Ann", AnnLee), new("ann", Ann)] };

        Render.Default.RenderComment("@Ann", thread).Mentions.Should().Equal(AnnLee);
    }

    [Fact]
    public void Plain_text_holds_no_entities() => Render.Comment("a &amp; b &lt;i&gt; &copy; *c*").PlainText.Should().Be("a & b <i> © c");

    [Fact]
    public void Empty_text_gives_empty_html()
    {
        Render.Comment("").Html.Should().BeEmpty();
        Render.Comment(" \n\t\n").PlainText.Should().BeEmpty();
    }

    [Fact]
    public void Writers_are_not_mixed_up_between_threads()
    {
        var expected = Enumerable.Range(0, 500).Select(i => Render.Comment($"*{i}* https://example.org/{i} :-)")).ToArray();

        var actual = new RenderedComment[500];
        Parallel.For(0, 500, i => actual[i] = Render.Comment($"*{i}* https://example.org/{i} :-)"));

        actual.Select(c => c.Html).Should().Equal(expected.Select(c => c.Html));
    }
}
