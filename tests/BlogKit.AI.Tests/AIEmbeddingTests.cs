using BlogKit.Moderation;

namespace BlogKit.AI.Tests;

public sealed class AIEmbeddingTests
{
    private const string Alike =
        "The waggle dance tells other bees of the hive where the flowers are, in which direction and at what distance they stand.";
    private const string Unlike =
        "Cheap loans without paperwork, order luxury watches online today, casino bonus codes available, contact our sales office.";

    [Fact]
    public async Task A_comment_like_the_post_passes()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);

        (await bench.CompareAsync(Bench.Context(Alike))).Should().BeNull();

        bench.Server.Embeddings.Should().ContainSingle().Which.Model.Should().Be("embed-test");
    }

    [Fact]
    public async Task A_comment_unlike_post_and_conversation_is_held()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);

        var finding = await bench.CompareAsync(Bench.Context(Unlike, parent: "Bees are lovely.", conversation: ["Flowers are lovely."]));

        finding.Should().BeEquivalentTo(new { Code = "ai-unlike-discussion", Outcome = ModerationOutcome.Hold });
        finding!.Score.Should().BeInRange(0, 1);
        finding.Details.Should().Contain(d => d.Name == "similarity").And.Contain(d => d.Name == "model" && d.Value == "embed-test");
        bench.Embedding.Version.Should().StartWith("1/embed-test/");
    }

    [Fact]
    public async Task A_comment_like_the_conversation_or_its_parent_passes()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);

        (await bench.CompareAsync(Bench.Context(Unlike, conversation: ["Order luxury watches online: casino bonus!"]))).Should().BeNull();
        (await bench.CompareAsync(Bench.Context(Unlike + " ", parent: "Luxury watches, cheap loans, casino bonus."))).Should().BeNull();
    }

    [Fact]
    public async Task Only_as_much_of_the_conversation_counts_as_the_host_says()
    {
        await using var bench = await Bench.StartAsync(o => (o.EmbeddingTopic.Enabled, o.EmbeddingTopic.ConversationSize) = (true, 1));

        var finding = await bench.CompareAsync(
            Bench.Context(Unlike, conversation: ["Flowers are lovely.", "Order luxury watches online: casino bonus!"]));

        finding.Should().NotBeNull();
        bench.Server.Embeddings.Single().Inputs.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_short_comment_is_not_looked_at()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);

        (await bench.CompareAsync(Bench.Context("Thanks!"))).Should().BeNull();

        bench.Server.Embeddings.Should().BeEmpty();
    }

    [Fact]
    public async Task Vectors_of_the_post_are_kept()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);
        await bench.CompareAsync(Bench.Context(Alike));
        await bench.CompareAsync(Bench.Context(Unlike));
        await bench.CompareAsync(Bench.Context(Unlike));

        bench.Server.Embeddings.Select(e => e.Inputs.Length).Should().Equal(2, 1);
        bench.Server.Embeddings.Last().Inputs.Should().Equal(Unlike);
    }

    [Fact]
    public async Task A_long_post_is_compared_piece_by_piece()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);
        var context = Bench.Context(Unlike);
        context = context with
        {
            Facts = context.Facts with
            {
                Post = context.Facts.Post! with
                {
                    Text = string.Concat(Enumerable.Repeat("🐝", 2_500)) + " luxury watches online casino bonus codes",
                }
            }
        };

        (await bench.CompareAsync(context)).Should().BeNull();

        bench.Server.Embeddings.Single().Inputs
            .Should().HaveCount(4).And.OnlyContain(input => input.Length <= 2_000 && !input.Contains('\ufffd'));
    }

    [Theory]
    [InlineData("zero")]
    [InlineData("infinite")]
    [InlineData("ragged")]
    public async Task Vectors_that_are_none_hold_the_comment(string kind)
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);
        bench.Server.Embed = text => kind switch
        {
            "zero" => new float[8],
            "infinite" => [float.PositiveInfinity, 1],
            _ => Enumerable.Repeat(1f, text.Length).ToArray(),
        };

        var finding = await bench.CompareAsync(Bench.Context(Alike));

        finding.Should().BeEquivalentTo(new { Code = "ai-invalid-answer", Outcome = ModerationOutcome.Hold });
    }

    [Fact]
    public async Task No_answer_in_time_holds_the_comment()
    {
        await using var bench = await Bench.StartAsync(o => (o.EmbeddingTopic.Enabled, o.Timeout) = (true, TimeSpan.FromMilliseconds(300)));
        bench.Server.Fault = Faults.Hang;

        (await bench.CompareAsync(Bench.Context(Alike)))!.Code.Should().Be("ai-timeout");
    }

    [Fact]
    public async Task The_provider_failing_holds_the_comment()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);
        bench.Server.Fault = Faults.Status(500);

        (await bench.CompareAsync(Bench.Context(Alike)))!.Code.Should().Be("ai-unavailable");
    }

    [Fact]
    public async Task It_needs_the_post_and_the_conversation()
    {
        await using var bench = await Bench.StartAsync(o => o.EmbeddingTopic.Enabled = true);

        bench.Embedding.Needs.Should().Be(ModerationNeeds.PostText | ModerationNeeds.Conversation);
        bench.Embedding.Cost.Should().Be(PolicyCost.Outside);
    }
}
