using BlogKit.Moderation.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.Moderation.Tests;

public sealed class LearningServiceTests : IAsyncLifetime
{
    private readonly WrittenLog _log = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly LearningPolicyOptions _options = new() { TableBits = 14, StarterLessons = false, SaveEvery = 10 };
    private readonly List<LearningService> _services = [];
    private TestBlog _blog = null!;

    public async Task InitializeAsync() => _blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);

    public async Task DisposeAsync()
    {
        _services.ForEach(s => s.Dispose());
        await _blog.DisposeAsync();
    }

    [Fact]
    public async Task It_says_nothing_before_it_has_learned_enough_of_either_kind()
    {
        var host = Host();
        _log.WriteLessons(19);
        (await JudgeAsync(host, "subscribe to my channel")).Should().BeNull();

        _log.WriteLessons(1);

        (await JudgeAsync(host, "subscribe to my channel")).Should().NotBeNull();
    }

    [Fact]
    public async Task Decisions_by_hand_teach()
    {
        var host = Host();
        _log.WriteLessons();

        var spam = await JudgeAsync(host, "Subscribe to my channel for free coins");
        var ham = await JudgeAsync(host, "Thank you for the report, lovely picture of the harbour");

        spam!.Outcome.Should().BeOneOf(ModerationOutcome.Hold, ModerationOutcome.Spam);
        spam.Code.Should().Be("learned-spam");
        spam.Score.Should().BeGreaterThan(0.6);
        ham!.Outcome.Should().Be(ModerationOutcome.Approve);
        ham.Score.Should().BeLessThan(0.3);
    }

    [Fact]
    public async Task The_details_add_up_to_the_score_and_the_reason_does_not_quote()
    {
        var host = Host();
        _log.WriteLessons();

        var finding = (await JudgeAsync(host, "Subscribe to my channel for free coins"))!;

        var logOdds = finding.Details.Sum(d => d.Weight!.Value);
        Calibration.Probability(logOdds).Should().BeApproximately(finding.Score, 1e-4);
        finding.Details.Should().HaveCount(10);
        finding.Details.Take(8).Select(d => Math.Abs(d.Weight!.Value)).Should().BeInDescendingOrder();
        finding.Reason.Should().NotContainEquivalentOf("channel");
        finding.PublicReason.Should().NotBeNullOrEmpty();
    }

    public static TheoryData<ModerationAction, string, bool, string?> Untaught => new()
    {
        { ModerationAction.Submitted, "author:editor", false, null },
        { ModerationAction.Edited, "author:editor", false, null },
        { ModerationAction.Reevaluated, "author:editor", false, null },
        { ModerationAction.Flagged, "user:reader", false, null },
        { ModerationAction.Withdrawn, "user:reader", false, null },
        { ModerationAction.Approved, "author:editor", true, null },
        { ModerationAction.Approved, "guest:abc", false, null },
        { ModerationAction.MarkedSpam, "anonymous", false, null },
        { ModerationAction.Approved, "user:self", false, "user:self" },
        { ModerationAction.Approved, "author:muted", false, null },
    };

    [Theory]
    [MemberData(nameof(Untaught))]
    public async Task Who_is_not_trusted_cannot_teach_nor_can_policies(
        ModerationAction action, string actor, bool byPolicies, string? owner)
    {
        _options.MutedTeachers.Add(ActorKey.Parse("author:muted"));
        var host = Host();
        _log.Write("a text", action, actor: actor, byPolicies: byPolicies, owner: owner);

        await CatchUpAsync(host);

        host.StateOf(_log.BlogId).Should().Equal(ModelFormat.Write(StarterLessons.NewModel(_options.Shape)));
    }

    [Fact]
    public async Task One_writer_teaches_no_more_than_the_cap_within_the_window()
    {
        _options.LessonsPerWriter = 3;
        var host = Host();
        for (var i = 0; i < 10; i++)
        {
            _log.Write($"text {i}", ModerationAction.Approved, writer: "one");
        }

        await CatchUpAsync(host);
        LessonsOf(host).Should().Be(3);

        _log.Now += TimeSpan.FromDays(31);
        _log.Write("later", ModerationAction.Approved, writer: "one");
        _log.Write("another", ModerationAction.Approved, writer: "two");
        await CatchUpAsync(host);

        LessonsOf(host).Should().Be(5);
    }

    [Fact]
    public async Task One_moderator_teaches_no_more_than_the_cap_a_day()
    {
        _options.LessonsPerModeratorPerDay = 5;
        var host = Host();
        _log.WriteLessons(10);
        await CatchUpAsync(host);
        LessonsOf(host).Should().Be(5);

        _log.Now += TimeSpan.FromDays(1);
        _log.WriteLessons(1);
        await CatchUpAsync(host);

        LessonsOf(host).Should().Be(7);
    }

    [Fact]
    public async Task Undoing_returns_to_what_was_known_before()
    {
        var host = Host();
        _log.WriteLessons(5);
        await CatchUpAsync(host);
        var before = host.StateOf(_log.BlogId);

        var id = _log.Write("a text", ModerationAction.MarkedSpam);
        await CatchUpAsync(host);
        host.StateOf(_log.BlogId).Should().NotEqual(before);
        _log.Write("a text", ModerationAction.Undone, id);
        await CatchUpAsync(host);

        host.StateOf(_log.BlogId).Should().Equal(before);
    }

    [Fact]
    public async Task Holding_takes_a_lesson_back_and_another_decision_takes_its_place()
    {
        var (host, other) = (Host(), Host());
        _log.WriteLessons(5);
        await CatchUpAsync(host);
        var before = host.StateOf(_log.BlogId);
        var id = _log.Write("a text", ModerationAction.MarkedSpam);
        _log.Write("a text", ModerationAction.Approved, id);
        await CatchUpAsync(host);
        LessonsOf(host).Should().Be(11);

        _log.Write("a text", ModerationAction.Held, id, to: CommentStatus.Pending);
        await CatchUpAsync(host);

        host.StateOf(_log.BlogId).Should().Equal(before);
        await CatchUpAsync(other);
        other.StateOf(_log.BlogId).Should().Equal(before);
    }

    [Fact]
    public async Task A_text_that_was_changed_since_teaches_nothing()
    {
        var host = Host();
        _log.Write("the new text", ModerationAction.Approved, revision: 2);

        await CatchUpAsync(host);

        LessonsOf(host).Should().Be(0);
    }

    [Fact]
    public async Task A_restart_goes_on_from_what_was_saved_and_the_log()
    {
        var host = Host();
        _log.WriteLessons(20);
        await CatchUpAsync(host);
        _log.WriteLessons(2);
        await CatchUpAsync(host);
        var expected = host.StateOf(_log.BlogId);

        var restarted = Host();
        await CatchUpAsync(restarted);

        restarted.StateOf(_log.BlogId).Should().Equal(expected);
        (await restarted.DescribeAsync(_log.BlogId)).Position.Should().Be(40, "four lessons are not worth a save");
    }

    [Fact]
    public async Task Hosts_that_learn_at_the_same_time_agree()
    {
        var (first, second) = (Host(), Host());
        _log.WriteLessons(8);
        await CatchUpAsync(first);
        _log.WriteLessons(3);
        await CatchUpAsync(second);
        _log.WriteLessons(9);
        await CatchUpAsync(first);
        await CatchUpAsync(second);

        second.StateOf(_log.BlogId).Should().Equal(first.StateOf(_log.BlogId));
        (await first.DescribeAsync(_log.BlogId)).SpamLessons.Should().Be(20);
    }

    [Fact]
    public async Task A_save_that_loses_takes_the_model_that_won_or_saves_again()
    {
        var store = new Interfering(_blog.Get<ILearningStore>());
        var host = Host(store);
        _log.WriteLessons(10);
        store.Before = async () =>
        {
            var other = Host();
            await other.CatchUpAsync(_log.BlogId, 10, CancellationToken.None);
        };

        await CatchUpAsync(host);

        store.Conflicts.Should().Be(1);
        (await host.DescribeAsync(_log.BlogId)).Position.Should().Be(20);
        LessonsOf(host).Should().Be(20);
    }

    [Fact]
    public async Task A_log_that_fails_leaves_the_filter_judging_by_what_it_knew()
    {
        var host = Host();
        _log.WriteLessons();
        await CatchUpAsync(host);
        _log.WriteLessons(1);
        _log.Fails = true;

        (await JudgeAsync(host, "Subscribe to my channel for free coins")).Should().NotBeNull();

        _log.Fails = false;
        await CatchUpAsync(host);
        LessonsOf(host).Should().Be(82);
    }

    [Fact]
    public async Task A_long_log_is_caught_up_in_bounded_pieces()
    {
        _options.RecordsPerDecision = 200;
        var host = Host();
        _log.WriteLessons(300);

        await CatchUpAsync(host);
        LessonsOf(host).Should().Be(200);
        await CatchUpAsync(host);
        await CatchUpAsync(host);

        LessonsOf(host).Should().Be(600 > _options.LessonsPerModeratorPerDay ? _options.LessonsPerModeratorPerDay : 600);
    }

    [Fact]
    public async Task Decisions_that_come_together_read_the_log_once()
    {
        var host = Host();
        _log.WriteLessons(5);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CatchUpAsync(host))));

        _log.Reads.Should().Be(1);
        LessonsOf(host).Should().Be(10);
    }

    [Fact]
    public async Task Forgetting_begins_anew_behind_the_log()
    {
        var host = Host();
        _log.WriteLessons();
        await CatchUpAsync(host);

        await host.ForgetAsync(_log.BlogId);

        (await JudgeAsync(host, "subscribe")).Should().BeNull();
        var restarted = Host();
        await CatchUpAsync(restarted);
        LessonsOf(restarted).Should().Be(0);
    }

    [Fact]
    public async Task Texts_can_be_taught_at_once()
    {
        var host = Host();

        var status = (await host.TrainAsync(_log.BlogId, LabelledAsync())).Value;

        (status.SpamLessons, status.HamLessons, status.IsJudging).Should().Be((30, 30, true));
        (await JudgeAsync(Host(), "Subscribe to my channel for free coins"))!.Score.Should().BeGreaterThan(0.6);
    }

    [Fact]
    public async Task A_blog_that_knows_little_listens_to_the_shared_model()
    {
        _options.SharedPrior = true;
        var host = Host();
        await host.TrainAsync(null, LabelledAsync());

        (await JudgeAsync(Host(), "Subscribe to my channel for free coins"))!.Score.Should().BeGreaterThan(0.6);
        _options.SharedPrior = false;
        (await JudgeAsync(Host(), "Subscribe to my channel for free coins")).Should().BeNull();
    }

    [Fact]
    public async Task Few_models_are_kept_in_memory()
    {
        _options.BlogsInMemory = 2;
        var host = Host();
        _log.WriteLessons();
        await CatchUpAsync(host);

        for (var i = 0; i < 5; i++)
        {
            await host.CatchUpAsync(BlogId.From(Guid.CreateVersion7()), 1, CancellationToken.None);
        }

        host.ModelsInMemory.Should().BeLessThanOrEqualTo(2);
        await CatchUpAsync(host);
        LessonsOf(host).Should().Be(80);
    }

    [Fact]
    public async Task The_history_of_a_blog_can_be_learned()
    {
        await ModerateAsync(25);
        var host = new LearningService(
            _blog.Get<IModerationLogStore>(),
            _blog.Get<ILearningStore>(),
            _blog.Get<IModerationStore>(),
            _clock,
            NullLogger<LearningService>.Instance,
            _options);
        _services.Add(host);

        var status = (await host.TrainFromHistoryAsync(_blog.Blog.Id)).Value;

        (status.SpamLessons, status.HamLessons).Should().Be((25, 25));
        status.Position.Should().BePositive();
    }

    [Fact]
    public async Task In_a_blog_the_policy_learns_from_moderators_and_from_their_undoing()
    {
        await ModerateAsync(25);
        var host = new LearningService(
            _blog.Get<IModerationLogStore>(),
            _blog.Get<ILearningStore>(),
            _blog.Get<IModerationStore>(),
            _clock,
            NullLogger<LearningService>.Instance,
            _options);
        _services.Add(host);
        var position = (await _blog.Get<IModerationLogStore>().ListAsync(
            new LogQuery { BlogId = _blog.Blog.Id, Size = 1 }, CancellationToken.None))[0].Position;

        await host.CatchUpAsync(_blog.Blog.Id, position, CancellationToken.None);
        var finding = await host.JudgeAsync(
            new SpamFilter(_options, _options.Shape, tellsAll: true),
            _blog.Blog.Id,
            "Subscribe to my channel for free coins",
            CancellationToken.None);

        finding!.Outcome.Should().NotBe(ModerationOutcome.Approve);
    }

    private static async IAsyncEnumerable<LabelledCase> LabelledAsync()
    {
        for (var i = 0; i < 30; i++)
        {
            await Task.Yield();
            yield return new LabelledCase(TrainedModels.Spam(i), true);
            yield return new LabelledCase(TrainedModels.Ham(i), false);
        }
    }

    private async Task ModerateAsync(int count)
    {
        var post = await _blog.PublishAsync();
        for (var i = 0; i < count; i++)
        {
            var spam = await _blog.CommentAsync(post, TrainedModels.Spam(i), with: c => c with { Email = $"s{i}@example.org" });
            (await _blog.Moderation.MarkSpamAsync(spam.BlogId, spam.Id, _blog.EditorActor)).Succeeded.Should().BeTrue();
            var ham = await _blog.CommentAsync(post, TrainedModels.Ham(i), with: c => c with { Email = $"h{i}@example.org" });
            (await _blog.Moderation.ApproveAsync(ham.BlogId, ham.Id, _blog.EditorActor)).Succeeded.Should().BeTrue();
        }
    }

    private LearningService Host(ILearningStore? store = null)
    {
        var host = new LearningService(_log, store
            ?? _blog.Get<ILearningStore>(), _blog.Get<IModerationStore>(), _clock, NullLogger<LearningService>.Instance, _options);
        _services.Add(host);
        return host;
    }

    private Task CatchUpAsync(LearningService host) => host.CatchUpAsync(_log.BlogId, _log.Position, CancellationToken.None).AsTask();

    private async Task<ModerationFinding?> JudgeAsync(LearningService host, string text)
    {
        await CatchUpAsync(host);
        return await host.JudgeAsync(new SpamFilter(_options, _options.Shape, tellsAll: true), _log.BlogId, text, CancellationToken.None);
    }

    private int LessonsOf(LearningService host)
    {
        var model = ModelFormat.Read(host.StateOf(_log.BlogId), _options.Shape)!;
        return model.SpamLessons + model.HamLessons;
    }

    /// <summary>Lets somebody else save just before the first save.</summary>
    private sealed class Interfering(ILearningStore store) : ILearningStore
    {
        public Func<Task>? Before { get; set; }

        public int Conflicts { get; private set; }

        public Task<LearnedModel?> FindModelAsync(string key, CancellationToken cancellationToken) =>
            store.FindModelAsync(key, cancellationToken);

        public Task<long> ReadModelVersionAsync(string key, CancellationToken cancellationToken) =>
            store.ReadModelVersionAsync(key, cancellationToken);

        public async Task<SaveOutcome> SaveModelAsync(LearnedModel model, CancellationToken cancellationToken)
        {
            if (Before is { } before)
            {
                Before = null;
                await before();
            }

            var outcome = await store.SaveModelAsync(model, cancellationToken);
            Conflicts += outcome is SaveOutcome.Saved ? 0 : 1;
            return outcome;
        }

        public Task<bool> RemoveModelAsync(string key, CancellationToken cancellationToken) =>
            store.RemoveModelAsync(key, cancellationToken);
    }
}
