using BlogKit.Internal;

namespace BlogKit.AI.Tests;

public sealed class AITextTests
{
    [Theory]
    [InlineData("mail bob@example.org now", "mail (e-mail) now")]
    [InlineData("bob.b+x@mail.example.org.", "(e-mail).")]
    [InlineData("<bob@example.org>,ann@example.org", "<(e-mail)>,(e-mail)")]
    [InlineData("a@b@c.example", "a@(e-mail)")]
    [InlineData("@bob and bob@ and bob@localhost", "@bob and bob@ and bob@localhost")]
    [InlineData("jürgen@müller.example", "(e-mail)")]
    [InlineData("bo\u200bb@exa\u00admple.org", "(e-mail)")]
    public void Email_addresses_are_masked(string text, string prepared)
    {
        AIText.Prepare(text, 1_000, out _).Should().Be(prepared);
    }

    [Theory]
    [InlineData("a\u200bb\u200dc\u2060d\ufeffe", "abcde")]
    [InlineData("a\u202eb\u2066c\u2069d", "abcd")]
    [InlineData("a\U000E0069\U000E0067\U000E006Eb", "ab")]
    [InlineData("a\ufe0fb\U000E0101c", "abc")]
    [InlineData("a\ue000b", "a\ufffdb")]
    [InlineData("a\r\nb\u2028c\td", "a\nb\nc\td")]
    [InlineData("Grüße, 蜂 und ✓", "Grüße, 蜂 und ✓")]
    public void What_cannot_be_seen_is_dropped(string text, string prepared)
    {
        AIText.Prepare(text, 1_000, out _).Should().Be(prepared);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        AIText.Prepare("a\ud83d", 1_000, out _).Should().Be("a\ufffd");
    }

    [Theory]
    [InlineData("a", 100_000)]
    [InlineData("@", 100_000)]
    [InlineData("a@", 50_000)]
    [InlineData("a@b.", 25_000)]
    [InlineData("\u0301", 100_000)]
    [InlineData("\u200b", 100_000)]
    public void Hostile_texts_come_out_bounded(string piece, int count)
    {
        AIText.Prepare(string.Concat(Enumerable.Repeat(piece, count)), 10_000, out _).Length.Should().BeLessThanOrEqualTo(10_000);
    }
}
