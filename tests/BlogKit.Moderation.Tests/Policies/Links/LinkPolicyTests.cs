using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation.Tests;

public sealed class LinkPolicyTests
{
    private static readonly LinkPolicy s_policy = new(new());

    [Theory]
    [InlineData("See https://example.com/a?b=c now", "https://example.com/a?b=c", "example.com", TextLinkKind.Written)]
    [InlineData("See HTTP://EXAMPLE.COM", "HTTP://EXAMPLE.COM", "example.com", TextLinkKind.Written)]
    [InlineData("See http://10.0.0.1:80/x", "http://10.0.0.1:80/x", "10.0.0.1", TextLinkKind.Written)]
    [InlineData("See www.example.co.uk.", "www.example.co.uk", "www.example.co.uk", TextLinkKind.Bare)]
    [InlineData("See example.com.", "example.com", "example.com", TextLinkKind.Bare)]
    [InlineData("See example.com.Then go", "example.com", "example.com", TextLinkKind.Bare)]
    [InlineData("See best-pills.shop/now", "best-pills.shop/now", "best-pills.shop", TextLinkKind.Bare)]
    [InlineData("See hxxp://example.com/x", "hxxp://example.com/x", "example.com", TextLinkKind.Disguised)]
    [InlineData("See hXXps://evil.example", "hXXps://evil.example", "evil.example", TextLinkKind.Disguised)]
    [InlineData("See h**p://example.com", "h**p://example.com", "example.com", TextLinkKind.Disguised)]
    [InlineData("See http[:]//example[.]com/x", "http[:]//example[.]com/x", "example.com", TextLinkKind.Disguised)]
    [InlineData("See example[.]com", "example[.]com", "example.com", TextLinkKind.Disguised)]
    [InlineData("See example (dot) com", "example (dot) com", "example.com", TextLinkKind.Disguised)]
    [InlineData("See www[DOT]example{.}org", "www[DOT]example{.}org", "www.example.org", TextLinkKind.Disguised)]
    [InlineData("See example dot com", "example dot com", "example.com", TextLinkKind.Spaced)]
    [InlineData("See example . com", "example . com", "example.com", TextLinkKind.Spaced)]
    [InlineData("See example .com", "example .com", "example.com", TextLinkKind.Spaced)]
    [InlineData("See bücher.com", "bücher.com", "xn--bcher-kva.com", TextLinkKind.Bare)]
    [InlineData("See example．com", "example．com", "example.com", TextLinkKind.Bare)]
    public void Hosts_in_a_text_are_found_however_they_are_written(string text, string quote, string host, object kind)
    {
        var link = LinkScanner.Find(text, 10).Should().ContainSingle().Subject;

        text.Substring(link.Start, link.Length).Should().Be(quote);
        link.Host.Should().Be(host);
        link.Kind.Should().Be((TextLinkKind)kind);
    }

    [Theory]
    [InlineData("I agree.So does he. It is done.Right?")]
    [InlineData("We use ASP.NET, VB.NET and System.Net; asp.net too.")]
    [InlineData("Call console.info(x), window.top, e.click, readme.md, main.rs, node.js, a.out, foo.cs")]
    [InlineData("Version 1.2.3 of 2026.03.01 costs 3.50 e.g. here i.e. there")]
    [InlineData("The dot com bubble, a dot com company, pets dot com era")]
    [InlineData("Write to me@example.com or me (at) example (dot) com")]
    [InlineData("He went home . In the end . The dot is red")]
    [InlineData("anecdotes, dotted lines, dot matrix, polka dot dress")]
    [InlineData("I write .NET and .com files")]
    [InlineData("... and so on... well.. ok.")]
    [InlineData("Eu gosto . Com certeza")]
    [InlineData("f(x).y[.]z {.} (dot) <.>")]
    public void What_only_looks_like_a_host_is_none(string text) => LinkScanner.Find(text, 10).Should().BeNull();

