using System.Collections.Immutable;
using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Pipeline;

public sealed class PolicyCallTests
{
    [Fact]
    public async Task A_policy_that_threw_while_it_was_prepared_is_not_asked_again()
    {
        var policy = new Throwing("once");
        var calls = new PolicyCalls();
        var context = RuleContext.Of("Some text.");

        calls.GetFingerprints([policy], context.Comment).Should().BeEmpty();
        calls.GetLimits([policy], context.Comment).Should().BeEmpty();
        var finding = await calls.AskAsync(policy, context, CancellationToken.None);

        (finding!.Code, finding.Outcome, policy.Asked).Should().Be(("policy-failed", ModerationOutcome.Hold, 1));
    }

    [Fact]
    public void Another_policy_that_equals_it_did_not_fail()
    {
        var calls = new PolicyCalls();
        var (failing, equal) = (new Throwing("same"), new Throwing("same"));
        _ = calls.GetFingerprints([failing], RuleContext.Of("Some text.").Comment);

        equal.Should().Be(failing);
        calls.FindFault(failing).Should().BeOfType<InvalidOperationException>();
        calls.FindFault(equal).Should().BeNull();
    }

    [Fact]
    public void Other_settings_are_another_version_whatever_they_are_a_list_of()
    {
        RuleVersion.Of(1, new List<int> { 1, 2 }).Should().NotBe(RuleVersion.Of(1, new List<int> { 12 }));
        RuleVersion.Of(1, new List<int> { 1, 2 }).Should().Be(RuleVersion.Of(1, ImmutableArray.Create(1, 2)));
    }

    private sealed record Throwing(string Kind) : IModerationPolicy
    {
        private int[] Count { get; } = [0];

        public int Asked => Count[0];

        public string Name => Kind;

        public string Version => "1";

        public bool Equals(Throwing? other) => string.Equals(Kind, other?.Kind, StringComparison.Ordinal);

        public override int GetHashCode() => Kind.GetHashCode(StringComparison.Ordinal);

        public ImmutableArray<long> GetFingerprints(string plainText)
        {
            Count[0]++;
            throw new InvalidOperationException("Broken.");
        }

        public ImmutableArray<ActivityLimit> GetLimits(Comment comment, DateTimeOffset now)
        {
            Count[0]++;
            throw new InvalidOperationException("Broken.");
        }

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            Count[0]++;
            throw new InvalidOperationException("Broken.");
        }
    }
}
