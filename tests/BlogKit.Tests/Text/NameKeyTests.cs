using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Tests.Text;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Ada Lovelace", "ada   lovelace ")]
    [InlineData("Ada Lovelace", "\tADA\u00A0LOVELACE")]
    [InlineData("Ada", "A\u200Bd\u00ADa")]
    [InlineData("Ada", "Ａｄａ")]
    [InlineData("Zoë", "Zoe\u0308")]
    [InlineData("ﬁona", "FIONA")]
    [InlineData("Ada", "A\u0000da")]
    public void Names_that_look_the_same_have_one_key(string name, string other) =>
        NameKey.From(other).Should().Be(NameKey.From(name));

    [Theory]
    [InlineData("Ada", "Adam")]
    [InlineData("Zoe", "Zoë")]
    [InlineData("AdaLovelace", "Ada Lovelace")]
    public void Names_that_look_different_have_different_keys(string name, string other) =>
        NameKey.From(other).Should().NotBe(NameKey.From(name));

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B\u2060 ")]
    public void A_name_of_nothing_visible_has_an_empty_key(string name) => NameKey.From(name).Should().BeEmpty();

    [Fact]
    public void A_key_of_a_key_is_itself() =>
        Prop.ForAll<NonNull<string>>(name => NameKey.From(NameKey.From(name.Get)) == NameKey.From(name.Get)).QuickCheckThrowOnFailure();
}
