using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation.Tests;

/// <summary>
/// What is learned does not depend on the order in which it was learned: moderators mark spam in a row, and files are sorted by kind.
/// </summary>
public sealed class LessonOrderTests
{
    private const double HoldAt = 0.55;

    private static readonly string[] s_shortAndHonest =
    [
        "KeyError in step 3, any idea?", "typo in the second code block", "Thank you, that saved my evening.", "Why not use a queue here?",
        "sudo systemctl restart nginx fixed it for me", "I had the same problem on Fedora.", "Beautiful pictures.",
        "This is wrong, see RFC 9110.", "Please write more about sailing!", "My soup burned, how hot should the plate be?",
        "Where did you buy the lamp?", "The comments are better than the article.", "Not convinced.", "Could the author publish the data?",
        "In our town the same happened in spring.", "+1", "Works on my machine", "He retired in May, as far as I know.",
        "Does anybody know what the blue wire is for?", "I read it twice and still do not get the third proof.",
    ];

    [Theory]
    [InlineData(240, 40, true)]
    [InlineData(240, 40, false)]
    [InlineData(40, 40, true)]
    [InlineData(60, 300, true)]
    [InlineData(1500, 100, true)]
    [InlineData(1500, 1500, false)]
    public void A_run_of_one_kind_shifts_nothing(int honest, int spam, bool starter)
    {
        foreach (var order in Enum.GetValues<Order>())
        {
            var model = TrainedModels.Empty(new ModelShape(Starter: starter));
            var lessons = InventedComments.Honest(honest, seed: 1).Select(static t => new LabelledCase(t, false))
                .Concat(InventedComments.Spam(spam, seed: 2).Select(static t => new LabelledCase(t, true))).ToArray();
            Learn(model, lessons, order);
            var known = lessons.Select(static l => l.Text).ToHashSet(StringComparer.Ordinal);

            var heldHonest = Held(model, InventedComments.Honest(400, seed: 31).Concat(s_shortAndHonest).Where(t => !known.Contains(t)));
            var heldSpam = Held(model, InventedComments.Spam(400, seed: 41).Where(t => !known.Contains(t)));

            heldHonest.Should().BeLessThanOrEqualTo(0.02, $"the lessons came {order}");
            heldSpam.Should().BeGreaterThan(0.97, $"the lessons came {order}");
        }
    }

    [Fact]
    public void Comments_of_every_day_are_told_apart_in_every_order_alike()
    {
        var cases = SpamFilterFigureTests.Cases("dev").Concat(SpamFilterFigureTests.Cases("held-out")).ToArray();
        foreach (var order in Enum.GetValues<Order>())
        {
            var (heldHonest, heldSpam) = (0, 0);
            for (var fold = 0; fold < 5; fold++)
            {
                var model = TrainedModels.Empty(new ModelShape(Starter: false));
                Learn(model, [.. cases.Where((_, i) => i % 5 != fold)], order);
                var judged = cases.Where((_, i) => i % 5 == fold).ToLookup(static c => c.IsPositive, static c => c.Text);
                heldHonest += judged[false].Count(t => model.Probability(t) >= HoldAt);
                heldSpam += judged[true].Count(t => model.Probability(t) >= HoldAt);
            }

            // With evidence from before each lesson, the spam last, all 167 honest ones were held; the spam first, nothing was.
            heldHonest.Should().BeLessThan(15, $"the lessons came {order}");
            heldSpam.Should().BeGreaterThan(120, $"the lessons came {order}");
        }
    }

    [Fact]
    public void Judging_lessons_without_themselves_leaves_the_model_as_it_was()
    {
        var model = TrainedModels.Taught();
        var before = ModelFormat.Write(model);

        model.JudgeLessonsWithoutThemselves().Should().HaveCount(80);

        ModelFormat.Write(model).Should().Equal(before);
    }

    [Fact]
    public void A_lesson_is_judged_as_by_a_model_that_never_heard_of_it()
    {
        var (with, without) = (TrainedModels.Taught(), TrainedModels.Taught());
        with.Learn("a text of its own about shovels", isSpam: true, Guid.NewGuid());

        var own = with.JudgeLessonsWithoutThemselves()[^1];

        var expected = without.Weigh(
            new FeatureWorkspace(without.Shape.LongestText).Read("a text of its own about shovels", without.Shape.Bits));
        (own.Words, own.Letters, own.Pushes).Should().Be((expected.Words, expected.Letters, expected.Pushes));
    }

    [Fact]
    public void The_cost_of_a_calibration_is_bounded()
    {
        var model = TrainedModels.Empty(TrainedModels.Small with { Receipts = 3000 });
        for (var i = 0; i < 1500; i++)
        {
            model.Learn(TrainedModels.Spam(i), isSpam: true);
            model.Learn(TrainedModels.Ham(i), isSpam: false);
        }

        model.JudgeLessonsWithoutThemselves().Should().HaveCount(1000).And.Contain(static s => s.IsSpam).And.Contain(static s => !s.IsSpam);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_long_run_of_one_kind_leaves_a_quarter_of_the_receipts_to_the_other(bool spamLast)
    {
        var model = TrainedModels.Empty();
        for (var i = 0; i < 1000; i++)
        {
            var isSpam = i < 60 ? !spamLast : spamLast;
            model.Learn(isSpam ? TrainedModels.Spam(i) : TrainedModels.Ham(i), isSpam);
        }

        model.Receipts.Should().HaveCount(100);
        model.Receipts.Count(r => r.IsSpam != spamLast).Should().Be(25);
    }

    private static void Learn(SpamModel model, LabelledCase[] lessons, Order order)
    {
        if (order is Order.Mixed)
        {
            new Random(5).Shuffle(lessons);
        }
        else
        {
            lessons = [.. lessons.OrderBy(l => l.IsPositive == order is Order.SpamLast)];
        }

        foreach (var lesson in lessons)
        {
            model.Learn(lesson.Text, lesson.IsPositive, Guid.NewGuid());
        }
    }

    private static double Held(SpamModel model, IEnumerable<string> texts) => texts.Average(t => model.Probability(t) >= HoldAt ? 1.0 : 0);

    private enum Order
    {
        Mixed,
        SpamLast,
        SpamFirst,
    }
}
