using BlogKit.Internal;
using BlogKit.Moderation;
using Microsoft.Extensions.AI;

namespace BlogKit.AI.Tests;

public sealed class AIFailureTests
{
    public static TheoryData<string, string> Failures => new()
    {
        { "500", "ai-unavailable" },
        { "429", "ai-unavailable" },
        { "401", "ai-unavailable" },
        { "reset", "ai-unavailable" },
        { "text:<html>", "ai-unavailable" },
        { "text:{}", "ai-unavailable" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_call_that_fails_holds_the_comment(string failure, string code)
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Fault = failure switch
        {
            "reset" => Faults.Reset,
            _ when failure.StartsWith("text:", StringComparison.Ordinal) => Faults.Text(failure[5..]),
            _ => Faults.Status(int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture)),
        };

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic!.Outcome.Should().Be(ModerationOutcome.Hold);
        topic.Reason.Should().EndWith("A person has to decide.");
        (topic.Code, abuse!.Code).Should().Be((code, code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_answer_in_time_holds_the_comment(bool hasBegun)
    {
        await using var bench = await Bench.StartAsync(o => o.Timeout = TimeSpan.FromMilliseconds(500));
        bench.Server.Fault = hasBegun ? Faults.HangInTheBody : Faults.Hang;

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        (topic!.Code, topic.Outcome, abuse!.Code).Should().Be(("ai-timeout", ModerationOutcome.Hold, "ai-timeout"));
        topic.Reason.Should().StartWith("The model did not answer within 0.5 seconds.");
    }

    [Fact]
    public async Task A_client_that_is_deaf_to_its_token_does_not_keep_the_comment()
    {
        await using var bench = await Bench.StartAsync(o => o.Timeout = TimeSpan.FromMilliseconds(100), _ => new DeafClient());

        (await bench.JudgeAsync(Bench.Context())).Topic!.Code.Should().Be("ai-timeout");
    }

    [Fact]
    public async Task Failures_can_be_left_to_the_other_policies()
    {
        await using var bench = await Bench.StartAsync(o => o.OnFailure = ModerationOutcome.Approve);
        bench.Server.Fault = Faults.Status(500);

        var (topic, _) = await bench.JudgeAsync(Bench.Context());

        topic.Should().BeEquivalentTo(new
        {
            Code = "ai-unavailable",
            Outcome = ModerationOutcome.Approve,
            Score = 0.0,
            Overrides = false,
            Reason = "The model could not be asked.",
        });
    }

    [Fact]
    public async Task Who_waits_for_others_until_the_time_is_over_is_held_without_a_call()
    {
        await using var bench = await Bench.StartAsync(o => o.MaximumConcurrency = 1);
        var release = new TaskCompletionSource<(AIResult<string>, long?)>();
        var blocking = bench.Gate.CallAsync(1, _ => release.Task, CancellationToken.None);
        bench.Options.Timeout = TimeSpan.FromMilliseconds(300);

        var waiting = await bench.JudgeAsync(Bench.Context());
        release.SetResult((AIResult<string>.Of("done"), null));

        (waiting.Topic!.Code, waiting.Abuse!.Code).Should().Be(("ai-busy", "ai-busy"));
        waiting.Topic.Outcome.Should().Be(ModerationOutcome.Hold);
        (await blocking).Value.Should().Be("done");
        bench.Server.Chats.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancellation_by_the_caller_comes_out_and_ends_the_call()
    {
        await using var bench = await Bench.StartAsync();
        using var source = new CancellationTokenSource();
        var ended = new TaskCompletionSource<bool>();
        bench.Server.Fault = async (context, stopping) =>
        {
            await source.CancelAsync();
            await Faults.Hang(context, stopping);
            ended.SetResult(context.RequestAborted.IsCancellationRequested);
        };

        var act = () => bench.Topic.EvaluateAsync(Bench.Context(), source.Token).AsTask();

        (await act.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        (await ended.Task).Should().BeTrue();
    }

    [Fact]
    public async Task Who_gives_up_does_not_take_the_call_from_the_other()
    {
        await using var bench = await Bench.StartAsync();
        using var source = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, category: "threat", severity: 1);
        bench.Server.Before = async () =>
        {
            arrived.SetResult();
            await goOn.Task;
        };
        var context = Bench.Context();
        var impatient = bench.Topic.EvaluateAsync(context, source.Token).AsTask();
        var patient = bench.Abuse.EvaluateAsync(context, CancellationToken.None).AsTask();
        await arrived.Task;

        await source.CancelAsync();
        await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<OperationCanceledException>();
        goOn.SetResult();

        (await patient)!.Code.Should().Be("ai-threat");
        bench.Server.Chats.Should().ContainSingle();
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_asks_nobody()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);
        var context = Bench.Context(new string('x', 200));

        await FluentActions.Awaiting(() => bench.Topic.EvaluateAsync(context, new CancellationToken(true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => bench.Embedding.EvaluateAsync(context, new CancellationToken(true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        bench.Server.Chats.Should().BeEmpty();
        bench.Server.Embeddings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failure_is_remembered_for_a_moment_only()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Fault = Faults.Status(500);
        await bench.JudgeAsync(Bench.Context());
        bench.Server.Fault = null;

        var atOnce = await bench.JudgeAsync(Bench.Context());
        bench.Clock.Advance(TimeSpan.FromSeconds(11));
        var later = await bench.JudgeAsync(Bench.Context());

        atOnce.Topic!.Code.Should().Be("ai-unavailable");
        later.Should().Be((null, null));
        bench.Server.Chats.Should().HaveCount(2);
    }

    private sealed class DeafClient : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            new TaskCompletionSource<ChatResponse>().Task;

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
