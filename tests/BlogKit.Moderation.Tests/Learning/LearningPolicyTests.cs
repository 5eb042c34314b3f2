using BlogKit.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.Moderation.Tests;

public sealed class LearningPolicyTests
{
    [Fact]
    public void Every_limit_is_checked_by_its_full_name()
    {
        var options = new LearningPolicyOptions
        {
            HoldAt = 0.4,
            SpamAt = 0.3,
            MinimumLessons = 0,
            ExplainedFeatures = 51,
            TableBits = 30,
            LongestText = 10,
            HalfLife = 1,
            UndoableLessons = 1,
            LessonsPerWriter = 0,
            WriterWindow = TimeSpan.Zero,
            LessonsPerModeratorPerDay = 0,
            SaveEvery = 0,
            RecordsPerDecision = 1,
            BlogsInMemory = 0,
        };
        var failures = new List<string>();

        options.Check("BlogKit:Moderation:Learning", failures);

        failures.Should().HaveCount(15).And.OnlyContain(f => f.StartsWith("BlogKit:Moderation:Learning:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_defaults_are_in_range()
    {
        var failures = new List<string>();

        new LearningPolicyOptions().Check("x", failures);

        failures.Should().BeEmpty();
    }

    [Fact]
    public async Task What_moderators_decide_is_known_to_the_next_decision()
    {
        var log = new WrittenLog();
        await using var blog = await TestBlog.StartAsync();
        var options = new LearningPolicyOptions { TableBits = 14, StarterLessons = false };
        using var service = new LearningService(
            log, blog.Get<ILearningStore>(), blog.Get<IModerationStore>(), blog.Clock, NullLogger<LearningService>.Instance, options);
        var policy = new LearningPolicy(service, options);
        var context = await ContextAsync(blog, log.BlogId, "Subscribe to my channel for free coins");
        log.WriteLessons();

        var before = await policy.EvaluateAsync(context, CancellationToken.None);
        var after = await policy.EvaluateAsync(
            context with { Facts = new ModerationFacts { LogPosition = log.Position } }, CancellationToken.None);

        before.Should().BeNull();
        after!.Outcome.Should().NotBe(ModerationOutcome.Approve);
        (policy.Needs, policy.Cost).Should().Be((ModerationNeeds.LogPosition, PolicyCost.Model));
    }

    [Fact]
    public async Task Switched_off_it_neither_judges_nor_reads()
    {
        var log = new WrittenLog();
        await using var blog = await TestBlog.StartAsync();
        var options = new LearningPolicyOptions { Enabled = false };
        using var service = new LearningService(
            log, blog.Get<ILearningStore>(), blog.Get<IModerationStore>(), blog.Clock, NullLogger<LearningService>.Instance, options);
        var policy = new LearningPolicy(service, options);
        var context = await ContextAsync(blog, log.BlogId, "Subscribe");

        var finding = await policy.EvaluateAsync(context with { Facts = new ModerationFacts { LogPosition = 5 } }, CancellationToken.None);

        finding.Should().BeNull();
        log.Reads.Should().Be(0);
        policy.Needs.Should().Be(ModerationNeeds.None);
    }

    private static async Task<ModerationContext> ContextAsync(TestBlog blog, BlogId blogId, string text)
    {
        var comment = await blog.CommentAsync(await blog.PublishAsync(), text);
        return new ModerationContext
        {
            Comment = comment,
            Post = new PostFacts
            {
                Id = comment.PostId,
                BlogId = blogId,
                Slug = Slug.From("post"),
                Title = "A post",
                Status = PostStatus.Published,
                Visibility = PostVisibility.Public,
                PublishedAt = blog.Now,
                Comments = new CommentSettings(),
                AuthorIds = [],
                ShownComments = 0,
            },
            Parent = null,
            History = CommenterHistory.None,
            Links = [],
            Actor = Actor.Anonymous,
        };
    }
}
