using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Bans;

public sealed class BanTests
{
    [Theory]
    [InlineData("email:Sam@Example.org", "email:sam@example.org")]
    [InlineData("user:Key 1", "user:Key 1")]
    [InlineData("address:192.0.2.7", "address:192.0.2.7/32")]
    [InlineData("address:192.0.2.7/24", "address:192.0.2.0/24")]
    [InlineData("address:192.0.2.7/16", "address:192.0.0.0/16")]
    [InlineData("address:::ffff:192.0.2.7", "address:192.0.2.7/32")]
    [InlineData("address:::ffff:192.0.2.7/120", "address:192.0.2.0/24")]
    [InlineData("address:2001:DB8:0:0:1:0:0:1", "address:2001:db8::1:0:0:1/128")]
    [InlineData("address:2001:db8:1:2:3::/64", "address:2001:db8:1:2::/64")]
    [InlineData("address:2001:db8:1:2::/48", "address:2001:db8:1::/48")]
    [InlineData("address:fe80::1%eth0", "address:fe80::1/128")]
    [InlineData("address:fe80::1%1/64", "address:fe80::/64")]
    [InlineData("address: 192.0.2.7 ", "address:192.0.2.7/32")]
    [InlineData("address: 192.0.2.7 /24", "address:192.0.2.0/24")]
    [InlineData("address:192.0.2.7/024", "address:192.0.2.0/24")]
    [InlineData("address:[2001:db8::1]/64", "address:2001:db8::/64")]
    [InlineData("address:::ffff:192.0.2.7/112", "address:192.0.0.0/16")]
    [InlineData("address:::ffff:c000:207/128", "address:192.0.2.7/32")]
    public async Task A_key_is_stored_in_one_form(string typed, string stored)
    {
        await using var desk = await Desk.StartAsync();

        (await desk.Bans.BanAsync(new NewBan(desk.BlogId, typed), desk.Moderator)).Value.Key.Should().Be(stored);
        (await desk.Bans.LiftAsync(desk.BlogId, typed, desk.Moderator)).Succeeded.Should().BeTrue(because: "it is the same key");
    }

    [Theory]
    [InlineData("author:00000000000000000000000000000001", ErrorCodes.CannotBeBanned)]
    [InlineData("email:nobody", ErrorCodes.InvalidEmail)]
    [InlineData("user: ", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2.7/8", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2.7/33", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2.7/-1", ErrorCodes.InvalidKey)]
    [InlineData("address:2001:db8::/32", ErrorCodes.InvalidKey)]
    [InlineData("address:::ffff:192.0.2.7/64", ErrorCodes.InvalidKey)]
    [InlineData("address:010.0.0.1", ErrorCodes.InvalidKey)]
    [InlineData("address:010.0.0.0/16", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2/24", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2.7/", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2.7/ 24", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2.7/24/24", ErrorCodes.InvalidKey)]
    [InlineData("address:192.0.2.7/120", ErrorCodes.InvalidKey)]
    [InlineData("address:::ffff:192.0.2.7/24", ErrorCodes.InvalidKey)]
    [InlineData("address:::ffff:192.0.2.7/129", ErrorCodes.InvalidKey)]
    [InlineData("address:2001:db8::/48/64", ErrorCodes.InvalidKey)]
    [InlineData("address:1", ErrorCodes.InvalidKey)]
    [InlineData("address:", ErrorCodes.InvalidKey)]
    [InlineData("192.0.2.7", ErrorCodes.InvalidKey)]
    [InlineData("", ErrorCodes.Required)]
    [InlineData("user:\0", ErrorCodes.InvalidText)]
    public async Task What_is_no_key_is_refused(string typed, string code)
    {
        await using var desk = await Desk.StartAsync();

        (await desk.Bans.BanAsync(new NewBan(desk.BlogId, typed), desk.Moderator)).ShouldFail(code, "Key");
        (await desk.Bans.ListAsync(desk.BlogId, desk.Moderator, BanScope.All)).Value.Should().BeEmpty();
    }

    [Theory]
    [InlineData("192.0.2.7", "address:192.0.2.7/32", "address:192.0.2.0/24", "address:192.0.0.0/16")]
    [InlineData("::ffff:192.0.2.7", "address:192.0.2.7/32", "address:192.0.2.0/24", "address:192.0.0.0/16")]
    [InlineData("2001:db8:1:2:3::4", "address:2001:db8:1:2:3::4/128", "address:2001:db8:1:2::/64", "address:2001:db8:1::/48")]
    public void A_submission_answers_to_its_writer_and_every_network_it_came_from(string address, params string[] networks)
    {
        BanKeys.For("email:sam@example.org", address).Should().Equal(["email:sam@example.org", .. networks]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unix:/run/socket")]
    [InlineData("192.0.2.7, 192.0.2.8")]
    public void An_address_that_is_none_answers_to_nothing(string? address)
    {
        BanKeys.For(null, address).Should().BeEmpty();
        BanKeys.For("author:00000000000000000000000000000001", address).Should().BeEmpty();
    }

    [Fact]
    public void A_key_of_a_hundred_thousand_letters_is_refused_without_being_read()
    {
        BanKeys.For("user:x", new string(':', 100_000)).Should().Equal("user:x");
        BanKeys.Read("address:" + new string('1', 100_000)).ShouldFail(ErrorCodes.InvalidKey);
    }

    [Fact]
    public async Task A_ban_is_over_at_its_end_and_kept()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Bans.BanAsync(
            new NewBan(desk.BlogId, "user:sam") { Reason = "Rude.", Until = desk.Blog.Now.AddDays(1) }, desk.Moderator);

        (await desk.Bans.ListAsync(desk.BlogId, desk.Moderator)).Value
            .Should().ContainSingle(b => b.Reason == "Rude." && b.ActorKey == desk.Moderator.Key);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(1));
        (await desk.Bans.ListAsync(desk.BlogId, desk.Moderator)).Value.Should().BeEmpty();
        (await desk.Bans.ListAsync(desk.BlogId, desk.Moderator, BanScope.All)).Value.Should().ContainSingle();
        (await desk.Bans.LiftAsync(desk.BlogId, "user:sam", desk.Moderator)).ShouldFail(ErrorCodes.BanNotFound);
    }

    [Fact]
    public async Task A_comment_tells_by_which_keys_its_writer_can_be_banned()
    {
        await using var desk = await Desk.StartAsync();
        var guests = await desk.CommentAsync(with: c => c with { RemoteAddress = "192.0.2.7" });
        var authors = await desk.CommentAsync(actor: Actor.Author(await desk.Blog.AuthorAsync("Willa")));

        (await desk.Bans.ListAllKeysAsync(guests.BlogId, guests.Id, desk.Moderator)).Value.Should()
            .Equal("email:gus@example.org", "address:192.0.2.7/32", "address:192.0.2.0/24", "address:192.0.0.0/16");
        (await desk.Bans.ListAllKeysAsync(authors.BlogId, authors.Id, desk.Moderator)).Value.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_moderators_of_the_blog_ban()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var stranger = await desk.StrangerAsync();

        (await desk.Bans.BanAsync(new NewBan(desk.BlogId, "user:sam"), stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Bans.LiftAsync(desk.BlogId, "user:sam", stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Bans.ListAsync(desk.BlogId, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Bans.ListAllKeysAsync(comment.BlogId, comment.Id, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Bans.BanAsync(
            new NewBan(desk.BlogId, "user:sam") { Until = desk.Blog.Now }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "Until");
    }
}
