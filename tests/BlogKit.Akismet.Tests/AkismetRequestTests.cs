namespace BlogKit.Akismet.Tests;

public sealed class AkismetRequestTests
{
    [Fact]
    public async Task A_check_sends_what_the_protocol_asks_for()
    {
        await using var site = await Site.StartAsync();

        await site.JudgeAsync(site.Comment());

        var call = site.Server.Last;
        call.Method.Should().Be("POST");
        call.ContentType.Should().StartWith("application/x-www-form-urlencoded");
        call.UserAgent.Should().MatchRegex(@"^BlogKit/\d+\.\d+\.\d+ \| Akismet/\d+\.\d+\.\d+$");
        call.Form.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["api_key"] = AkismetServer.Key,
            ["blog"] = "https://front.example/blog/",
            ["user_ip"] = "203.0.113.77",
            ["user_agent"] = "Mozilla/5.0 (Test)",
            ["permalink"] = "https://front.example/blog/%E8%9C%82",
            ["comment_type"] = "comment",
            ["comment_author"] = "Gus Guest",
            ["comment_author_email"] = "gus@example.org",
            ["comment_author_url"] = "https://gus.example/",
            ["comment_content"] = "A comment with a [link](https://elsewhere.example/).",
            ["comment_date_gmt"] = "2026-03-01T12:00:00Z",
            ["comment_post_modified_gmt"] = "2026-03-01T12:00:00Z",
            ["blog_lang"] = "fr_ca",
            ["blog_charset"] = "UTF-8",
        });
    }

    [Fact]
    public async Task A_blog_with_an_address_of_its_own_gives_that()
    {
        await using var site = await Site.StartAsync(o => o.PostPath = "posts/{slug}/", new Uri("https://own.example/b"));

        await site.JudgeAsync(site.Comment());

        site.Server.Last.Form.Should().Contain("blog", "https://own.example/b").And.Contain(
            "permalink", "https://own.example/b/posts/%E8%9C%82/");
    }

    [Fact]
    public async Task The_front_page_of_the_options_stands_in_for_a_blog_without_an_address()
    {
        await using var site = await Site.StartAsync(o => o.Blog = new Uri("http://plain.example"));

        await site.JudgeAsync(site.Comment());

        site.Server.Last.Form.Should().Contain("blog", "http://plain.example/").And.Contain("permalink", "http://plain.example/%E8%9C%82");
    }

    [Fact]
    public async Task Test_mode_says_so_in_every_call()
    {
        await using var site = await Site.StartAsync(o => o.TestMode = true);

        await site.Client.VerifyKeyAsync();
        await site.JudgeAsync(site.Comment());
        await site.Teacher.TeachAsync(site.Comment(), AkismetLesson.Spam);

        site.Server.Calls.Should().HaveCount(3).And.OnlyContain(call => call.Form["is_test"] == "1");
    }

    [Theory]
    [InlineData(AkismetAddressUse.Full, "203.0.113.77", "203.0.113.77")]
    [InlineData(AkismetAddressUse.Full, "::ffff:203.0.113.77", "203.0.113.77")]
    [InlineData(AkismetAddressUse.Full, "2001:db8:1:2::5", "2001:db8:1:2::5")]
    [InlineData(AkismetAddressUse.Full, "fe80::1%3", "fe80::1")]
    [InlineData(AkismetAddressUse.Full, null, "0.0.0.0")]
    [InlineData(AkismetAddressUse.Full, "not an address", "0.0.0.0")]
    [InlineData(AkismetAddressUse.Network, "203.0.113.77", "203.0.113.0")]
    [InlineData(AkismetAddressUse.Network, "::ffff:203.0.113.77", "203.0.113.0")]
    [InlineData(AkismetAddressUse.Network, "2001:db8:1:2::5", "2001:db8:1::")]
    [InlineData(AkismetAddressUse.None, "203.0.113.77", "0.0.0.0")]
    public async Task The_network_address_is_sent_as_far_as_allowed(AkismetAddressUse use, string? address, string sent)
    {
        await using var site = await Site.StartAsync(o => o.RemoteAddress = use);

        await site.JudgeAsync(site.Comment() with { RemoteAddress = address });

        site.Server.Last.Form["user_ip"].Should().Be(sent);
    }

    [Fact]
    public async Task The_email_address_can_be_left_out_of_checks_and_reports()
    {
        await using var site = await Site.StartAsync(o => o.SendEmail = false);

        await site.JudgeAsync(site.Comment());
        await site.Teacher.TeachAsync(site.Comment(), AkismetLesson.Ham);

        site.Server.Calls.Should().HaveCount(2);
        site.Server.Calls.SelectMany(c => c.Form).Should().NotContain(f => f.Key == "comment_author_email" || f.Value.Contains("gus@"));
    }

    [Fact]
    public async Task A_reply_an_edit_and_a_webmention_are_told_as_what_they_are()
    {
        await using var site = await Site.StartAsync();

        await site.JudgeAsync(site.Comment() with { ParentId = new CommentId(Guid.CreateVersion7()) }, isEdit: true);
        var reply = site.Server.Last.Form;
        await site.JudgeAsync(site.Comment() with { Kind = CommentKind.Webmention });

        reply.Should().Contain("comment_type", "reply").And.Contain("recheck_reason", "edit");
        site.Server.Last.Form.Should().Contain("comment_type", "webmention").And.NotContainKey("recheck_reason");
    }

    [Fact]
    public async Task The_role_of_who_writes_in_the_blog_is_told_and_of_nobody_else()
    {
        await using var site = await Site.StartAsync();
        var spam = site.Comment(name: "viagra-test-author");

        var asAdministrator = await site.JudgeAsync(spam, Actor.User("1", "A", roles: BlogRoles.Administrator));
        var role = site.Server.Last.Form["user_role"];
        var asUser = await site.JudgeAsync(spam, Actor.User("2", "B"));

        asAdministrator.Should().BeNull();
        role.Should().Be("administrator");
        asUser!.Code.Should().Be("akismet-spam");
        site.Server.Last.Form.Should().NotContainKey("user_role");
    }

    [Theory]
    [InlineData(BlogRoles.Editor, "editor")]
    [InlineData(BlogRoles.Author, "author")]
    [InlineData(BlogRoles.Contributor, "contributor")]
    public async Task Each_role_has_its_name(BlogRoles role, string name)
    {
        await using var site = await Site.StartAsync();

        await site.JudgeAsync(site.Comment(), Actor.User("1", "A", roles: role));

        site.Server.Last.Form["user_role"].Should().Be(name);
    }

    [Fact]
    public async Task A_name_cannot_add_fields_to_the_form()
    {
        await using var site = await Site.StartAsync();

        await site.JudgeAsync(site.Comment("text&user_role=administrator\r\n\r\nis_test=1", "viagra-test-author&user_role=administrator"));

        site.Server.Last.Form.Should().Contain("comment_author", "viagra-test-author&user_role=administrator")
            .And.Contain("comment_content", "text&user_role=administrator\r\n\r\nis_test=1")
            .And.NotContainKey("user_role").And.NotContainKey("is_test");
    }

    [Fact]
    public async Task A_very_long_text_is_cut_without_tearing_a_character()
    {
        await using var site = await Site.StartAsync();

        await site.JudgeAsync(site.Comment("x" + string.Concat(Enumerable.Repeat("🐝", 50_000))));

        site.Server.Last.Form["comment_content"].Should().HaveLength(49_999).And.EndWith("🐝");
    }

    [Fact]
    public async Task Half_a_surrogate_pair_does_not_stop_the_check()
    {
        await using var site = await Site.StartAsync();

        (await site.JudgeAsync(site.Comment("broken \ud83d text"))).Should().BeNull();

        site.Server.Last.Form["comment_content"].Should().Be("broken \ufffd text");
    }
}
