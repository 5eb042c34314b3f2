namespace BlogKit.Moderation.Tests;

/// <summary>"I reserve the right to delete comments that are offensive or off-topic": the preset recognises both, and says so.</summary>
public sealed class ReferencePagePromiseTests
{
    private const string Essay =
        """
        Every winter the same letter comes: my sourdough will not rise. Almost always the kitchen is cold and the starter is hungry.
        Feed the starter twice a day with equal weights of flour and water, keep it at twenty-four degrees, and wait until it doubles in four hours.
        Only then mix the dough. Fold it every half hour instead of kneading, let it rest over night in the refrigerator, and bake it in a hot
        cast-iron pot with the lid on, so that the steam of the loaf itself keeps the crust soft while it grows. Rye flour ferments faster than wheat.
        """;

    [Theory]
    [InlineData("You are a worthless piece of shit and everybody here would be happier if you died.", "offensive")]
    [InlineData("Y0u are a w0rthless p i e c e of sh!t and everybody here would be happier if you d1ed.", "offensive")]
    [InlineData(
        "The central bank raised interest rates again, so mortgage lenders and bond traders expect the currency to climb against the "
            + "dollar until the next election in spring.",
        "off-topic")]
    public async Task Offensive_and_off_topic_comments_wait_with_the_reason(string text, string policy)
    {
        await using var blog = await StartAsync();
        var post = await blog.PublishAsync("Why your sourdough (really) will not rise", Essay);

        var comment = await blog.CommentAsync(post, text);

        comment.Status.Should().Be(CommentStatus.Pending);
        var finding = comment.Decision.Findings.Should().ContainSingle(f => f.Policy == policy).Subject;
        finding.Outcome.Should().Be(ModerationOutcome.Hold);
        comment.Decision.Explanation.Should().Contain(finding.Reason);
    }

    [Theory]
    [InlineData("My starter doubles in five hours when I put it on top of the boiler, and the rye loaf rises like mad.")]
    [InlineData("Thank you so much for this!!")]
    [InlineData("I disagree completely: folding every half hour ruins wheat dough, and your advice about the refrigerator is wrong.")]
    [InlineData("Would you use the same weights of flour at an altitude of two thousand metres?")]
    [InlineData("Holy crap, that pot makes a difference :-)")]
    public async Task What_belongs_there_is_shown(string text)
    {
        await using var blog = await StartAsync();
        var post = await blog.PublishAsync("Why your sourdough (really) will not rise", Essay);

        var comment = await blog.CommentAsync(post, text);

        comment.Status.Should().Be(CommentStatus.Approved, comment.Decision.Explanation);
    }

    private static Task<TestBlog> StartAsync() => TestBlog.StartAsync(options =>
    {
        options.Moderation.UsePreset(ModerationPreset.Standard);
        options.Moderation.Hold = HoldMode.None;
    });
}
