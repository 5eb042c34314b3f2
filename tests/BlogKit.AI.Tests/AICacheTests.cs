using BlogKit.Moderation;

namespace BlogKit.AI.Tests;

public sealed class AICacheTests
{
    [Fact]
    public async Task The_same_comment_is_asked_about_once()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, "off-topic", 1);

        var first = await bench.JudgeAsync(Bench.Context());
        var second = await bench.JudgeAsync(Bench.Context());

        bench.Server.Chats.Should().ContainSingle();
        second.Topic.Should().BeEquivalentTo(first.Topic);
    }

    [Fact]
    public async Task Another_text_post_version_parent_or_link_is_another_question()
    {
        await using var bench = await Bench.StartAsync();

        await bench.JudgeAsync(Bench.Context());
        await bench.JudgeAsync(Bench.Context("What a lovely dance!"));
        await bench.JudgeAsync(Bench.Context(postVersion: 2));
        await bench.JudgeAsync(Bench.Context(parent: "Said before."));
        await bench.JudgeAsync(Bench.Context(links: ["https://elsewhere.example/"]));

        bench.Server.Chats.Should().HaveCount(5);
    }

    [Fact]
    public async Task How_sensitive_the_place_is_does_not_ask_again()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, category: "insult", severity: 0.3);

        var normal = await bench.JudgeAsync(Bench.Context());
        var high = await bench.JudgeAsync(Bench.Context(sensitivity: ModerationSensitivity.High));

        bench.Server.Chats.Should().ContainSingle();
        (normal.Abuse!.Outcome, high.Abuse!.Outcome).Should().Be((ModerationOutcome.Approve, ModerationOutcome.Hold));
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(0)]
    [InlineData(25)]
    public async Task Verdicts_are_kept_as_long_as_the_host_says(int hours)
    {
        await using var bench = await Bench.StartAsync(o => o.CacheDuration = TimeSpan.FromHours(1));
        await bench.JudgeAsync(Bench.Context());
        bench.Clock.Jump(TimeSpan.FromHours(hours));
        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        await bench.JudgeAsync(Bench.Context());
        var kept = bench.Server.Chats.Count;

        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.JudgeAsync(Bench.Context());

        kept.Should().Be(1);
        bench.Server.Chats.Should().HaveCount(2);
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_host_says_so()
    {
        await using var bench = await Bench.StartAsync(o => o.CacheDuration = TimeSpan.Zero);

        await bench.JudgeAsync(Bench.Context());
        await bench.JudgeAsync(Bench.Context());

        bench.Server.Chats.Should().HaveCount(2);
    }

    [Fact]
    public async Task Many_who_ask_the_same_at_the_same_moment_share_one_call()
    {
        await using var bench = await Bench.StartAsync();
        var goOn = new TaskCompletionSource();
        bench.Server.Before = () => goOn.Task;
        var asking = Enumerable.Range(0, 50).Select(_ => bench.JudgeAsync(Bench.Context())).ToArray();

        goOn.SetResult();
        await Task.WhenAll(asking);

        bench.Server.Chats.Should().ContainSingle();
    }
}
