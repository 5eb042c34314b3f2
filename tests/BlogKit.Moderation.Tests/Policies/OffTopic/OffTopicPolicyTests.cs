using BlogKit.Moderation.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class OffTopicPolicyTests
{
    private const string Elsewhere =
        "Bitcoin and other crypto tokens soar again, every broker and investor keeps buying shares of miners and exchanges before "
        + "Christmas.";

    [Fact]
    public void Comments_beside_the_topic_score_higher_by_conversation_too()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());

        var alone = Auc(policy, withConversation: false);
        var talked = Auc(policy, withConversation: true);

        alone.Should().BeGreaterThan(0.75);
        talked.Should().BeGreaterThan(alone).And.BeGreaterThan(0.88);
    }

    [Fact]
    public async Task The_evaluation_beats_the_plain_cosine_by_a_tenth()
    {
        var evaluation = new PolicyEvaluation([new OffTopicPolicyTrainer(new OffTopicPolicyOptions())], TimeProvider.System);

        var report = (await evaluation.RunAsync("off-topic", [.. MiniCorpus.Crossed()], new EvaluationPlan { Folds = 6 })).Value;

        report.Overall.Auc.Should().BeGreaterThan(report.Baselines.Single().Auc + 0.10);
        report.Baselines.Single().Auc.Should().BeInRange(0.55, 0.9);
    }

    [Fact]
    public async Task A_comment_about_something_else_is_held_with_the_terms_that_tell_why()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());

        var finding = await policy.EvaluateAsync(MiniCorpus.Context(2, Elsewhere), CancellationToken.None);

        finding.Should().NotBeNull();
        (finding!.Code, finding.Outcome).Should().Be(("off-topic", ModerationOutcome.Hold));
        finding.Score.Should().BeInRange(0.01, 1);
        finding.Details.Where(d => d.Name == "missing-term").Select(d => d.Value).Should().Contain("sourdough").And.HaveCount(5);
        finding.Details.Select(d => d.Name)
            .Should().Contain(["distance", "similarity-post", "similarity-parent", "similarity-conversation"]);
        finding.Reason.Should().NotContain("Bitcoin");
    }

    [Fact]
    public async Task Comments_of_the_conversation_itself_are_let_through()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());

        for (var article = 0; article < MiniCorpus.Articles.Length; article++)
        {
            foreach (var comment in MiniCorpus.Articles[article].Comments)
            {
                var finding = await policy.EvaluateAsync(MiniCorpus.Context(article, comment), CancellationToken.None);

                (finding?.Outcome ?? ModerationOutcome.Approve).Should().Be(ModerationOutcome.Approve, comment);
            }
        }
    }

    [Fact]
    public async Task The_outcome_is_never_more_than_hold_and_options_cannot_raise_it()
    {
        var raise = () => new OffTopicPolicy(new OffTopicPolicyOptions { Outcome = ModerationOutcome.Spam });
        using var lowered = new OffTopicPolicy(new OffTopicPolicyOptions { Outcome = ModerationOutcome.Approve });

        raise.Should().Throw<ArgumentException>().WithMessage("*Outcome must be Hold or Approve*");
        (await lowered.EvaluateAsync(MiniCorpus.Context(2, Elsewhere), CancellationToken.None))!.Outcome
            .Should().Be(ModerationOutcome.Approve);
    }

    [Theory]
    [InlineData("Thanks, great write-up!")]
    [InlineData("Brilliant, congratulations from Manchester, broker and investor alike love it!")]
    [InlineData("LOL")]
    [InlineData("Bitcoin moon")]
    public async Task Short_thanks_and_reactions_pass(string text) => await Passes(MiniCorpus.Context(2, text));

    [Theory]
    [InlineData(
        "Will you write about bitcoin, crypto tokens, brokers, investors, dividends, shares of miners and exchanges before Christmas?")]
    [InlineData(
        "Anna, could somebody explain how brokers and investors swap bitcoin, crypto tokens, dividends, shares of miners and exchanges?")]
    public async Task Questions_to_the_author_pass(string text)
    {
        var context = MiniCorpus.Context(2, text);
        var byAuthor = new ConversationComment
        {
            Id = CommentId.From(new Guid(5, 5, 5, new byte[8])),
            ParentId = null,
            Name = "Anna",
            ByAuthor = true,
            PlainText = "Thank you all.",
        };

        await Passes(context with { Facts = context.Facts with { Conversation = [byAuthor, .. context.Facts.Conversation] } });
        await IsHeld(MiniCorpus.Context(
            2, text.Replace("you ", "Fred ", StringComparison.Ordinal).Replace("Anna, ", "", StringComparison.Ordinal).Replace('?', '.')));
    }

    [Fact]
    public async Task A_reply_near_a_parent_that_drifted_passes()
    {
        const string Reply =
            "Exchanges freeze tokens whenever bitcoin crashes, no broker or investor sells shares of miners before Christmas.";

        await IsHeld(MiniCorpus.Context(2, Reply));
        await Passes(MiniCorpus.Context(2, Reply, parent: RuleContext.Parent(Elsewhere)));
        await IsHeld(MiniCorpus.Context(2, Reply, parent: RuleContext.Parent("My grandmother used honey and rye.")));
    }

    [Fact]
    public async Task An_authors_own_comment_passes()
    {
        var context = MiniCorpus.Context(2, Elsewhere);

        await Passes(context with { Comment = context.Comment with { By = new Commenter { Name = "Anna", Kind = CommenterKind.Author } } });
    }

    [Fact]
    public async Task Without_the_text_of_the_post_nothing_is_said()
    {
        var context = MiniCorpus.Context(2, Elsewhere);

        await Passes(context with { Facts = ModerationFacts.None });
    }

    [Fact]
    public async Task A_switched_off_policy_says_nothing()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions { Enabled = false });

        (await policy.EvaluateAsync(MiniCorpus.Context(2, Elsewhere), CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Sensitivity_moves_the_limit()
    {
        using var probe = new OffTopicPolicy(new OffTopicPolicyOptions());
        var context = MiniCorpus.Context(2, Elsewhere);
        var distance = probe.Distance(context);
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions { OffTopicAt = distance + 0.01, ScoreFrom = distance - 0.2 });

        (await policy.EvaluateAsync(context, CancellationToken.None))!.Outcome.Should().Be(ModerationOutcome.Approve);
        (await policy.EvaluateAsync(With(context, ModerationSensitivity.High), CancellationToken.None))!.Outcome
            .Should().Be(ModerationOutcome.Hold);
        using var strict = new OffTopicPolicy(new OffTopicPolicyOptions { OffTopicAt = distance - 0.01, ScoreFrom = distance - 0.2 });
        (await strict.EvaluateAsync(context, CancellationToken.None))!.Outcome.Should().Be(ModerationOutcome.Hold);
        (await strict.EvaluateAsync(With(context, ModerationSensitivity.Low), CancellationToken.None))!.Outcome
            .Should().Be(ModerationOutcome.Approve);
    }

    [Fact]
    public async Task A_post_in_a_new_version_is_read_again()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());
        var context = MiniCorpus.Context(2, Elsewhere, withConversation: false);
        var before = policy.Distance(context);

        var changed = context with { Facts = context.Facts with { Post = context.Facts.Post! with { Text = Elsewhere, Version = 2 } } };

        policy.Distance(changed).Should().BeLessThan(before / 2);
        policy.Distance(context).Should().Be(before);
        await Passes(changed);
    }

    [Fact]
    public void The_order_of_the_conversation_does_not_matter()
    {
        using var one = new OffTopicPolicy(new OffTopicPolicyOptions());
        using var other = new OffTopicPolicy(new OffTopicPolicyOptions());
        var context = MiniCorpus.Context(4, "That coach should have left the box long ago.");

        var turned = context with { Facts = context.Facts with { Conversation = [.. context.Facts.Conversation.Reverse()] } };

        other.Distance(turned).Should().BeApproximately(one.Distance(context), 1e-6);
    }

    [Fact]
    public void One_strange_comment_in_the_conversation_makes_no_topic()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());
        var context = MiniCorpus.Context(2, Elsewhere);
        var once = context with
        {
            Facts =
            context.Facts with { Conversation = [.. context.Facts.Conversation, .. MiniCorpus.Conversation(["My broker was late."])] }
        };
        var often = context with
        {
            Facts = context.Facts with
            {
                Conversation = [.. context.Facts.Conversation, .. MiniCorpus.Conversation(Enumerable.Repeat(Elsewhere, 10))],
            }
        };

        policy.Distance(once).Should().BeGreaterThan(0.6);
        policy.Distance(often).Should().BeLessThan(0.3);
    }

    [Fact]
    public void Adding_the_title_never_raises_the_score()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());
        var words = MiniCorpus.Articles.SelectMany(a => a.Comments).SelectMany(c => c.Split(' ')).Distinct().ToArray();
        var texts = Gen.Elements(words).ArrayOf(12).Select(w => string.Join(' ', w));
        var places = Gen.Choose(0, MiniCorpus.Articles.Length - 1);

        Prop.ForAll(texts.ToArbitrary(), places.ToArbitrary(), (text, article) =>
        {
            var title = MiniCorpus.Articles[article].Title;
            return policy.Distance(
                MiniCorpus.Context(article, $"{text}. {title}")) <= policy.Distance(MiniCorpus.Context(article, text)) + 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_trained_policy_scores_what_is_near_only_when_everything_is_to_be_ranked()
    {
        var near = MiniCorpus.Context(2, MiniCorpus.Articles[2].Comments[0]);
        LabelledCase[] cases = [.. MiniCorpus.Crossed()];
        using var ranking = (OffTopicPolicy)new OffTopicPolicyTrainer(new OffTopicPolicyOptions()).Train(cases);
        using var judging = (OffTopicPolicy)new OffTopicPolicyTrainer(new OffTopicPolicyOptions()) { ScoresEverything = false }
            .Train(cases);

        (await ranking.EvaluateAsync(near, CancellationToken.None))!.Score
            .Should().BeApproximately(ranking.Distance(near), 1e-6).And.BeLessThan(0.7);
        (await judging.EvaluateAsync(near, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public void A_trained_policy_keeps_that_law()
    {
        var training = new OffTopicPolicyTrainer(new OffTopicPolicyOptions());
        using var policy = (OffTopicPolicy)training.Train([.. MiniCorpus.Crossed()]);

        foreach (var comment in MiniCorpus.Articles.SelectMany(a => a.Comments))
        {
            for (var article = 0; article < MiniCorpus.Articles.Length; article++)
            {
                var with = policy.Distance(MiniCorpus.Context(article, $"{comment} {MiniCorpus.Articles[article].Title}"));

                with.Should().BeLessThanOrEqualTo(policy.Distance(MiniCorpus.Context(article, comment)) + 1e-6);
            }
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ab ")]
    [InlineData("e\u0301\u0301\u0301")]
    [InlineData("\u4e2d\u6587")]
    [InlineData("\ud800")]
    [InlineData("it's'it's'")]
    [InlineData("\u0000?")]
    public async Task Hostile_text_is_cut_and_judged(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        var terms = new List<TopicTerm>();
        TopicText.For("en").Read(text, terms, maximum: 400);
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());

        terms.Count.Should().BeLessThanOrEqualTo(400);
        terms.Where(t => t.Start + t.Length > TopicText.MaximumTextLength).Should().BeEmpty();
        var act = async () => await policy.EvaluateAsync(MiniCorpus.Context(1, text), CancellationToken.None);
        await act.Should().NotThrowAsync();
    }

    [Fact]
    public void Scripts_without_spaces_are_compared_by_pairs()
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());
        var context = MiniCorpus.Context(
            0, "\u6771\u4eac\u306e\u5929\u6c17\u306f\u4eca\u65e5\u3082\u96e8\u3067\u3059\u306d", withConversation: false, language: "ja");
        var near = context with
        {
            Facts = context.Facts with
            {
                Post = new PostText("\u5929\u6c17", "\u6771\u4eac\u306e\u5929\u6c17\u306f\u96e8\u3067\u3057\u305f", [], 3),
            }
        };
        var far = context with
        {
            Facts =
            context.Facts with { Post = new PostText("\u97f3\u697d", "\u65b0\u3057\u3044\u97f3\u697d\u3092\u8074\u304f\u4f1a", [], 4) }
        };

        policy.Distance(near).Should().BeLessThan(policy.Distance(far));
    }

    [Fact]
    public void Compounds_and_names_are_told_by_their_pieces()
    {
        var post = TopicPlace.Of(
            new PostText("Der Klimaschutz", "Die Klimaschutzgesetze und der Naturschutzbund", [], 1), TopicText.For("de"), 100);

        post.Profile.Likeness("Naturschutzgesetze").Should().BeGreaterThan(0.6f);
        post.Profile.Likeness("Fahrradkette").Should().BeLessThan(0.2f);
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        var failures = new List<string>();

        new OffTopicPolicyOptions { OffTopicAt = 0.5, MinimumWords = 0, CacheSize = 1 }.Check("BlogKit:Moderation:OffTopic", failures);

        failures.Should().HaveCount(3).And.OnlyContain(f => f.StartsWith("BlogKit:Moderation:OffTopic:", StringComparison.Ordinal));
    }

    private static double Auc(OffTopicPolicy policy, bool withConversation)
    {
        var answers = new List<(double, bool)>();
        for (var article = 0; article < MiniCorpus.Articles.Length; article++)
        {
            foreach (var comment in MiniCorpus.Articles[article].Comments)
            {
                answers.Add((policy.Distance(MiniCorpus.Context(article, comment, withConversation)), false));
                answers.Add(
                    (policy.Distance(MiniCorpus.Context((article + 3) % MiniCorpus.Articles.Length, comment, withConversation)), true));
            }
        }

        return RankStatistics.Auc(answers);
    }

    private static ModerationContext With(ModerationContext context, ModerationSensitivity sensitivity) =>
        context with { Post = context.Post with { Comments = new CommentSettings { Sensitivity = sensitivity } } };

    private static async Task Passes(ModerationContext context)
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());
        (await policy.EvaluateAsync(context, CancellationToken.None)).Should().BeNull();
    }

    private static async Task IsHeld(ModerationContext context)
    {
        using var policy = new OffTopicPolicy(new OffTopicPolicyOptions());
        (await policy.EvaluateAsync(context, CancellationToken.None))!.Outcome.Should().Be(ModerationOutcome.Hold);
    }
}
