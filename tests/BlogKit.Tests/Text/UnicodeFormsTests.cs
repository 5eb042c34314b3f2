using System.Text;

namespace BlogKit.Tests;

public sealed class UnicodeFormsTests
{
    private static readonly int[] s_interesting =
    [
        'a', 'e', ' ', 0xC5, 0xE9, 0x1E9B, 0x17F, 0x300, 0x301, 0x323, 0x327, 0x345, 0x3B1, 0x1F80, 0x5D0, 0x5B7, 0x5BC, 0x644, 0x622,
        0x653, 0x915, 0x93C, 0x958, 0x9C7, 0x9BE, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x304B, 0x3099, 0xFB01, 0xFDFA, 0xFF21, 0x2126,
        0x212B, 0x1D15E, 0x11099, 0x110BA, 0x2F800, 0x1D400, 0xFFFE, 0xFFFD, 0x1F41D,
    ];

    [Theory]
    [InlineData("e\u0301", "\u00E9", "e\u0301", "\u00E9", "e\u0301")]
    [InlineData("\uFB01n", "\uFB01n", "\uFB01n", "fin", "fin")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01", "\u1100\u1161\u11A8", "\uAC01", "\u1100\u1161\u11A8")]
    [InlineData("\u212B", "\u00C5", "A\u030A", "\u00C5", "A\u030A")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307", "q\u0323\u0307", "q\u0323\u0307", "q\u0323\u0307")]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323", "\u017F\u0323\u0307", "\u1E69", "s\u0323\u0307")]
    [InlineData("\u0958", "\u0915\u093C", "\u0915\u093C", "\u0915\u093C", "\u0915\u093C")]
    [InlineData("\U0001D400\uFF21", "\U0001D400\uFF21", "\U0001D400\uFF21", "AA", "AA")]
    public void The_four_forms_are_those_of_the_standard(string text, string nfc, string nfd, string nfkc, string nfkd)
    {
        UnicodeForms.ToNfc(text).Should().Be(nfc);
        UnicodeForms.ToNfd(text).Should().Be(nfd);
        UnicodeForms.ToNfkc(text).Should().Be(nfkc);
        UnicodeForms.ToNfkd(text).Should().Be(nfkd);
    }

    [Fact]
    public void What_is_no_character_stays_as_it_is()
    {
        foreach (var odd in NonCharacters.All.Append("\uD800").Append("\uDC00x").Append("\0").Append("\uDBFF\uD83D\uDC1D"))
        {
            UnicodeForms.ToNfc($"e\u0301{odd}").Should().Be($"\u00E9{odd}");
            UnicodeForms.ToNfd($"\u00E9{odd}").Should().Be($"e\u0301{odd}");
            UnicodeForms.ToNfkc($"\uFF21{odd}").Should().Be($"A{odd}");
            UnicodeForms.ToNfkd($"\uFF21{odd}").Should().Be($"A{odd}");
        }
    }

    [Fact]
    public void Every_character_has_the_forms_that_ICU_knows()
    {
        if (IcuIsMissing)
        {
            return;
        }

        var wrong = Enumerable.Range(0, 0x110000)
            .Where(static v => v is not (>= 0xD800 and <= 0xDFFF) and not 0xFFFE)
            .Select(static v => new Rune(v).ToString())
            .Where(static text => Forms(text).Any(
                form => !string.Equals(form.Own, form.Icu, StringComparison.Ordinal) && !IsNewer(text, form.Own, form.Icu)));
        wrong.Select(static text => $"U+{char.ConvertToUtf32(text, 0):X4}").Should().BeEmpty();

        // A table that is older or newer than the machine's ICU leaves the other's additions alone.
        static bool IsNewer(string text, string own, string icu) =>
            string.Equals(text, own, StringComparison.Ordinal) || string.Equals(text, icu, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_has_the_forms_that_ICU_gives_it()
    {
        if (IcuIsMissing)
        {
            return;
        }

        var random = new Random(20_261);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(1, 12)).Select(_ => new Rune(s_interesting[random.Next(s_interesting.Length)]).ToString()))
                .Replace("\uFFFE", "", StringComparison.Ordinal);

            Forms(text).Should().OnlyContain(
                static form => string.Equals(form.Own, form.Icu, StringComparison.Ordinal),
                "seed 20261, text {0}",
                string.Join(' ', text.Select(static c => $"{(int)c:X4}")));
        }
    }

    [Fact]
    public void A_long_run_of_marks_is_put_in_order()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000));

        UnicodeForms.ToNfd("q" + marks).Should().Be("q" + new string('\u0323', 50_000) + new string('\u0301', 50_000));
    }

    private static bool IcuIsMissing => Ordinary("e\u0301", NormalizationForm.FormC).Length == 2;

#pragma warning disable RS0030 // What the helper is compared with.
    private static string Ordinary(string text, NormalizationForm form) => text.Normalize(form);
#pragma warning restore RS0030

    private static (string Own, string Icu)[] Forms(string text) =>
    [
        (UnicodeForms.ToNfc(text), Ordinary(text, NormalizationForm.FormC)),
        (UnicodeForms.ToNfd(text), Ordinary(text, NormalizationForm.FormD)),
        (UnicodeForms.ToNfkc(text), Ordinary(text, NormalizationForm.FormKC)),
        (UnicodeForms.ToNfkd(text), Ordinary(text, NormalizationForm.FormKD)),
    ];
}
