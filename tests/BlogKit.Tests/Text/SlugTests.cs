using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Tests.Text;

public sealed class SlugTests
{
    private static readonly Config s_laws = Config.QuickThrowOnFailure.WithMaxTest(500);

    // Generated strings alone seldom hold what slugs are made of; joining pieces does.
    private static readonly Arbitrary<string> s_titles = Gen.Elements(
            "Bees",
            "ÀÉÎ",
            "ß",
            "İ",
            "ı",
            "e\u0301",
            "한국어",
            "ﬁ",
            "Ω",
            "प्रेम",
            "ก็",
            "שָׁלוֹם",
            "عربي",
            "𝔘",
            "𐐀",
            "🐝",
            "👩‍🌾",
            "--",
            " ",
            "'",
            "’",
            "ʼ",
            "\u200D",
            "\u00AD",
            "\uD800",
            "\uDC00",
            "ŀ",
            "ŉ",
            "ǅ",
            "ϓ",
            "ẛ̣",
            "a\u0323\u0307",
            "k\u0301",
            "\u0301",
            "Ⅷ",
            "①",
            "½",
            "㎏",
            "ﷺ",
            "\0",
            "_",
            ".",
            new string('x', 190),
            new string('á', 199),
            string.Concat(Enumerable.Repeat("ก็", 99)))
        .ListOf()
        .Select(static pieces => string.Concat(pieces))
        .ToArbitrary();

    [Theory]
    [InlineData("What Keeping Bees Will Not Teach You", "what-keeping-bees-will-not-teach-you")]
    [InlineData("  C# & .NET: it's 100 % fun!  ", "c-net-its-100-fun")]
    [InlineData("Crème Brûlée", "creme-brulee")]
    [InlineData("Straße Ærø Łódź", "strasse-aero-lodz")]
    [InlineData("Привет, Йод", "привет-йод")]
    [InlineData("日本語 タイトル", "日本語-タイトル")]
    [InlineData("한국어", "한국어")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("🐝🐝🐝", "untitled")]
    [InlineData("", "untitled")]
    public void A_title_becomes_words_joined_by_hyphens(string title, string expected) =>
        Slug.From(title).Value.Should().Be(expected);

    [Fact]
    public void A_slug_of_a_slug_is_itself() => Law(title => Slug.From(Slug.From(title).Value) == Slug.From(title));

    [Fact]
    public void What_is_made_is_parsed() =>
        Law(title => Slug.TryParse(Slug.From(title).Value, out var slug) && slug == Slug.From(title));

    [Fact]
    public void A_slug_is_never_empty_nor_too_long() =>
        Law(title => Slug.From(title).Value.Length is > 0 and <= Slug.MaximumLength);

    [Fact]
    public void A_slug_is_well_formed() => Law(title => IsWellFormed(Slug.From(title).Value));

    [Fact]
    public void A_numbered_slug_is_a_slug() => Law(title =>
    {
        var numbered = Slug.From(title).WithNumber(1_234_567);
        return numbered.Value.EndsWith("-1234567", StringComparison.Ordinal)
            && numbered.Value.Length <= Slug.MaximumLength
            && Slug.TryParse(numbered.Value, out _);
    });

    [Fact]
    public void A_cut_slug_ends_with_a_whole_character() =>
        Law(title => IsPrefixOfCharacters(Slug.From(title).Value, Slug.From(title + new string('ก', 40)).Value));

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("two--hyphens")]
    [InlineData("-edge")]
    [InlineData("edge-")]
    [InlineData("with space")]
    [InlineData("e\u0301")]
    [InlineData("a\0b")]
    [InlineData("a/b")]
    [InlineData("..")]
    public void What_no_title_gives_is_refused(string text)
    {
        Slug.TryParse(text, out var slug).Should().BeFalse();
        slug.Should().Be(default(Slug));
        ((Action)(() => Slug.Parse(text, null))).Should().Throw<FormatException>();
    }

    [Fact]
    public void A_slug_that_is_too_long_is_refused() =>
        Slug.TryParse(new string('a', Slug.MaximumLength + 1), out _).Should().BeFalse();

    [Fact]
    public void A_slug_is_a_string_in_json()
    {
        var slug = Slug.From("Bees & wax");

        JsonSerializer.Serialize(slug).Should().Be("\"bees-wax\"");
        JsonSerializer.Deserialize<Slug>("\"bees-wax\"").Should().Be(slug);
        ((Action)(() => JsonSerializer.Deserialize<Slug>("\"Bees\""))).Should().Throw<JsonException>();
    }

    [Fact]
    public void A_number_begins_at_two() =>
        ((Action)(() => Slug.From("a").WithNumber(1))).Should().Throw<ArgumentOutOfRangeException>();

    private static void Law(Func<string, bool> holds)
    {
        Check.One(s_laws, Prop.ForAll(s_titles, holds));
        Check.One(s_laws, Prop.ForAll<NonNull<string>>(text => holds(text.Get)));
    }

    private static bool IsWellFormed(string slug) =>
        !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--", StringComparison.Ordinal)
        && string.Equals(UnicodeForms.ToNfc(slug), slug, StringComparison.Ordinal)
        && slug.EnumerateRunes().All(static rune => rune.Value is '-' || System.Text.Rune.IsLetterOrDigit(rune)
            || System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark);

    // Where the longer title was cut, no mark was torn from its letter.
    private static bool IsPrefixOfCharacters(string whole, string cut) =>
        cut.Length >= whole.Length
        || StringInfo.ParseCombiningCharacters(whole).Contains(cut.Length)
        || !whole.StartsWith(cut, StringComparison.Ordinal);
}
