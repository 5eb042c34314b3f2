using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.Tests.Comments;

/// <summary>Comments and mentions come in by one door: judged as often, logged and metered alike.</summary>
public sealed class IntakeTests
{
    private static readonly Uri s_source = new("https://elsewhere.example/note");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_comes_in_is_judged_at_most_eight_times(bool isMention)
    {
        var policy = new NeverMinds();
        await using var blog = await TestBlog.StartAsync(extend: b => b.Services.AddSingleton<IModerationPolicy>(policy));
        var post = await blog.PublishAsync();
        var first = await blog.CommentAsync(post, "One that is there.");
        policy.Asked = 0;
        policy.Meanwhile = () =>
        {
            var id = new CommentId(blog.Get<IIdGenerator>().Next());
            return blog.Get<ICommentIntakeStore>().ImportAsync([first with { Id = id, RootId = id }], default);
        };

        var result = isMention
            ? await blog.Comments.SubmitMentionAsync(new NewMention(post.BlogId, post.Id, s_source, "Words."))
            : await blog.SubmitAsync(post, "One more.");

        result.ShouldFail(ErrorCodes.TooManyComments);
        policy.Asked.Should().Be(8);
    }

    [Fact]
    public async Task Mentions_are_metered_like_comments()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var outcomes = await Counted.WhileAsync(blog.Get<BlogKitInstruments>().Meter, "blogkit.comments.submitted", async () =>
        {
            await blog.Comments.SubmitMentionAsync(new NewMention(post.BlogId, post.Id, s_source, "Words.") { MayBeShown = true });
            await blog.Comments.SubmitMentionAsync(new NewMention(post.BlogId, post.Id, s_source, "Words.") { MayBeShown = true });
            await blog.Comments.SubmitMentionAsync(new NewMention(post.BlogId, post.Id, new Uri("ftp://elsewhere.example/"), "Words."));
        });

        outcomes.Select(static o => o.What).Should().Equal("approved", "replayed", ErrorCodes.InvalidUrl);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_text_is_logged_like_a_new_one(bool isMention)
    {
        using var log = new FakeLoggerProvider();
        await using var blog = await TestBlog.StartAsync(extend: b => b.Services.AddSingleton<ILoggerProvider>(log));
        var post = await blog.PublishAsync();
        var mention = new NewMention(post.BlogId, post.Id, s_source, "Words.") { MayBeShown = true };
        var comment = isMention ? (await blog.Comments.SubmitMentionAsync(mention)).Value.Comment : await blog.CommentAsync(post);

        _ = isMention
            ? (await blog.Comments.SubmitMentionAsync(mention with { Text = "Other words." })).Value.Comment
            : (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Other words.", Actor.System, comment.Version)).Value;

        log.Collector.GetSnapshot().Select(static r => r.Message).Where(line => line.Contains(comment.Id.ToString(), StringComparison.Ordinal)).Should().HaveCount(2)
            .And.Contain(static line => line.Contains("another text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_writer_is_not_locked_out_by_comments_of_before_the_clock_was_set_back()
    {
        await using var blog = await TestBlog.StartAsync(static o =>
        {
            o.Moderation.GetPolicy<FloodPolicyOptions>().Enabled = true;
            o.Moderation.GetPolicy<FloodPolicyOptions>().Windows.Add(
                new FloodWindowOptions
                {
                    Scope = ActivityScope.Writer,
                    Maximum = 2,
                    Per = TimeSpan.FromMinutes(10),
                    Outcome = ModerationOutcome.Reject,
                });
        });
        var post = await blog.PublishAsync();
        blog.Clock.Advance(TimeSpan.FromHours(3));
        await blog.CommentAsync(post, "One.");
        await blog.CommentAsync(post, "Two.");
        (await blog.SubmitAsync(post, "Three.")).ShouldFail(ErrorCodes.TooManyComments);

        blog.Clock.Jump(TimeSpan.FromHours(-2));

        (await blog.SubmitAsync(post, "After the clock was set back.")).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void A_decision_without_findings_does_not_say_that_nobody_objected_when_it_holds()
    {
        new ModerationDecision
        {
            Outcome = ModerationOutcome.Hold,
            Findings = [],
            DecidedAt = DateTimeOffset.UnixEpoch,
        }.Explanation.Should().Be("Why was not recorded.");
        new ModerationDecision
        {
            Outcome = ModerationOutcome.Approve,
            Findings = [],
            DecidedAt = DateTimeOffset.UnixEpoch,
        }.Explanation.Should().Be("No policy objected.");
    }

    [Fact]
    public async Task Judging_again_and_after_an_edit_sees_the_links_that_were_seen_first()
    {
        var policy = new SeesLinks();
        await using var blog = await TestBlog.StartAsync(extend: b => b.Services.AddSingleton<IModerationPolicy>(policy));
        var post = await blog.PublishAsync();
        var eva = Actor.Guest("a secret of more than enough length");
        await blog.CommentAsync(post, "I was here before.", with: static c => c with { Name = "Max", Email = "max@example.org" });
        var comment = await blog.CommentAsync(
            post,
            "[@Max](https://one.example/a) says https://two.example/@Max and @Max.",
            actor: eva,
            with: static c => c with { Name = "Eva", Email = "eva@example.org" });
        var first = policy.Seen[^1];

        await blog.Get<IJudgeAgain>().JudgeAsync(comment, default);
        var again = policy.Seen[^1];
        await blog.Comments.EditAsync(comment.BlogId, comment.Id, comment.Markdown + " ", eva, comment.Version);

        first.Should().NotBeEmpty();
        again.Should().Equal(first);
        policy.Seen[^1].Should().Equal(first);
        policy.Seen.Should().HaveCount(4);
    }

    private sealed class SeesLinks : IModerationPolicy
    {
        public List<string[]> Seen { get; } = [];

        public string Name => "sees-links";

        public string Version => "1";

        public ModerationNeeds Needs => ModerationNeeds.None;

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            Seen.Add([.. context.Links.Select(static link => link.ToString()!)]);
            return default;
        }
    }

    // Its window has room for one more when it is asked, and another is faster every time.
    private sealed class NeverMinds : IModerationPolicy
    {
        public int Asked { get; set; }

        public Func<Task>? Meanwhile { get; set; }

        public string Name => "never-minds";

        public string Version => "1";

        public ModerationNeeds Needs => ModerationNeeds.Activity;

        public System.Collections.Immutable.ImmutableArray<ActivityLimit> GetLimits(Comment comment, DateTimeOffset now) =>
            Meanwhile is null ? [] : [new ActivityLimit(new ActivityWindow(ActivityScope.Blog, "", DateTimeOffset.UnixEpoch), Asked + 2)];

        public async ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            Asked++;
            if (Meanwhile is not null)
            {
                await Meanwhile();
            }

            return null;
        }
    }
}
