using BlogKit.Storage;

namespace BlogKit.Moderation.Tests;

public sealed class BacktestTests
{
    [Fact]
    public async Task A_hand_computed_history_gives_its_matrix_and_metrics()
    {
        await using var blog = await TestBlog.StartAsync();
        await WriteHistoryAsync(blog);

        var report = (await Service(blog).RunAsync(Request(
            blog, new Words("casino", "casino", ModerationOutcome.Spam), new Words("cheap", "cheap", ModerationOutcome.Hold)))).Value;

        // good, cheap (wanted but held), casino (caught), cheap casino (caught), lottery (missed); one undecided.
        (
            report.HeldOrWorse.TruePositives,
            report.HeldOrWorse.FalsePositives,
            report.HeldOrWorse.TrueNegatives,
            report.HeldOrWorse.FalseNegatives)
            .Should().Be((2, 1, 1, 1));
        (report.SpamOrWorse.TruePositives, report.SpamOrWorse.FalsePositives).Should().Be((2, 0));
        report.HeldOrWorse.F1.Should().BeApproximately(2.0 / 3, 1e-9);
        report.HeldOrWorse.Auc.Should().BeApproximately(4.5 / 6, 1e-9);
        (report.Judged, report.WithoutTruth).Should().Be((6, 1));
        report.Undecided.Should().BeEquivalentTo(new Dictionary<ModerationOutcome, long> { [ModerationOutcome.Approve] = 1 });
    }

    [Fact]
    public async Task What_would_change_is_told_with_examples_and_reasons()
    {
        await using var blog = await TestBlog.StartAsync();
        var history = await WriteHistoryAsync(blog);

        var report = (await Service(blog).RunAsync(Request(blog, new Words("cheap", "cheap", ModerationOutcome.Hold)))).Value;

        var held = report.Changes.Single(c => c.Status is CommentStatus.Approved);
        (held.Outcome, held.Comments).Should().Be((ModerationOutcome.Hold, 1));
        held.Examples.Single().Should().BeEquivalentTo(new { history[1].Id, Writer = "Gus Guest", Explanation = "It has 'cheap'." });
        report.Changes.Where(c => c.Outcome is ModerationOutcome.Approve).Sum(c => c.Comments).Should().Be(2);
    }

    [Fact]
    public async Task Leaving_a_policy_out_shows_what_it_adds()
    {
        await using var blog = await TestBlog.StartAsync();
        await WriteHistoryAsync(blog);

        var report = (await Service(blog).RunAsync(Request(
            blog, new Words("casino", "casino", ModerationOutcome.Spam), new Words("cheap", "cheap", ModerationOutcome.Hold)))).Value;

        // Without casino: one caught, one mistaken, two missed = 2/5. Without cheap: two caught, none mistaken, one missed = 4/5.
        report.Policies.Select(p => (p.Policy, p.Findings, p.UniqueCatches, p.UniqueMistakes))
            .Should().Equal(("casino", 2, 1, 0), ("cheap", 2, 0, 1));
        report.Policies[0].F1Gain.Should().BeApproximately((2.0 / 3) - 0.4, 1e-9);
        report.Policies[1].F1Gain.Should().BeApproximately((2.0 / 3) - 0.8, 1e-9);
    }

    [Fact]
    public async Task Scores_that_only_reach_a_threshold_together_count_for_each()
    {
        await using var blog = await TestBlog.StartAsync();
        await WriteHistoryAsync(blog);

        var report = (await Service(blog).RunAsync(Request(
            blog,
            new Words("one", "casino", ModerationOutcome.Approve, 0.6),
            new Words("two", "casino", ModerationOutcome.Approve, 0.6)))).Value;

        report.HeldOrWorse.TruePositives.Should().Be(2);
        report.Policies.Select(p => p.UniqueCatches).Should().Equal(2, 2);
    }

