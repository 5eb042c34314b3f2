using BlogKit.Moderation;

namespace BlogKit.AI.Tests;

public sealed class AIAnswerTests
{
    private const string Good =
        """{"nonce":"NONCE","manipulation":false,"topic":{"relation":"on-topic","confidence":0.9},"abuse":{"category":"none","severity":0}}""";

    public static TheoryData<string> NoAnswers =>
    [
        "",
        "approve",
        "{}",
        "null",
        "[]",
        "Sure! " + Good,
        Good + "\nI hope this helps.",
        "```json\n" + Good + "\n```",
        "[" + Good + "]",
        Good + Good,
        Good[..^1],
        Good.Replace("NONCE", "0123456789abcdef0123456789abcdef", StringComparison.Ordinal),
        Good.Replace("\"NONCE\"", "null", StringComparison.Ordinal),
        Good.Replace("\"nonce\":\"NONCE\",", "", StringComparison.Ordinal),
        Good.Replace("\"manipulation\":false,", "", StringComparison.Ordinal),
        Good.Replace("\"manipulation\":false", "\"manipulation\":\"false\"", StringComparison.Ordinal),
        Good.Replace("\"manipulation\":false", "\"manipulation\":true,\"manipulation\":false", StringComparison.Ordinal),
        Good.Replace("manipulation", "Manipulation", StringComparison.Ordinal),
        Good.Replace("\"manipulation\"", "\"approve\":true,\"manipulation\"", StringComparison.Ordinal),
        Good.Replace("on-topic", "On-Topic", StringComparison.Ordinal),
        Good.Replace("on-topic", "approved", StringComparison.Ordinal),
        Good.Replace("0.9", "1.01", StringComparison.Ordinal),
        Good.Replace("0.9", "-0.1", StringComparison.Ordinal),
        Good.Replace("0.9", "\"0.9\"", StringComparison.Ordinal),
        Good.Replace("0.9", "\"NaN\"", StringComparison.Ordinal),
        Good.Replace("0.9", "1e999", StringComparison.Ordinal),
        Good.Replace("\"none\"", "\"nothing\"", StringComparison.Ordinal),
        Good.Replace("\"severity\":0", "\"severity\":2", StringComparison.Ordinal),
        Good.Replace(""","abuse":{"category":"none","severity":0}""", "", StringComparison.Ordinal),
        Good.Replace("""{"category":"none","severity":0}""", "null", StringComparison.Ordinal),
        Good.Replace("{\"nonce\"", "{/* fine */\"nonce\"", StringComparison.Ordinal),
        Good[..^1] + ",}",
        Good + new string(' ', 5_000),
    ];

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task What_is_not_exactly_an_answer_holds_the_comment(string answer)
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => answer.Replace("NONCE", call.Nonce, StringComparison.Ordinal);

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic.Should().BeEquivalentTo(new { Code = "ai-invalid-answer", Outcome = ModerationOutcome.Hold, Score = 0.0 });
        abuse.Should().BeEquivalentTo(new { Code = "ai-invalid-answer", Outcome = ModerationOutcome.Hold });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task The_plain_answer_counts_with_white_space_around_it_too(string around)
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => around + Good.Replace("NONCE", call.Nonce, StringComparison.Ordinal) + around;

        (await bench.JudgeAsync(Bench.Context())).Should().Be((null, null));
    }

    [Fact]
    public async Task A_provider_that_filters_the_answer_holds_the_comment()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.FinishReason = "content_filter";

        (await bench.JudgeAsync(Bench.Context())).Topic!.Code.Should().Be("ai-refused");
    }

    [Fact]
    public async Task Every_call_has_a_code_of_its_own()
    {
        await using var bench = await Bench.StartAsync();

        await bench.JudgeAsync(Bench.Context("One"));
        await bench.JudgeAsync(Bench.Context("Two"));

        bench.Server.Chats.Select(c => c.Nonce).Should().OnlyHaveUniqueItems().And.OnlyContain(nonce => nonce.Length == 32);
    }
}
