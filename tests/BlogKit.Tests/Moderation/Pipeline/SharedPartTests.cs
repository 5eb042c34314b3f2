namespace BlogKit.Tests.Moderation.Pipeline;

public sealed class SharedPartTests
{
    [Fact]
    public void What_policies_make_of_a_comment_is_made_once()
    {
        var context = RuleContext.Of("Some text.");
        var made = 0;

        var first = context.GetOrCreate(comment => new Part(comment.PlainText, ++made));
        var again = (context with { IsEdit = true }).GetOrCreate(comment => new Part(comment.PlainText, ++made));

        again.Should().BeSameAs(first);
    }

    [Fact]
    public void Another_comment_has_its_own()
    {
        var context = RuleContext.Of("Some text.");
        _ = context.GetOrCreate(static comment => new Part(comment.PlainText, 1));

        var other = (context with { Comment = context.Comment with { PlainText = "Another." } }).GetOrCreate(
            static comment => new Part(comment.PlainText, 2));

        other.Text.Should().Be("Another.");
    }

    [Fact]
    public void Two_kinds_of_parts_stand_beside_each_other()
    {
        var context = RuleContext.Of("Some text.");
        var part = context.GetOrCreate(static comment => new Part(comment.PlainText, 1));
        _ = context.GetOrCreate(static comment => comment.PlainText.Split(' '));

        context.GetOrCreate(static comment => new Part(comment.PlainText, 2)).Should().BeSameAs(part);
    }

    [Fact]
    public void A_part_is_found_by_what_it_was_made_as_and_not_by_what_it_also_is()
    {
        var context = RuleContext.Of("Some text.");
        _ = context.GetOrCreate<string[]>(static _ => ["one"]);

        context.GetOrCreate<IReadOnlyList<string>>(static _ => ["other"]).Should().Equal("other");
    }

    [Fact]
    public void Of_many_that_ask_at_once_all_are_given_the_same()
    {
        var context = RuleContext.Of("Some text.");
        var given = new Part[64];

        Parallel.For(0, given.Length, i => given[i] = context.GetOrCreate(comment => new Part(comment.PlainText, i)));

        given.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void What_was_made_makes_no_context_another()
    {
        var context = RuleContext.Of("Some text.");
        var copy = context with { };
        _ = copy.GetOrCreate(static comment => new Part(comment.PlainText, 1));

        copy.Should().Be(context);
    }

    private sealed record Part(string Text, int Number);
}