    [Fact]
    public async Task A_failing_policy_holds_as_it_does_live()
    {
        await using var blog = await TestBlog.StartAsync();
        await WriteHistoryAsync(blog);

        var report = (await Service(blog).RunAsync(Request(blog, new Fails()))).Value;

        (report.HeldOrWorse.TruePositives, report.HeldOrWorse.FalsePositives, report.Policies[0].Faults).Should().Be((3, 2, 6));
        report.Changes.SelectMany(c => c.Examples)
            .Should().OnlyContain(e => e.Explanation.Contains("'fails' failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_comment_is_judged_in_the_context_it_came_into()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Title here", "Text here.");
        var root = await blog.CommentAsync(post, "First.");
        blog.Clock.Advance(TimeSpan.FromSeconds(10));
        await blog.CommentAsync(post, "See https://example.org/x there.", root.Id);
        var watches = new Watches();

        await Service(blog).RunAsync(Request(blog, watches));

        watches.Seen.Should().HaveCount(2);
        var (first, second) = (watches.Seen[0], watches.Seen[1]);
        (first.History, first.Facts.Conversation.Length, first.Facts.Activity.Single().Comments).Should().Be((CommenterHistory.None, 0, 0));
        second.History.Should().Be(new CommenterHistory { Approved = 1 });
        second.Facts.Conversation.Single().Id.Should().Be(root.Id);
        second.Facts.Activity.Single().Comments.Should().Be(1);
        second.Facts.Similar.Single().Id.Should().Be(root.Id);
        second.Parent!.Id.Should().Be(root.Id);
        second.Links.Should().Equal("https://example.org/x");
        (second.Facts.Post!.Title, second.Post.ShownComments).Should().Be(("Title here", 1));
        watches.Seen.Should().OnlyContain(c => c.Comment.Status == CommentStatus.Pending && c.Comment.Version == 0);
    }

    [Fact]
    public async Task Only_comments_since_a_moment_are_judged_but_earlier_ones_are_remembered()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        await blog.CommentAsync(post, "Old.");
        blog.Clock.Advance(TimeSpan.FromDays(1));
        await blog.CommentAsync(post, "New.");
        var watches = new Watches();

        var report = (await Service(blog).RunAsync(Request(blog, watches) with { Since = blog.Now })).Value;

        report.Judged.Should().Be(1);
        watches.Seen.Single().History.Approved.Should().Be(1);
    }

    [Fact]
    public async Task Authors_pass_and_policies_that_ask_others_are_left_out_unless_wanted()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        await blog.CommentAsync(post, "Mine.", actor: blog.EditorActor);
        await blog.CommentAsync(post, "Yours.");
        var request = Request(blog, new Outside(), new Watches());

        var without = (await Service(blog).RunAsync(request)).Value;
        var with = (await Service(blog).RunAsync(request with { AskOutside = true })).Value;

        (without.Trusted, without.Judged).Should().Be((1, 1));
        without.LeftOut.Should().Equal("outside");
        without.Policies.Select(p => p.Policy).Should().Equal("watches");
        with.LeftOut.Should().BeEmpty();
        with.Policies.Should().HaveCount(2);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        await using var blog = await TestBlog.StartAsync();
        await WriteHistoryAsync(blog);
        var service = new BacktestService(
            ReadOnly(blog.Get<IModerationStore>()),
            ReadOnly(blog.Get<ICommentStore>()),
            ReadOnly(blog.Get<IPostStore>()),
            ReadOnly(blog.Get<IBlogStore>()),
            new CommentTexts(blog.Get<IMarkdownRenderer>(), ReadOnly(blog.Get<IThreadStore>())),
            blog.Clock);

        var report = await service.RunAsync(Request(blog, new Words("casino", "casino", ModerationOutcome.Spam)));

