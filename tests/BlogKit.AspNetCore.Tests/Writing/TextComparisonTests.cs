using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class TextComparisonTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => TextDiffer.Compare("a\nb", "a\nb").IsEmpty.Should().BeTrue();

    [Fact]
    public void A_changed_word_is_marked_inside_its_line()
    {
        var diff = TextDiffer.Compare("one\nThe quick brown fox jumps\nthree", "one\nThe quick red fox jumps\nthree");

        diff.Lines.Select(l => (l.Kind, string.Concat(l.Pieces.Select(p => p.IsChanged ? $"[{p.Text}]" : p.Text)))).Should().Equal(
            (DiffKind.Same, "one"),
            (DiffKind.Removed, "The quick [brown] fox jumps"),
            (DiffKind.Added, "The quick [red] fox jumps"),
            (DiffKind.Same, "three"));
    }

    [Fact]
    public void Lines_far_from_a_change_are_left_out()
    {
        var before = string.Join('\n', Enumerable.Range(0, 100));

        var diff = TextDiffer.Compare(before, before.Replace("\n50\n", "\nfifty\n", StringComparison.Ordinal));

        diff.Lines.Select(l => l.Kind).Should().Equal(
            DiffKind.Skipped, DiffKind.Same, DiffKind.Same, DiffKind.Same, DiffKind.Removed, DiffKind.Added, DiffKind.Same, DiffKind.Same,
            DiffKind.Same, DiffKind.Skipped);
        (diff.Lines[0].Skipped, diff.Lines[^1].Skipped).Should().Be((47, 46));
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("a\n\n\n", "\n\na")]
    [InlineData("a", "a\n")]
    [InlineData("🐝", "🐝🐝")]
    public void Every_line_of_both_texts_is_in_the_comparison(string before, string after)
    {
        var diff = TextDiffer.Compare(before, after);

        Side(diff, DiffKind.Removed).TrimEnd('\n').Should().Be(before.TrimEnd('\n'));
        Side(diff, DiffKind.Added).TrimEnd('\n').Should().Be(after.TrimEnd('\n'));
    }

    [Fact]
    public void Texts_without_a_line_in_common_are_compared_within_bounds()
    {
        var diff = TextDiffer.Compare(
            string.Join('\n', Enumerable.Range(0, 4_000).Select(i => $"before {i} with some words to compare")),
            string.Join('\n', Enumerable.Range(0, 4_000).Select(i => $"{i} after with some words to compare")));

        diff.Lines.Should().HaveCount(8_000);
    }

    [Fact]
    public void Texts_that_are_too_long_are_not_compared()
    {
        TextDiffer.Compare(new string('\n', 5_000), "a").IsTooLong.Should().BeTrue();
        TextDiffer.Compare(new string('a', 1_000_001), "a").IsTooLong.Should().BeTrue();
    }

    private static string Side(TextDiff diff, DiffKind kind) => string.Join(
        '\n', diff.Lines.Where(l => l.Kind == kind || l.Kind is DiffKind.Same).Select(l => string.Concat(l.Pieces.Select(p => p.Text))));
}
