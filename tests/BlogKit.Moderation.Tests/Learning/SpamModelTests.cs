using BlogKit.Moderation.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class SpamModelTests
{
    private static readonly string[] Texts =
    [
        .. Enumerable.Range(0, 12).Select(TrainedModels.Spam),
        .. Enumerable.Range(0, 12).Select(TrainedModels.Ham),
        "",
        "!!!",
        "\uD83D\uDE00",
    ];

    [Fact]
    public void Learning_and_unlearning_returns_to_the_identical_state()
    {
        var lessons = Gen.Elements(Texts).Zip(ArbMap.Default.GeneratorFor<(bool IsSpam, bool IsHalf)>()).ListOf().ToArbitrary();

        Prop.ForAll(lessons, list =>
        {
            var model = TrainedModels.Taught();
            var before = ModelFormat.Write(model);
            var keys = list.Take(20).Select(l =>
            {
                var key = Guid.NewGuid();
                model.Learn(l.Item1, l.Item2.IsSpam, key, l.Item2.IsHalf);
                return key;
            }).ToArray();

            // Not in the order they were learned: every receipt stands for itself.
            Random.Shared.Shuffle(keys);
            return keys.All(model.Unlearn) && ModelFormat.Write(model).SequenceEqual(before);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Learning_in_between_does_not_stop_a_lesson_from_being_taken_back()
    {
        var model = TrainedModels.Taught();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var before = ModelFormat.Write(model);
        model.Learn("one text", isSpam: true, first);
        model.Learn("another text", isSpam: false, second);

        model.Unlearn(first).Should().BeTrue();
        model.Unlearn(second).Should().BeTrue();

        ModelFormat.Write(model).Should().Equal(before);
    }

    [Fact]
    public void Learning_the_same_comment_again_takes_the_place_of_the_first_lesson()
    {
        var (once, twice) = (TrainedModels.Taught(), TrainedModels.Taught());
        var key = Guid.NewGuid();
        once.Learn("a text", isSpam: false, key);
        twice.Learn("a text", isSpam: true, key);

        twice.Learn("a text", isSpam: false, key);

        ModelFormat.Write(twice).Should().Equal(ModelFormat.Write(once));
    }

    [Fact]
    public void What_was_never_learned_cannot_be_taken_back()
    {
        var model = TrainedModels.Taught();
        var before = ModelFormat.Write(model);

        model.Unlearn(Guid.NewGuid()).Should().BeFalse();

        ModelFormat.Write(model).Should().Equal(before);
    }

    [Fact]
    public void Counts_do_not_depend_on_the_order_of_lessons()
    {
        var (forwards, backwards) = (TrainedModels.Empty(), TrainedModels.Empty());
        for (var i = 0; i < 30; i++)
        {
            forwards.Learn(TrainedModels.Spam(i), isSpam: i % 2 == 0);
            backwards.Learn(TrainedModels.Spam(29 - i), isSpam: (29 - i) % 2 == 0);
        }

        // Pushes are corrections and do depend on it; with the first 30 of 10,000 lessons to a half-life the weights are alike to a
        // sixty-fourth.
        for (var i = 0; i < forwards.Table.Length; i++)
        {
            (forwards.Table[i].Spam > 0).Should().Be(backwards.Table[i].Spam > 0);
            forwards.Table[i].Spam.Should().BeCloseTo(backwards.Table[i].Spam, 30);
            forwards.Table[i].Ham.Should().BeCloseTo(backwards.Table[i].Ham, 30);
        }
    }

    [Fact]
    public void Lessons_turn_the_judgement()
    {
        var model = TrainedModels.Taught();

        model.Probability("please subscribe to my channel, free coins").Should().BeGreaterThan(0.8);
        model.Probability("the beans came up well, thank you").Should().BeLessThan(0.2);
    }

    [Fact]
    public void Shares_and_bias_add_up_to_the_logarithm_of_the_odds()
    {
        var model = TrainedModels.Taught();
        var workspace = new FeatureWorkspace(model.Shape.LongestText);

        Prop.ForAll(Gen.Elements(Texts).ToArbitrary(), text =>
        {
            var shares = new double[workspace.Read(text, model.Shape.Bits).Length];
            var logOdds = model.LogOdds(workspace.Cells, shares);
            return Math.Abs(shares.Sum() + model.Calibration.Bias - logOdds) < 1e-4;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_model_read_back_is_the_same()
    {
        var model = TrainedModels.Taught();
        var key = Guid.NewGuid();
        model.Learn("keyed", isSpam: true, key, isHalf: true);
        var state = ModelFormat.Write(model);

        var read = ModelFormat.Read(state, model.Shape)!;

        ModelFormat.Write(read).Should().Equal(state);
        read.LogOdds("subscribe to the beans").Should().Be(model.LogOdds("subscribe to the beans"));
        read.Unlearn(key).Should().BeTrue();
        (read.SpamLessons, read.HamLessons).Should().Be((40, 40));
    }

    [Fact]
    public void A_model_of_the_form_before_is_read()
    {
        // Written by 0.1: "cheap watches" as spam, and "the beans came up" as half welcome under this key.
        const string Former =
            "QktNMQEM0A+QTgABAUAgADSAAQD0CwmAAUC0BBsAQN8DKoABAPQLD4ABAPoFD4ABAPQLGgBA3wMMAEDfA1cAQL8HPwBA3wMTAEDfAx+AAQD0CwGAAUC0BCEAQN8DTYABAPoFSIABAPQLfQBAvwcMAEC/B4kBgAEA+gVNAEDfAw+AAQD6BR6AAQD6BRiAAQD6BcECgAEA+gU5AEC/B4wBgAEA+gUpAEC/Bx8AQL8HHIABQLQEUIABAPoFgQGAAUC0BAuAAQD6BXmAAUC0BB2AAUC0BBAAQN8DawBAvwdVgAFAtARwgAEA+gVegAFAtAQPgAFAtAQoAEDfA2kAQN8DdABAvwejAYABAPoFF4ABAPoFHABA3wMWAEC/BykAQN8DPgBA3wMEgAEA+gVHgAFAtASNAQBA3wMoAEDfAyeAAQD6BbQBgAEA9AtAgAEA+gU9AEC/B0uAAQD6BXYAQL8HDIABAPQLI4ABAPoF0gEAQN8DAAIRERERERERcYERERERERERAUD0CwAAAAAAAAAAAAAAAAAAAAAAAAAAACPINt0XrQ3RD+UOyTehAsUaZr4C2TnhM90c0xSbL4kk+QezLKEPozzhLIIC3DuaBogJzh54qCLiJcQliB+cBqQZqDDGHCIiIiIiIiJygiIiIiIiIiICIL8HsRB2QAAAAADVlLI/AAAAAAAAAAAAJewY3QWpH5ktmguCC8Myly6zJvMCiwPHDq8Brhi4BLcFxz+FKJMv3wbELcI4kzP+IMQV7CnEO84eeKgi4iXEJYgfnAakGagwxhw=";
        var shape = new ModelShape(Bits: 12, Receipts: 100, Starter: false);
        var (spam, ham) = (Guid.Parse("11111111-1111-7111-8111-111111111111"), Guid.Parse("22222222-2222-7222-8222-222222222222"));
        var learned = TrainedModels.Empty(shape);
        learned.Learn("cheap watches", isSpam: true, spam);
        learned.Learn("the beans came up", isSpam: false, ham, isHalf: true);

        var read = ModelFormat.Read([.. Convert.FromBase64String(Former)], shape)!;

        ModelFormat.Write(read).Should().Equal(ModelFormat.Write(learned));
        read.Unlearn(spam).Should().BeTrue();
    }

    [Fact]
    public void Bytes_of_another_form_are_not_read()
    {
        var state = ModelFormat.Write(TrainedModels.Taught());

        ModelFormat.Read([], TrainedModels.Small).Should().BeNull();
        ModelFormat.Read([1, 2, 3, 4, 5], TrainedModels.Small).Should().BeNull();
        ModelFormat.Read(state, TrainedModels.Small with { Bits = 15 }).Should().BeNull();
        for (var cut = 0; cut < state.Length; cut += 97)
        {
            ModelFormat.Read([.. state.Take(cut)], TrainedModels.Small).Should().BeNull();
        }
    }

    [Fact]
    public void Memory_does_not_grow_with_lessons()
    {
        var model = TrainedModels.Taught(TrainedModels.Small with { HalfLife = 100 });
        for (var i = 0; i < 200; i++)
        {
            model.Learn(TrainedModels.Spam(i), isSpam: true, Guid.NewGuid());
        }

        var before = (model.MemoryBytes, model.Table.Length);
        for (var i = 200; i < 2000; i++)
        {
            model.Learn(TrainedModels.Spam(i % 200), isSpam: true, Guid.NewGuid());
        }

        model.Receipts.Should().HaveCount(100);
        model.Table.Length.Should().Be(before.Length);
        model.MemoryBytes.Should().BeLessThan(before.MemoryBytes * 3 / 2);
    }

    [Fact]
    public void What_was_learned_long_ago_is_outweighed()
    {
        var shape = TrainedModels.Small with { HalfLife = 100 };
        var (forgetful, faithful) = (TrainedModels.Taught(shape), TrainedModels.Taught());
        foreach (var model in new[] { forgetful, faithful })
        {
            for (var i = 0; i < 60; i++)
            {
                model.Learn("a newsletter about gardens", isSpam: true);
            }

            for (var i = 0; i < 1500; i++)
            {
                model.Learn(TrainedModels.Ham(i), isSpam: false);
                model.Learn(TrainedModels.Spam(i), isSpam: true);
            }

            for (var i = 0; i < 20; i++)
            {
                model.Learn("a newsletter about gardens", isSpam: false);
            }
        }

        forgetful.Divisions.Should().BeGreaterThan(0);
        forgetful.LogOdds("a newsletter about gardens").Should().BeLessThan(faithful.LogOdds("a newsletter about gardens"));
    }

    [Fact]
    public void A_model_begins_with_the_lessons_that_come_with_it()
    {
        var model = TrainedModels.Empty(TrainedModels.Small with { Bits = 18, Starter = true });

        (model.SpamLessons, model.HamLessons).Should().Be((0, 0));
        model.LogOdds("subscribe to my channel please").Should().BeGreaterThan(model.LogOdds("what a lovely song"));
    }
}