    [Theory]
    [InlineData(0, null, ModerationOutcome.Approve)]
    [InlineData(1, "links", ModerationOutcome.Approve)]
    [InlineData(2, "links", ModerationOutcome.Approve)]
    [InlineData(3, "many-links", ModerationOutcome.Hold)]
    [InlineData(10, "many-links", ModerationOutcome.Hold)]
    [InlineData(11, "too-many-links", ModerationOutcome.Spam)]
    public async Task More_links_are_judged_harder(int count, string? code, ModerationOutcome outcome)
    {
        var links = Enumerable.Range(0, count).Select(i => $"https://host{i}.example/").ToArray();
        var context = RuleContext.Of(
            "Some words here", markdown: "Some words " + string.Join(' ', links.Select(l => $"[x]({l})")), links: links);

        var finding = await s_policy.Judge(context);

        (finding?.Code).Should().Be(code);
        (finding?.Outcome ?? ModerationOutcome.Approve).Should().Be(outcome);
        finding.Quotes(context).Should().Equal(links);
    }

    [Fact]
    public async Task Links_that_are_rendered_are_counted_once()
    {
        var context = RuleContext.Of("I saw https://a.example.com/x and bees.com", links: ["https://a.example.com/x"]);

        (await s_policy.Judge(context))!.Details.Should().Equal(new FindingDetail("links", "2", 0.2));
    }

    [Fact]
    public async Task Links_to_allowed_hosts_do_not_count()
    {
        var policy = new LinkPolicy(new() { AllowedHosts = { "example.com" }, HoldAbove = 0 });

        (await policy.Judge(RuleContext.Of("I saw that", links: ["https://example.com/", "https://www.example.com/x"]))).Should().BeNull();
        (await policy.Judge(RuleContext.Of("I saw that", links: ["https://badexample.com/"])))!.Code.Should().Be("many-links");
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("https://a.b.evil.example")]
    [InlineData("https://user@EVIL.example:8080/")]
    [InlineData("https://xn--mll-hoa.example/")]
    public async Task A_known_bad_host_is_spam(string target)
    {
        var policy = new LinkPolicy(new() { KnownBadHosts = { "evil.example", "müll.example" } });

        (await policy.Judge(RuleContext.Of("I saw that", links: [target])))
            .Should().BeEquivalentTo(new { Code = "bad-host", Outcome = ModerationOutcome.Spam, Score = 1.0 });
    }

    [Fact]
    public async Task A_known_bad_host_is_found_disguised_and_as_the_writers_site()
    {
        var policy = new LinkPolicy(new() { KnownBadHosts = { "evil.example" } });
        var disguised = RuleContext.Of("Go to hxxp://evil[.]example/x now");

        var finding = await policy.Judge(disguised);

        finding!.Code.Should().Be("bad-host");
        finding.Quotes(disguised).Should().Equal("hxxp://evil[.]example/x");
        (await policy.Judge(RuleContext.Of("Nice", url: "https://evil.example/")))!.Evidence[0].Field.Should().Be(EvidenceField.Url);
        (await policy.Judge(RuleContext.Of("Nice", url: "https://devil.example/"))).Should().BeNull();
    }

    [Fact]
    public async Task A_disguised_link_is_held_and_a_spelled_out_one_only_counts()
    {
        (await s_policy.Judge(RuleContext.Of("Visit cheap-pills[.]ru today")))
            .Should().BeEquivalentTo(new { Code = "disguised-link", Outcome = ModerationOutcome.Hold });
        (await s_policy.Judge(RuleContext.Of("Visit pills dot com today")))
            .Should().BeEquivalentTo(new { Code = "spaced-link", Outcome = ModerationOutcome.Approve });
    }

