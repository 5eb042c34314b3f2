using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Moderation.Pipeline;

/// <summary>Who is refused for who they are or how much they send costs nothing of what a text costs.</summary>
public sealed class WriterFirstTests
{
    private static readonly string[] s_once = ["A comment."];

    [Fact]
    public async Task Who_sends_too_much_is_refused_before_the_text_is_judged()
    {
        var texts = new List<string>();
        await using var blog = await StartAsync(texts);
        var post = await blog.PublishAsync();
        (await blog.SubmitAsync(post)).Succeeded.Should().BeTrue();

        (await blog.SubmitAsync(post, "Another.")).ShouldFail(ErrorCodes.TooManyComments);

        texts.Should().Equal(s_once);
    }

    [Fact]
    public async Task Who_is_banned_is_refused_before_the_text_is_judged()
    {
        var texts = new List<string>();
        await using var blog = await StartAsync(texts);
        var post = await blog.PublishAsync();
        (await blog.Get<BanService>().BanAsync(new NewBan(blog.Blog.Id, "email:gus@example.org"), blog.EditorActor))
            .Succeeded.Should().BeTrue();

        (await blog.SubmitAsync(post)).ShouldFail(ErrorCodes.Banned);

        texts.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_sends_too_much_is_told_why()
    {
        await using var blog = await StartAsync([]);
        var post = await blog.PublishAsync();
        await blog.SubmitAsync(post);

        (await blog.SubmitAsync(post, "Another.")).Error!.Message.Should().Contain("Please wait a while");
    }

    [Fact]
    public async Task A_policy_of_the_writer_that_overrides_lets_pass_who_sends_too_much()
    {
        await using var blog = await StartAsync([], kit => kit.AddModerationPolicy<LetsPass>());
        var post = await blog.PublishAsync();
        await blog.SubmitAsync(post);

        (await blog.SubmitAsync(post, "Another.")).Value.Comment.Status.Should().Be(CommentStatus.Approved);
    }

    [Fact]
    public async Task What_was_counted_for_the_writer_is_not_counted_again_for_the_text()
    {
        var queries = new List<ModerationFactsQuery>();
        await using var blog = await StartAsync(
            [],
            kit => WatchedStore<IModerationStore>.Register(kit.Services, _ => (method, arguments, ask) =>
            {
                if (method.Name is nameof(IModerationStore.ReadFactsAsync))
                {
                    queries.Add((ModerationFactsQuery)arguments[0]!);
                }

                return ask();
            }));

        await blog.SubmitAsync(await blog.PublishAsync());

        queries.Select(q => (q.Activity.Length, q.BanKeys.IsEmpty, q.ConversationSize))
            .Should().Equal((1, false, 0), (0, true, 50));
    }

    [Fact]
    public async Task A_policy_of_the_writer_that_throws_holds_the_comment_and_is_asked_once()
    {
        var asked = new List<string>();
        await using var blog = await StartAsync(asked, kit => kit.AddModerationPolicy<Throws>());

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        comment.Status.Should().Be(CommentStatus.Pending);
        asked.Should().Equal("throws", "A comment.");
    }

    [Fact]
    public async Task A_policy_of_the_writer_that_asks_outside_is_not_asked_twice()
    {
        var asked = new List<string>();
        await using var blog = await StartAsync(asked, kit => kit.AddModerationPolicy<AsksOutside>());

        await blog.CommentAsync(await blog.PublishAsync());

        asked.Should().Equal("A comment.", "outside");
    }

    [Fact]
    public void A_policy_of_the_writer_that_needs_the_conversation_is_refused_by_name()
    {
        var make = () => new PolicySet("mixed", [new ReadsTexts([]) { JudgesWriterAlone = true }]);

        make.Should().Throw<ArgumentException>().WithMessage("The policy 'reads-texts' judges the writer alone,*not Conversation.*");
    }

    private static Task<TestBlog> StartAsync(List<string> texts, Action<BlogKitBuilder>? extend = null) => TestBlog.StartAsync(
        static o =>
        {
            o.Moderation.GetPolicy<BanPolicyOptions>().Enabled = true;
            var flood = o.Moderation.GetPolicy<FloodPolicyOptions>();
            flood.Enabled = true;
            flood.Windows.Add(new FloodWindowOptions
            {
                Scope = ActivityScope.Writer,
                Maximum = 1,
                Per = TimeSpan.FromMinutes(1),
                Outcome = ModerationOutcome.Reject,
            });
        },
        kit =>
        {
            kit.AddModerationPolicy<ReadsTexts>();
            extend?.Invoke(kit);
        },
        services => services.AddSingleton(texts));

    private sealed class ReadsTexts(List<string> texts) : IModerationPolicy
    {
        public string Name => "reads-texts";

        public ModerationNeeds Needs => ModerationNeeds.Conversation;

        public bool JudgesWriterAlone { get; init; }

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            texts.Add(context.Comment.PlainText);
            return default;
        }
    }

    private sealed class Throws(List<string> asked) : IModerationPolicy
    {
        public string Name => "throws";

        public bool JudgesWriterAlone => true;

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            asked.Add(Name);
            throw new InvalidTimeZoneException();
        }
    }

    private sealed class AsksOutside(List<string> asked) : IModerationPolicy
    {
        public string Name => "asks-outside";

        public bool JudgesWriterAlone => true;

        public PolicyCost Cost => PolicyCost.Outside;

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            asked.Add("outside");
            return default;
        }
    }

    private sealed class LetsPass : IModerationPolicy
    {
        public string Name => "lets-pass";

        public bool JudgesWriterAlone => true;

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            new(new ModerationFinding { Code = "known", Reason = "Known.", Outcome = ModerationOutcome.Approve, Overrides = true });
    }
}
