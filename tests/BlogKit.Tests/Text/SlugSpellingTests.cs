namespace BlogKit.Tests.Text;

public sealed class SlugSpellingTests
{
    [Theory]
    [InlineData("MorePost", "morepost")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국")]
    [InlineData("Ｍｏｒｅ－Ｐｏｓｔ", "more-post")]
    [InlineData("Über Uns", "uber-uns")]
    [InlineData("ПЧЁЛЫ", "пчёлы")]
    [InlineData("--more--post--", "more-post")]
    [InlineData("a\uFFFEb", "a-b")]
    [InlineData("more-post", "more-post")]
    public void Every_spelling_is_folded_to_the_one(string text, string slug)
    {
        Slug.TryFold(text, out var folded).Should().BeTrue();

        folded.Value.Should().Be(UnicodeForms.ToNfc(slug));
        folded.IsSpelled(text).Should().Be(text == slug);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("🐝")]
    [InlineData("\uFFFE")]
    [InlineData("-")]
    [InlineData("\uD800")]
    public void What_has_no_letter_means_nothing(string? text) => Slug.TryFold(text, out _).Should().BeFalse();

    [Fact]
    public void What_is_too_long_is_not_cut_to_another_posts_address()
    {
        Slug.TryFold(new string('a', Slug.MaximumLength), out _).Should().BeTrue();
        Slug.TryFold(new string('a', Slug.MaximumLength + 1), out _).Should().BeFalse();
        Slug.TryFold(string.Concat(Enumerable.Repeat("\u1112\u1161\u11AB", Slug.MaximumLength)), out var korean).Should().BeTrue();
        korean.Value.Should().HaveLength(Slug.MaximumLength);
    }

    [Theory]
    [InlineData("C#", "csharp")]
    [InlineData("csharp", "csharp")]
    [InlineData("CSharp", "csharp")]
    [InlineData("c++", "cpp")]
    public void A_tags_name_means_its_address(string text, string slug)
    {
        Tag.TryFold(text, out var folded).Should().BeTrue();

        folded.Value.Should().Be(slug);
    }
}
