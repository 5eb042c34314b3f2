using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.Tests.Moderation.Retention;

public sealed class MaintenanceTests
{
    [Fact]
    public async Task It_empties_when_the_host_starts_and_at_every_tick()
    {
        await using var desk = await Desk.StartAsync();
        var spam = await desk.CommentsAsync(2, "Buy spam.");
        await desk.Single.ApproveAsync(spam[1].BlogId, spam[1].Id, desk.Moderator);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(31));
        var clock = new FakeTimeProvider();
        using var maintenance = new ModerationMaintenance(
            desk.Retention, desk.RetentionOptions, clock, NullLogger<ModerationMaintenance>.Instance);

        await maintenance.StartAsync(CancellationToken.None);
        await EventuallyPurgedAsync(desk, spam[0]);
        await desk.Single.MarkSpamAsync(spam[1].BlogId, spam[1].Id, desk.Moderator);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(31));
        clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromTicks(1));
        await Task.Delay(100); // A round that came too early would be done by now; on a slow machine it is at worst not seen.
        (await desk.Comments.FindAsync(spam[1].BlogId, spam[1].Id, CancellationToken.None)).Should().NotBeNull();
        clock.Advance(TimeSpan.FromTicks(1));
        await EventuallyPurgedAsync(desk, spam[1]);

        await maintenance.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_fault_is_survived()
    {
        await using var desk = await Desk.StartAsync();
        var spam = await desk.CommentAsync("Buy spam.");
        desk.Blog.Clock.Advance(TimeSpan.FromDays(31));
        var faulty = new FaultyBlogStore(desk.Blog.Get<IBlogStore>());
        var retention = new RetentionService(
            faulty,
            desk.Changes,
            desk.Moderation,
            desk.Blog.Get<IChangeStore>(),
            desk.RetentionOptions,
            desk.Blog.Clock,
            new BlogChanges(),
            NullLogger<RetentionService>.Instance);
        var clock = new FakeTimeProvider();
        using var maintenance = new ModerationMaintenance(
            retention, desk.RetentionOptions, clock, NullLogger<ModerationMaintenance>.Instance);

        await maintenance.StartAsync(CancellationToken.None);
        await faulty.Failed;
        (await desk.StoredAsync(spam.Id)).PurgedAt.Should().BeNull();
        clock.Advance(TimeSpan.FromHours(6));
        await EventuallyPurgedAsync(desk, spam);

        maintenance.ExecuteTask!.IsFaulted.Should().BeFalse();
        await maintenance.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_change_feed_is_trimmed_in_every_host_and_nothing_else_is_emptied()
    {
        await using var desk = await Desk.StartAsync();
        var spam = await desk.CommentAsync("Buy spam.");
        desk.Blog.Clock.Advance(TimeSpan.FromDays(31));
        var clock = new FakeTimeProvider();
        using var trimming = new ChangeFeedTrimming(
            () => desk.Retention, () => desk.RetentionOptions, clock, NullLogger<ChangeFeedTrimming>.Instance);
        var feed = desk.Blog.Get<IChangeStore>();
        (await feed.ReadChangesAsync(spam.BlogId, 0, 10, CancellationToken.None)).IsTrimmed.Should().BeFalse();

        await trimming.StartAsync(CancellationToken.None);
        await EventuallyTrimmedAsync();

        (await desk.StoredAsync(spam.Id)).PurgedAt.Should().BeNull();
        await trimming.StopAsync(CancellationToken.None);

        // The first round waits for the clock, which may begin to be waited for after it was moved on.
        async Task EventuallyTrimmedAsync()
        {
            while (!(await feed.ReadChangesAsync(spam.BlogId, 0, 10, CancellationToken.None)).IsTrimmed)
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                await Task.Delay(5);
            }
        }
    }

    [Fact]
    public void Every_host_has_the_trimming_of_the_change_feed()
    {
        using var services = new ServiceCollection().AddBlogKit().UseInMemory().Services.BuildServiceProvider();

        services.GetServices<IHostedService>().OfType<ChangeFeedTrimming>().Should().ContainSingle();
    }

    [Fact]
    public void It_is_added_once()
    {
        var services = new ServiceCollection();

        var kit = services.AddBlogKit().UseInMemory();
        var before = services.Count(s => s.ServiceType == typeof(IHostedService));

        kit.AddModerationMaintenance().AddModerationMaintenance();

        (services.Count(s => s.ServiceType == typeof(IHostedService)) - before).Should().Be(1);
    }

    private static async Task EventuallyPurgedAsync(Desk desk, Comment comment)
    {
        while (await desk.Comments.FindAsync(comment.BlogId, comment.Id, CancellationToken.None) is not null)
        {
            await Task.Delay(5);
        }
    }

    /// <summary>Is away the first time.</summary>
    private sealed class FaultyBlogStore(IBlogStore store) : IBlogStore
    {
        private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Failed => _failed.Task;

        public Task<System.Collections.Immutable.ImmutableArray<Blog>> ListAllAsync(CancellationToken cancellationToken) =>
            _failed.TrySetResult() ? throw new IOException("The store is away.") : store.ListAllAsync(cancellationToken);

        public Task<Blog?> FindAsync(BlogId id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

        public Task<Blog?> FindByKeyAsync(string key, CancellationToken cancellationToken) => store.FindByKeyAsync(key, cancellationToken);

        public Task<SaveOutcome> SaveAsync(Blog blog, CancellationToken cancellationToken) => store.SaveAsync(blog, cancellationToken);
    }
}
