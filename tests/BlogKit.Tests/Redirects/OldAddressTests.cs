using BlogKit.Redirects;

namespace BlogKit.Tests.Redirects;

public sealed class OldAddressTests
{
    [Theory]
    [InlineData("/2009/05/A-Post/", "/2009/05/a-post")]
    [InlineData("https://old.example/2009/05/a-post", "/2009/05/a-post")]
    [InlineData("http://old.example", "/")]
    [InlineData("https://old.example?p=12", "/?p=12")]
    [InlineData("/?p=12&utm_source=x#comment-3", "/?p=12")]
    [InlineData("/?page_id=2&P=1", "/?p=1&page_id=2")]
    [InlineData("/post/2009/05/X.aspx", "/post/2009/05/x.aspx")]
    [InlineData("/%e6%b5%b7", "/海")]
    [InlineData("/tag/c%23", "/tag/c#")]
    [InlineData("//evil.example/x", "/evil.example/x")]
    [InlineData("\\a\\b", "/a/b")]
    [InlineData("/a%3fp=1", "/a%3fp=1")]
    [InlineData("", "/")]
    public void An_address_has_one_spelling(string written, string spelled) =>
        OldAddress.Parse(written).Value.Should().Be(spelled);

    [Theory]
    [InlineData(null)]
    [InlineData("about")]
    [InlineData("ftp://old.example/x")]
    [InlineData("/a/../b")]
    [InlineData("/a%00b")]
    public void What_is_no_address_is_refused(string? written) => OldAddress.TryParse(written, out _).Should().BeFalse();

    // xunit cannot pass such a text on.
    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() => OldAddress.TryParse("/a" + '\uD800', out _).Should().BeFalse();

    [Fact]
    public void A_long_address_is_refused() => OldAddress.TryParse("/" + new string('a', 1000), out _).Should().BeFalse();

    [Theory]
    [InlineData("/2009/05/A Post/?p=%41&x=1")]
    [InlineData("/a%3fb/c%2525")]
    [InlineData("/?name=a%26b%3Dc")]
    public void A_spelling_is_spelled_as_itself(string written)
    {
        var address = OldAddress.Parse(written);

        OldAddress.Restore(address.Value).Should().Be(address);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/a\r\nSet-Cookie: x")]
    [InlineData("a")]
    [InlineData("")]
    public void A_target_is_never_on_another_host(string path)
    {
        var make = () => RedirectTarget.OfPath(path);

        make.Should().Throw<ArgumentException>();
    }
}