        report.Value.Judged.Should().Be(6);
        var write = () => ReadOnly(blog.Get<ICommentUpkeepStore>()).SaveRenderingsAsync([], CancellationToken.None);
        await write.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Progress_reaches_the_total_and_a_cancelled_run_stops()
    {
        await using var blog = await TestBlog.StartAsync();
        await WriteHistoryAsync(blog);
        var told = new List<BacktestProgress>();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Service(blog).RunAsync(Request(blog, new Watches()), new Direct(told));
        var cancelled = () => Service(blog).RunAsync(Request(blog, new Watches()), cancellationToken: source.Token);

        told[^1].Should().Be(new BacktestProgress { Read = 6, Judged = 6, Total = 6 });
        await cancelled.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Wrong_requests_are_named()
    {
        await using var blog = await TestBlog.StartAsync();

        (await Service(blog).RunAsync(Request(blog))).ShouldFail("backtest-invalid");
        (await Service(blog).RunAsync(Request(blog, new Watches(), new Watches()))).ShouldFail("backtest-invalid");
        (await Service(blog).RunAsync(Request(blog, new Watches()) with { MaximumExamples = -1 })).ShouldFail("backtest-invalid");
        (await Service(blog).RunAsync(Request(blog, new Watches()) with { BlogId = default })).ShouldFail(ErrorCodes.BlogNotFound);
    }

    [Fact]
    public async Task Labelled_cases_are_judged_with_the_earlier_ones_as_conversation()
    {
        await using var blog = await TestBlog.StartAsync();
        var watches = new Watches();
        LabelledCase[] cases =
        [
            new("Fine.", false, "Title\nText"),
            new("A casino.", true, "Title\nText"),
            new("Fine too.", false, "Title\nText"),
        ];

        var report = (await Service(blog).RunAsync(
            cases, Request(blog, new Words("casino", "casino", ModerationOutcome.Spam), watches))).Value;

        (report.SpamOrWorse.TruePositives, report.SpamOrWorse.TrueNegatives).Should().Be((1, 2));
        watches.Seen.Select(c => c.Facts.Conversation.Length).Should().Equal(0, 1, 1);
    }

    private static BacktestService Service(TestBlog blog) => new(
        blog.Get<IModerationStore>(),
        blog.Get<ICommentStore>(),
        blog.Get<IPostStore>(),
        blog.Get<IBlogStore>(),
        blog.Get<CommentTexts>(),
        TimeProvider.System);

    private static BacktestRequest Request(TestBlog blog, params IModerationPolicy[] policies) =>
        new() { BlogId = blog.Blog.Id, Policies = policies };

    private static async Task<List<Comment>> WriteHistoryAsync(TestBlog blog)
    {
        var post = await blog.PublishAsync();
        var comments = new List<Comment>();
        foreach (var text in new[]
        {
            "A good one.",
            "So cheap a trick.",
            "Come to my casino.",
            "A cheap casino.",
            "Win the lottery.",
            "Who knows.",
        })
        {
            comments.Add(await blog.CommentAsync(post, text));
        }

        await blog.Moderation.MarkSpamAsync(comments[2].BlogId, comments[2].Id, blog.EditorActor);
        await blog.Moderation.TrashAsync(comments[3].BlogId, comments[3].Id, blog.EditorActor);
        await blog.Moderation.MarkSpamAsync(comments[4].BlogId, comments[4].Id, blog.EditorActor);
        await blog.Moderation.HoldAsync(comments[5].BlogId, comments[5].Id, blog.EditorActor);
        return comments;
    }

    /// <summary>Passes on what reads and throws at everything else.</summary>
    private static T ReadOnly<T>(T store)
        where T : class => WatchedStore<T>.Over(store, static (method, _, ask) =>
            method.Name.StartsWith("Find", StringComparison.Ordinal)
            || method.Name.StartsWith("List", StringComparison.Ordinal)
            || method.Name.StartsWith("Read", StringComparison.Ordinal)
            || method.Name.StartsWith("Count", StringComparison.Ordinal)
                ? ask()
                : throw new InvalidOperationException($"{method.Name} writes."));

    private sealed class Direct(List<BacktestProgress> told) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => told.Add(value);
    }

    private sealed class Words(string name, string word, ModerationOutcome outcome, double score = 0) : IModerationPolicy
    {
        public string Name => name;

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            new(!context.Comment.PlainText.Contains(word, StringComparison.Ordinal) ? null : new ModerationFinding
            {
                Code = "word",
                Reason = $"It has '{word}'.",
                Outcome = outcome,
                Score = score,
            });
    }

    private sealed class Fails : IModerationPolicy
    {
        public string Name => "fails";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            throw new InvalidTimeZoneException("broken");
    }

    private sealed class Outside : IModerationPolicy
    {
        public string Name => "outside";

        public string Version => "1";

        public PolicyCost Cost => PolicyCost.Outside;

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) => default;
    }

    private sealed class Watches : IModerationPolicy
    {
        public List<ModerationContext> Seen { get; } = [];

        public string Name => "watches";

        public string Version => "1";

        public System.Collections.Immutable.ImmutableArray<ActivityLimit> GetLimits(Comment comment, DateTimeOffset now) =>
            [new ActivityLimit(new ActivityWindow(ActivityScope.Post, "", now - TimeSpan.FromMinutes(1)), 5)];

        public System.Collections.Immutable.ImmutableArray<long> GetFingerprints(string plainText) => [42];

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            Seen.Add(context);
            return default;
        }
    }
}
