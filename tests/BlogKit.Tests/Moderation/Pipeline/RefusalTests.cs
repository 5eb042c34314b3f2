using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Pipeline;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task How_a_comment_is_refused_does_not_hang_on_the_order_of_policies(bool plainFirst)
    {
        await using var blog = await TestBlog.StartAsync(extend: kit => _ = plainFirst
            ? kit.AddModerationPolicy<Plain>().AddModerationPolicy<Slow>().AddModerationPolicy<Closed>()
            : kit.AddModerationPolicy<Slow>().AddModerationPolicy<Closed>().AddModerationPolicy<Plain>());
        var post = await blog.PublishAsync();

        var refused = await blog.Comments.SubmitAsync(
            new NewComment(post.BlogId, post.Id, "Hello.") { Name = "Ann", Email = "ann@example.org" }, Actor.Anonymous);

        (refused.Error!.Kind, refused.Error.Code).Should().Be((ErrorKind.Forbidden, "closed"));
    }

    private static ValueTask<ModerationFinding?> Refuse(FindingRefusal? refusal) =>
        new(new ModerationFinding { Code = "no", Reason = "No.", Outcome = ModerationOutcome.Reject, Refusal = refusal });

    private sealed class Plain : IModerationPolicy
    {
        public string Name => "a-plain";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) => Refuse(null);
    }

    private sealed class Closed : IModerationPolicy
    {
        public string Name => "b-closed";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            Refuse(new FindingRefusal(ErrorKind.Forbidden, "closed"));
    }

    private sealed class Slow : IModerationPolicy
    {
        public string Name => "c-slow";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            Refuse(new FindingRefusal(ErrorKind.TooMany, "slow"));
    }
}
