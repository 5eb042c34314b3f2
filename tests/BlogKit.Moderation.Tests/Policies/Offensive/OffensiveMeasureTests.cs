using Xunit.Abstractions;

namespace BlogKit.Moderation.Tests;

/// <summary>What the policy catches of two labelled sets: one it was developed on, one that was set aside before.</summary>
public sealed class OffensiveMeasureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", 0.95, 0.03)]
    [InlineData("held-out", 0.80, 0.06)]
    public void Plain_abuse_is_caught_and_civil_sentences_pass(string name, double atLeast, double atMost)
    {
        var set = OffensiveSet.Read(name);

        var caught = Rate(set.Where(s => s.IsAbuse).Select(s => s.Text));
        var disturbed = Rate(set.Where(s => !s.IsAbuse).Select(s => s.Text));

        output.WriteLine($"{name}: {caught:P1} of the abuse caught, {disturbed:P1} of the civil sentences held");
        set.Should().HaveCountGreaterThan(150);
        caught.Should().BeGreaterThanOrEqualTo(atLeast);
        disturbed.Should().BeLessThanOrEqualTo(atMost);
    }

    [Theory]
    [InlineData("development", 0.90)]
    [InlineData("held-out", 0.80)]
    public void Disguised_abuse_is_caught(string name, double atLeast)
    {
        var abuse = OffensiveSet.Read(name).Where(s => s.IsAbuse).Select(s => s.Text).ToList();
        var rates = OffensiveSet.Disguises.Select(d => (Disguise: d, Rate: Rate(abuse.Select(t => OffensiveSet.Disguise(d, t))))).ToList();

        rates.ForEach(r => output.WriteLine($"{name}, {r.Disguise}: {r.Rate:P1}"));
        var overall = rates.Average(r => r.Rate);
        output.WriteLine($"{name}, overall: {overall:P1}");
        overall.Should().BeGreaterThanOrEqualTo(atLeast);
    }

    private static double Rate(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Count(t => OffensiveContext.Flags(t)) / (double)all.Count;
    }
}
