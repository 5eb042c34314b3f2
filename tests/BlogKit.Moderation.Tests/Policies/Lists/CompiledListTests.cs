using BlogKit.Moderation.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class CompiledListTests
{
    [Theory]
    [InlineData("casino", "Try our Casino now", "Casino")]
    [InlineData("casino", "Try our CÁSÍNO!!", "CÁSÍNO")]
    [InlineData("casino", "Try our саsіnо now", "саsіnо")]
    [InlineData("casino", "Try our c\u200Basi\u00ADno now", "c\u200Basi\u00ADno")]
    [InlineData("casino", "Try our ｃａｓｉｎｏ now", "ｃａｓｉｎｏ")]
    [InlineData("casino", "Try our c@s1n0 now", "c@s1n0")]
    [InlineData("casino", "Try our c a s i n o now", "c a s i n o")]
    [InlineData("casino", "I c.a.s.i.n.o.", "c.a.s.i.n.o")]
    [InlineData("casino", "Try our casiiiiino now", "casiiiiino")]
    [InlineData("casino", "online-casino-games", "casino")]
    [InlineData("viagra", "v1agra", "v1agra")]
    [InlineData("hello", "heeeello", "heeeello")]
    [InlineData("buy cheap", "Please BUY, cheap!", "BUY, cheap")]
    [InlineData("buy cheap pills", "buy  cheap\npills", "buy  cheap\npills")]
    [InlineData("buy*", "some buyers here", "buyers")]
    [InlineData("*loan", "a megaloan here", "megaloan")]
    [InlineData("*viagra*", "superviagraplus", "superviagraplus")]
    [InlineData("f*k", "what the f**k", "f**k")]
    [InlineData("c*s*o", "a cassiano b", "cassiano")]
    [InlineData("казино", "Лучшее КАЗИНО тут", "КАЗИНО")]
    [InlineData("賭博", "在線賭博網站", "賭博")]
    [InlineData("c++", "I like C++ most", "C")]
    public void What_is_listed_is_found_where_it_was_written(string entry, string text, string quote) =>
        Quotes(text, entry).Should().Equal(quote);

    [Theory]
    [InlineData("cunt", "Scunthorpe is a town")]
    [InlineData("ass", "A class of grass, an assassin and Cassandra")]
    [InlineData("cialis", "The specialist is a socialist")]
    [InlineData("tit", "A constitution with a title")]
    [InlineData("sex", "Essex and Middlesex")]
    [InlineData("anal", "Analysis of a canal, banal")]
    [InlineData("cum", "The document is cumbersome, accumulated")]
    [InlineData("rape", "Grapes and drapes, therapeutic")]
    [InlineData("buy cheap", "buy it cheap; cheap buy")]
    [InlineData("buy*", "rebuy")]
    [InlineData("*loan", "loaned")]
    [InlineData("f*k", "folks")]
    [InlineData("ham", "I eat h a m p")]
    [InlineData("also", "a 1 s 0")]
    [InlineData("room 1", "room 1111")]
    [InlineData("loo", "100 people, 1OO")]
    [InlineData("казино", "заказиной")]
    public void Innocent_words_that_contain_bad_ones_pass(string entry, string text) => Quotes(text, entry).Should().BeEmpty();

    [Theory]
    [InlineData("email:Ada@Example.org", EvidenceField.Email)]
    [InlineData("email:*@example.org", EvidenceField.Email)]
    [InlineData("EMAIL: *@EXAMPLE.ORG", EvidenceField.Email)]
    [InlineData("domain:example.org", EvidenceField.Email)]
    [InlineData("domain:*.example.org", EvidenceField.Email)]
    [InlineData("domain:site.example", EvidenceField.Url)]
    [InlineData("domain:target.example", EvidenceField.Markdown)]
    [InlineData("ip:192.0.2.7", EvidenceField.RemoteAddress)]
    [InlineData("ip:192.0.2.0/24", EvidenceField.RemoteAddress)]
    [InlineData("ip:0.0.0.0/0", EvidenceField.RemoteAddress)]
    [InlineData("agent:sqlmap", EvidenceField.UserAgent)]
    [InlineData("name:cheap seo", EvidenceField.Name)]
    [InlineData("cheap", EvidenceField.Name)]
    [InlineData("shop", EvidenceField.Url)]
    [InlineData("user:u-7", EvidenceField.Name)]
    public void Every_kind_of_entry_is_found_in_its_place(string entry, EvidenceField field)
    {
        var context = RuleContext.Of(
            "See this.",
            markdown: "See [this](https://www.target.example/x).",
            links: ["https://www.target.example/x"],
            name: "Cheap SEO",
            url: "https://www.site.example/shop",
            agent: "SQLMap/1.0",
            user: "u-7");

        var hits = Compile(entry).Find(context);

        hits.Should().ContainSingle().Which.Evidence.Field.Should().Be(field);
    }

    [Theory]
    [InlineData("email:ad@example.org")]
    [InlineData("email:*@sub.example.org")]
    [InlineData("domain:ample.org")]
    [InlineData("domain:org.example")]
    [InlineData("ip:192.0.2.8")]
    [InlineData("ip:192.0.3.0/24")]
    [InlineData("ip:2001:db8::/32")]
    [InlineData("agent:curl")]
    [InlineData("name:hello")]
    [InlineData("user:U-7")]
    public void What_another_entry_means_is_not_found(string entry) =>
        Compile(entry).Find(RuleContext.Of("hello", user: "u-7")).Should().BeEmpty();

    [Theory]
    [InlineData("2001:db8:1::/48", "2001:db8:1:2::3", true)]
    [InlineData("2001:db8:1::/48", "2001:db8:2::3", false)]
    [InlineData("2001:db8::1", "2001:0DB8:0:0::1", true)]
    [InlineData("192.0.2.0/25", "192.0.2.127", true)]
    [InlineData("192.0.2.0/25", "192.0.2.128", false)]
    [InlineData("192.0.2.0/24", "::ffff:192.0.2.9", true)]
    [InlineData("::ffff:192.0.2.0/120", "192.0.2.9", true)]
    [InlineData("192.0.2.0/24", "nonsense", false)]
    [InlineData("::/0", "192.0.2.1", false)]
    [InlineData("0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("192.0.2.0/024", "192.0.2.9", true)]
    [InlineData("192.0.2.9/32", "192.0.2.9", true)]
    [InlineData("192.0.2.8/31", "192.0.2.10", false)]
    [InlineData("[2001:db8:1::]/48", "2001:db8:1:2::3", true)]
    [InlineData("[2001:db8:1::]:80/48", "2001:db8:1:2::3", true)]
    [InlineData("2001:db8::1/128", "2001:db8::2", false)]
    [InlineData("8000::/1", "fe80::1%3", true)]
    [InlineData("::ffff:192.0.2.9", "192.0.2.9", true)]
    [InlineData("::ffff:192.0.2.8/127", "192.0.2.10", false)]
    [InlineData("::ffff:0.0.0.0/96", "203.0.113.9", true)]
    [InlineData("::/64", "192.0.2.9", false)]
    public void Addresses_and_networks_of_both_families_are_told_apart(string network, string address, bool isFound) =>
        (Compile("ip:" + network).Find(RuleContext.Of("Hi", address: address)).Count == 1).Should().Be(isFound);

    [Theory]
    [InlineData("ip:1", "is neither an address nor a network")]
    [InlineData("ip:010.0.0.1", "is neither an address nor a network")]
    [InlineData("ip:192.0.2.0/33", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:192.0.2.1/24", "has bits set behind its prefix")]
    [InlineData("ip:fe80::1%eth0", "is neither an address nor a network")]
    [InlineData("ip:fe80::%1/64", "is neither an address nor a network")]
    [InlineData("ip:/24", "is neither an address nor a network")]
    [InlineData("ip:192.0.2/24", "is neither an address nor a network")]
    [InlineData("ip:0xc0.0.2.0/24", "is neither an address nor a network")]
    [InlineData("ip:010.0.0.0/8", "is neither an address nor a network")]
    [InlineData("ip:192.0.2.0 /24", "is neither an address nor a network")]
    [InlineData("ip:192.0.2.0/ 24", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:192.0.2.0/", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:192.0.2.0/+24", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:192.0.2.0/-1", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:192.0.2.0/24/24", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:192.0.2.0/99999999999", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:192.0.2.0/255.255.255.0", "must have a prefix of 0 to 32 bits")]
    [InlineData("ip:2001:db8::/129", "must have a prefix of 0 to 128 bits")]
    [InlineData("ip:2001:db8::/32/48", "must have a prefix of 0 to 128 bits")]
    [InlineData("ip:192.0.2.1/0", "has bits set behind its prefix")]
    [InlineData("ip:2001:db8::1/64", "has bits set behind its prefix")]
    [InlineData("ip:::ffff:192.0.2.7/120", "has bits set behind its prefix")]
    [InlineData("ip:::ffff:192.0.2.0/24", "has bits set behind its prefix")]
    [InlineData("email:nobody", "must be an e-mail address")]
    [InlineData("email:a*@example.org", "must be an e-mail address")]
    [InlineData("domain:https://example.org", "must be a host")]
    [InlineData("agent:ab", "must have at least 3 characters")]
    [InlineData("!!!", "has no letter or digit")]
    [InlineData("*", "must have at least 2 letters")]
    [InlineData("a*", "must have at least 2 letters")]
    [InlineData("buy now*", "must be one word")]
    [InlineData("\u732B", "is a single character of a script without spaces")]
    [InlineData("word => maybe", "must ask for hold, spam or reject")]
    [InlineData("=> spam", "says nothing before")]
    [InlineData("name:", "must say something")]
    public void A_wrong_line_is_named_with_its_place_and_the_rest_is_used(string line, string fault)
    {
        var errors = new List<string>();

        var list = CompiledList.Compile(
            [new("good", "file line 1"), new(line, "file line 2"), new("# note", "file line 3"), new("", "file line 4")],
            ListKinds.Any,
            errors);

        errors.Should().ContainSingle().Which.Should().StartWith("file line 2: the entry " + fault).And.EndWith(".");
        list.Count.Should().Be(1);
        list.Find(RuleContext.Of("so good")).Should().ContainSingle();
    }

    [Fact]
    public void An_entry_longer_than_the_limit_is_wrong()
    {
        var errors = new List<string>();

        CompiledList.Compile(
            [new(new string('x', 201), "A"), new(string.Join(' ', Enumerable.Repeat("a", 17)), "B"), new(new string('x', 200), "C")],
            ListKinds.Any,
            errors).Count
            .Should().Be(1);

        errors.Should().Equal("A: the entry must say something of at most 200 characters.", "B: the entry has more than 16 words.");
    }

    [Fact]
    public void The_same_entry_twice_is_one_and_the_stricter_outcome_stays()
    {
        var list = Compile("Casino => spam", "casino", "CASINO => hold");

        list.Count.Should().Be(1);
        list.Find(RuleContext.Of("casino")).Should().ContainSingle().Which.Entry.Outcome.Should().Be(ModerationOutcome.Spam);
    }

    [Fact]
    public void Entries_that_fold_to_the_same_are_all_found() =>
        Rules("my casino", "casino", "cásino", "cas*", "casin*", "*ino", "*asi*", "my casino")
            .Should().BeEquivalentTo("casino", "cásino", "cas*", "casin*", "*ino", "*asi*", "my casino");

    [Fact]
    public void What_is_found_in_fifty_thousand_entries_is_what_is_found_in_the_one()
    {
        var many = Enumerable.Range(0, 10_000).SelectMany(
            i => (string[])[$"word{i}", $"some phrase {i}", $"domain:host{i}.example", $"ip:10.{i / 250}.{i % 250}.1", $"pre{i}fix*"]);

        var list = Compile([.. many]);

        list.Count.Should().Be(50_000);
        list.Find(
            RuleContext.Of("a word77 of some phrase 9999, pre5fixed; word10000 passes", email: "a@host5.example", address: "10.1.2.1"))
            .Select(h => h.Entry.Rule)
            .Should().BeEquivalentTo("word77", "some phrase 9999", "pre5fix*", "domain:host5.example", "ip:10.1.2.1");
    }

    [Fact]
    public void A_naive_matcher_finds_the_same()
    {
        var word = Gen.Elements("a", "b", "ab", "ba", "aab", "bad", "class", "ass", "grass", "é", "Ab", "x1");
        var entry = Gen.OneOf(
            word,
            word.Select(static w => w + "a*"),
            word.Select(static w => "*b" + w),
            word.Select(static w => "*" + w + "a*"),
            word.SelectMany(a => word.Select(b => a + "b*" + b)),
            word.ListOf(2).Select(static w => string.Join(' ', w)),
            word.ListOf(3).Select(static w => string.Join(' ', w)));
        var separator = Gen.Elements(" ", ", ", "\n", " - ", ". ", "/");
        var text = word.SelectMany(w => separator.Select(s => w + s)).ListOf().Select(static parts => string.Concat(parts));
        var cases = entry.ListOf().SelectMany(e => text.Select(t => (Entries: e.ToArray(), Text: t))).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases, c =>
        {
            var expected = c.Entries
                .Where(e => Naive(e, c.Text))
                .Select(static e => e.ToLowerInvariant())
                .Distinct()
                .Order(StringComparer.Ordinal);
            var index = new TermIndex();
            for (var i = 0; i < c.Entries.Length; i++)
            {
                index.Add(c.Entries[i], i).Should().BeNull();
            }

            var found = new TermMatches(100_000);
            index.Find(MatchText.Of(c.Text), found);
            return found.All
                .Select(m => c.Entries[m.Id].ToLowerInvariant())
                .Distinct()
                .Order(StringComparer.Ordinal)
                .SequenceEqual(expected);
        }));
    }

    public static TheoryData<string> Hostile => new()
    {
        new string('a', 100_000),
        new string('\u0301', 100_000),
        "a" + new string('\u0301', 100_000),
        string.Concat(Enumerable.Repeat("a ", 50_000)),
        string.Concat(Enumerable.Repeat("aaa1", 25_000)),
        string.Concat(Enumerable.Repeat("[.]", 33_000)),
        string.Concat(Enumerable.Repeat("賭", 100_000)),
        string.Concat(Enumerable.Repeat("c@s1no", 16_000)),
        string.Concat(Enumerable.Repeat("\uD83D\uDCA3", 50_000)),
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_texts_end_with_a_bounded_number_of_hits(string text)
    {
        var list = Compile("aa*", "*aa*", "*a*a*a*b*", "aaaa", "a a a a", "賭賭", "*賭*賭*", "casino", "c*o", new string('a', 100) + "*", "*"
            + new string('a', 64)
            + "*");

        list.Find(RuleContext.Of(text, name: text[..1_000], agent: text[..500])).Count.Should().BeLessThanOrEqualTo(CompiledList.MostHits);
    }

    // The texts of the law have no word that stands for another: no signs for letters, no letters drawn out, none set apart that make an
    // entry.
    private static bool Naive(string entry, string text)
    {
        var words = Words(text);
        if (entry.Contains('*'))
        {
            return words.Any(w => Glob(w, entry.ToLowerInvariant().Replace('é', 'e')));
        }

        var phrase = Words(entry);
        return Enumerable.Range(
            0, Math.Max(0, words.Length - phrase.Length + 1)).Any(i => words.AsSpan(i, phrase.Length).SequenceEqual(phrase));
    }

    private static string[] Words(string text) =>
        MatchText.Of(text) is var folded ? [.. folded.Words.Select(w => folded.GetSpan(w).ToString())] : [];

    private static bool Glob(ReadOnlySpan<char> word, ReadOnlySpan<char> pattern)
    {
        if (pattern.IsEmpty)
        {
            return word.IsEmpty;
        }

        if (pattern[0] != '*')
        {
            return !word.IsEmpty && word[0] == pattern[0] && Glob(word[1..], pattern[1..]);
        }

        return Glob(word, pattern[1..]) || (!word.IsEmpty && Glob(word[1..], pattern));
    }

    private static string[] Quotes(string text, params string[] entries)
    {
        var context = RuleContext.Of(text, name: "Ada");
        return [.. Compile(entries).Find(context).Select(h => text.Substring(h.Evidence.Start, h.Evidence.Length))];
    }

    private static IEnumerable<string> Rules(string text, params string[] entries) =>
        Compile(entries).Find(RuleContext.Of(text)).Select(static h => h.Entry.Rule);

    private static CompiledList Compile(params string[] entries)
    {
        var errors = new List<string>();
        var list = CompiledList.Compile(entries.Select(static e => new ListLine(e, "here")), ListKinds.Any, errors);
        errors.Should().BeEmpty();
        return list;
    }
}
