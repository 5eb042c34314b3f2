using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class MatchTextTests
{
    [Theory]
    [InlineData("Hello World", "hello world")]
    [InlineData("a\r\n\t b", "a b")]
    [InlineData("Ｆｕｌｌ ｗｉｄｔｈ", "full width")]
    [InlineData("𝓯𝓪𝓷𝓬𝔂", "fancy")]
    [InlineData("🅱🅰🅳", "bad")]
    [InlineData("ﬁne", "fine")]
    [InlineData("Straße", "strasse")]
    [InlineData("naïve Ångström café", "naive angstrom cafe")]
    [InlineData("z\u0300\u0301\u0302a\u0335lgo", "zalgo")]
    [InlineData("in\u200Bvis\u00ADi\u2060ble\u202E", "invisible")]
    [InlineData("don’t – “so”…", "don't - \"so\"...")]
    [InlineData("ѕсаm", "scam")]
    [InlineData("ЅСАm", "scam")]
    [InlineData("ρаyраl", "paypal")]
    [InlineData("Привет, мир", "привет, мир")]
    [InlineData("сор", "сор")]
    [InlineData("ΚΑΛΗΜΕΡΑ ΚΟΣΜΟΣ", "καλημερα κοσμοσ")]
    [InlineData("日本語 テキスト", "日本語 テキスト")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("ᄒ\u1161\u11AB", "한")]
    [InlineData("", "")]
    public void Text_is_folded(string original, string folded) => MatchText.Of(original).Folded.Should().Be(folded);

    [Fact]
    public void A_word_that_only_looks_Latin_is_folded_in_a_Latin_text() =>
        MatchText.Of("please read this сора now").Folded.Should().Be("please read this copa now");

    [Fact]
    public void A_word_that_only_looks_Latin_stays_among_others_of_its_script() =>
        MatchText.Of("please read this: сора лежит").Folded.Should().Be("please read this: сора лежит");

    [Fact]
    public void A_span_leads_back_to_what_was_written()
    {
        var text = MatchText.Of("so  Ｂa\u200Bd\u0301 and");

        var at = text.Folded.IndexOf("bad", StringComparison.Ordinal);
        var (start, length) = text.GetOriginalSpan(at, 3);

        text.Original.Substring(start, length).Should().Be("Ｂa\u200Bd\u0301");
        text.CreateEvidence(EvidenceField.Text, at, 3, "rule").Should().Be(new FindingEvidence(EvidenceField.Text, start, length, "rule"));
    }

    [Fact]
    public void A_replaced_pair_leads_back_to_both_halves()
    {
        var text = MatchText.Of("x\U00010420y z"); // a Deseret letter that looks like an S

        text.Folded.Should().Be("xsy z");
        text.GetOriginalSpan(1, 1).Should().Be((1, 2));
        text.GetOriginalSpan(2, 1).Should().Be((3, 1));
    }

    [Theory]
    [InlineData("one, two!", "one|two")]
    [InlineData("don't 'quote'", "don't|quote")]
    [InlineData("$hit b!tch a$$ f*ck f*** @ss", "$hit|b!tch|a$$|f*ck|f***|@ss")]
    [InlineData("* item", "item")]
    [InlineData("a-b c.d", "a|b|c|d")]
    [InlineData("слово 語", "слово|語")]
    public void Words_hold_the_symbols_that_stand_for_letters(string original, string words)
    {
        var text = MatchText.Of(original);

        string.Join('|', text.Words.Select(w => text.GetSpan(w).ToString())).Should().Be(words);
    }

    [Fact]
    public void Every_span_lies_inside_the_original_and_in_order() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>().Generator.Where(t => t is not null).ToArbitrary(), written =>
        {
            var text = MatchText.Of(written!);
            var last = 0;
            for (var i = 0; i < text.Folded.Length; i++)
            {
                var (start, length) = text.GetOriginalSpan(i, 1);
                start.Should().BeGreaterThanOrEqualTo(last);
                length.Should().BePositive();
                (start + length).Should().BeLessThanOrEqualTo(written!.Length);
                last = start;
            }

            text.Words.All(w => w.Length > 0 && w.End <= text.Folded.Length).Should().BeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Folding_Latin_text_twice_changes_nothing_more() =>
        Prop.ForAll(Gen.Elements("aBzéßŁ  \t’1@Ｆ\u0301\u200B𝓯ﬁ".EnumerateRunes().ToArray()).ListOf().ToArbitrary(), runes =>
        {
            var once = MatchText.Of(string.Concat(runes)).Folded;
            MatchText.Of(once).Folded.Should().Be(once);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a")]
    [InlineData("\u0301")]
    [InlineData("а")]
    [InlineData("aа")]
    [InlineData("\uD800")]
    [InlineData("\uFDFA")]
    [InlineData("\u200B")]
    [InlineData(" ")]
    [InlineData("@")]
    [InlineData("!")]
    [InlineData("\u1161")]
    [InlineData("\U00010420")]
    public void Hostile_text_is_folded_in_bounds(string unit)
    {
        var original = new StringBuilder().Insert(0, unit, 100_000 / unit.Length).ToString();

        var text = MatchText.Of(original);

        text.Folded.Length.Should().BeLessThanOrEqualTo(18 * original.Length);
        if (text.Folded.Length > 0)
        {
            var (start, length) = text.GetOriginalSpan(0, text.Folded.Length);
            (start + length).Should().BeLessThanOrEqualTo(original.Length);
        }
    }
}
