using System.Globalization;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What stands in for the system's cultures where it has none.</summary>
public sealed class LanguageWithoutIcuTests
{
    [Theory]
    [InlineData("en", "5 March 2026", "1,234,567", "50%")]
    [InlineData("pl", "5 marca 2026", "1\u00A0234\u00A0567", "50%")]
    [InlineData("de", "5 März 2026", "1.234.567", "50 %")]
    [InlineData("pt-BR", "5 março 2026", "1.234.567", "50%")]
    [InlineData("xx", "5 March 2026", "1,234,567", "50 %")]
    public void Dates_and_numbers_are_the_languages_own(string language, string date, string number, string percent)
    {
        var culture = new TableCulture(language);

        new DateTime(2026, 3, 5).ToString("d MMMM yyyy", culture).Should().Be(date);
        1_234_567.ToString("N0", culture).Should().Be(number);
        string.Format(culture, "{0:N0}", 1_234_567).Should().Be(number);
        0.5.ToString("P0", culture).Should().Be(percent);
    }

    [Fact]
    public void Every_month_and_day_is_as_ICU_has_it()
    {
        var german = Languages.Of("de");
        if (german is TableCulture)
        {
            return;
        }

        foreach (var language in LanguageTable.Languages)
        {
            var system = new BlogText(new TextCatalog([]), Languages.Of(language));
            var own = new BlogText(new TextCatalog([]), new TableCulture(language));
            for (var month = 1; month <= 12; month++)
            {
                var day = new DateTime(2026, month, month + 3);
                day.ToString("d MMMM yyyy | MMMM | d MMM | dddd ddd", own.Dates)
                    .Should().Be(day.ToString("d MMMM yyyy | MMMM | d MMM | dddd ddd", system.Dates), language);
            }
        }
    }

    [Theory]
    [InlineData("PT-br", "pt-BR", "pt")]
    [InlineData("zh-hant-tw", "zh-Hant-TW", "zh-Hant")]
    [InlineData("en", "en", "")]
    public void A_tag_is_written_as_it_should_be_and_derives_from_the_shorter_one(string tag, string name, string parent)
    {
        new TableCulture(tag).Name.Should().Be(name);
        new TableCulture(tag).Parent.Name.Should().Be(parent);
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("fa-IR", true)]
    [InlineData("he", true)]
    [InlineData("az-Arab", true)]
    [InlineData("ar-Latn", false)]
    [InlineData("en", false)]
    [InlineData("pl-PL", false)]
    public void The_direction_is_that_of_the_script(string language, bool isRightToLeft) =>
        Languages.IsRightToLeft(language).Should().Be(isRightToLeft);

    [Theory]
    [InlineData("en", "en-US")]
    [InlineData("pl", "pl-PL")]
    [InlineData("ar", "ar-SA")]
    [InlineData("pt-BR", "pt-BR")]
    public void A_language_has_its_likely_region(string language, string withRegion) =>
        Languages.WithRegion(language).Should().BeOneOf(withRegion, "ar-001");

    [Fact]
    public void Every_language_of_the_system_has_the_direction_that_ICU_knows()
    {
#pragma warning disable RS0030 // What the table is compared with.
        var wrong = CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(
            static c => c.Name.Length > 0 && c.TextInfo.IsRightToLeft != Languages.IsRightToLeft(c.Name));
#pragma warning restore RS0030

        wrong.Select(static c => c.Name).Should().BeEmpty();
    }
}