    [Fact]
    public async Task Many_links_to_one_host_are_held()
    {
        string[] same = ["https://a.com/1", "https://www.a.com/2", "https://a.com/3", "https://a.com/4"];
        var policy = new LinkPolicy(new() { HoldAbove = null, SpamAbove = null });

        (await policy.Judge(RuleContext.Of("Look here", links: same)))!.Code.Should().Be("same-host");
        (await policy.Judge(RuleContext.Of("Look here", links: [.. same[..3], "https://b.com"])))!.Code.Should().Be("links");
    }

    [Theory]
    [InlineData("https://example.com/x", "https://example.com/x")]
    [InlineData(" >> example.com << ", " >> example.com << ")]
    [InlineData("best shoes", "[best shoes](https://example.com)")]
    public async Task Nothing_but_a_link_is_held(string text, string markdown) =>
        (await s_policy.Judge(RuleContext.Of(text, markdown, markdown.Contains("https") ? ["https://example.com"] : [])))!.Code
            .Should().Be("link-only");

    [Fact]
    public async Task A_shortening_service_counts()
    {
        (await s_policy.Judge(RuleContext.Of("I saw that", links: ["https://bit.ly/x"])))!.Details
            .Should().Contain(new FindingDetail("short-link", "1", 0.3));
        (await s_policy.Judge(RuleContext.Of("I saw that", links: ["https://rabbit.ly/x"])))!.Details
            .Should().NotContain(d => d.Name == "short-link");
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("mailto:a@example.com")]
    [InlineData("https://")]
    [InlineData("://")]
    [InlineData("https://[::1")]
    public async Task Targets_without_a_host_do_not_count(string target) =>
        (await s_policy.Judge(RuleContext.Of("Some words", links: [target]))).Should().BeNull();

    public static TheoryData<string> Hostile => new()
    {
        new string('a', 100_000),
        new string('.', 100_000),
        new string('\u0301', 100_000),
        string.Concat(Enumerable.Repeat("[.]", 33_000)),
        string.Concat(Enumerable.Repeat("a[.]", 25_000)),
        string.Concat(Enumerable.Repeat("a.", 50_000)),
        string.Concat(Enumerable.Repeat(" dot ", 20_000)),
        string.Concat(Enumerable.Repeat("a dot com ", 10_000)),
        string.Concat(Enumerable.Repeat("x.com ", 16_000)),
        string.Concat(Enumerable.Repeat("x.com/", 16_000)),
        string.Concat(Enumerable.Repeat("http://", 14_000)),
        string.Concat(Enumerable.Repeat("(at) x.com ", 9_000)),
        new string(' ', 90_000) + "x.com" + new string(' ', 9_000) + "y.com",
        string.Concat(Enumerable.Repeat("ü.com ", 16_000)),
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_texts_end_with_bounded_evidence(string text)
    {
        var links = Enumerable.Repeat("https://x.com/never-in-the-source", 5_000).ToArray();

        (LinkScanner.Find(text, 1_000)?.Count ?? 0).Should().BeLessThanOrEqualTo(1_000);
        (await s_policy.Judge(RuleContext.Of(text, links: links)))!.Evidence.Length.Should().BeLessThanOrEqualTo(20);
    }

    [Fact]
    public void Wrong_options_are_named()
    {
        RuleContext.Failures(new LinkPolicyOptions().Check).Should().BeEmpty();
        RuleContext.Failures(new LinkPolicyOptions { HoldAbove = null, SpamAbove = null, SameHostAbove = null }.Check).Should().BeEmpty();
        RuleContext.Failures(new LinkPolicyOptions { HoldAbove = 5, SpamAbove = 4 }.Check)
            .Should().Equal("BlogKit:Moderation:X:SpamAbove must not be below HoldAbove.");
        RuleContext.Failures(new LinkPolicyOptions
        {
            HoldAbove = -1,
            LinkScore = 2,
            AllowedHosts = { "a b" },
            KnownBadHosts = { "http://x" },
            Shorteners = { "x/y" },
        }.Check)
            .Should().HaveCount(5);
    }
}
