namespace BlogKit.Akismet.Tests;

public sealed class AkismetTeacherTests
{
    [Theory]
    [InlineData(AkismetLesson.Spam, "/1.1/submit-spam")]
    [InlineData(AkismetLesson.Ham, "/1.1/submit-ham")]
    public async Task A_report_has_the_values_of_the_check_it_corrects(AkismetLesson lesson, string path)
    {
        await using var site = await Site.StartAsync();
        var comment = site.Comment();
        await site.JudgeAsync(comment);
        var check = site.Server.Last.Form;

        var answer = await site.Teacher.TeachAsync(comment, lesson);

        answer.Should().Be(new AkismetAnswer());
        site.Server.Last.Path.Should().Be(path);
        site.Server.Last.Form.Should().BeEquivalentTo(check);
    }

    [Fact]
    public async Task Of_a_purged_comment_nothing_is_sent()
    {
        await using var site = await Site.StartAsync();
        var purged = site.Comment("") with { PurgedAt = DateTimeOffset.UnixEpoch };

        var answer = await site.Teacher.TeachAsync(purged, AkismetLesson.Spam);

        answer.Fault.Should().Be(AkismetFault.NothingToSend);
        site.Server.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_comment_whose_post_is_gone_can_still_be_reported()
    {
        await using var site = await Site.StartAsync();

        var answer = await site.Teacher.TeachAsync(site.Comment() with { PostId = new PostId(Guid.CreateVersion7()) }, AkismetLesson.Spam);

        answer.Fault.Should().Be(AkismetFault.None);
        site.Server.Last.Form["permalink"].Should().Be("https://front.example/blog/");
    }

    [Fact]
    public async Task A_report_that_fails_says_why()
    {
        await using var site = await Site.StartAsync();
        site.Server.Fault = Faults.Status(502);
        var broken = await site.Teacher.TeachAsync(site.Comment(), AkismetLesson.Spam);
        site.Server.Fault = Faults.Text("false");

        var unknown = await site.Teacher.TeachAsync(site.Comment(), AkismetLesson.Spam);

        broken.Fault.Should().Be(AkismetFault.Unavailable);
        unknown.Fault.Should().Be(AkismetFault.Unreadable);
    }

    [Fact]
    public async Task A_lesson_that_is_none_is_refused()
    {
        await using var site = await Site.StartAsync();

        var act = () => site.Teacher.TeachAsync(site.Comment(), (AkismetLesson)7);

        await act.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task A_key_is_verified_with_the_front_page()
    {
        await using var site = await Site.StartAsync();
        await using var wrong = await Site.StartAsync(o => o.ApiKey = "wrong");
        await using var down = await Site.StartAsync();
        down.Server.Fault = Faults.Reset;

        var valid = await site.Client.VerifyKeyAsync();
        var invalid = await wrong.Client.VerifyKeyAsync();
        var unknown = await down.Client.VerifyKeyAsync();

        valid.Should().Be(new AkismetAnswer());
        site.Server.Last.Path.Should().Be("/1.1/verify-key");
        site.Server.Last.Form.Should().BeEquivalentTo(
            new Dictionary<string, string> { ["api_key"] = AkismetServer.Key, ["blog"] = "https://front.example/blog/" });
        invalid.Fault.Should().Be(AkismetFault.InvalidKey);
        unknown.Fault.Should().Be(AkismetFault.Unavailable);
    }
}
