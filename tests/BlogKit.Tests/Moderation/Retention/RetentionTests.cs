using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Tests.Moderation.Retention;

public sealed class RetentionTests
{
    [Fact]
    public async Task Spam_and_trash_are_emptied_by_the_age_of_their_state_and_the_log_says_so()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(4);
        await desk.Single.MarkSpamAsync(comments[0].BlogId, comments[0].Id, desk.Moderator);
        await desk.Single.TrashAsync(comments[1].BlogId, comments[1].Id, desk.Moderator);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(20));
        await desk.Single.TrashAsync(comments[2].BlogId, comments[2].Id, desk.Moderator);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(10));
        desk.Tick();

        var report = await desk.Retention.RunAsync();

        report.Should().BeEquivalentTo(new { Spam = 1, Trashed = 1 });
        (await desk.RecordsAsync(comments[0].Id))[^1].Should().BeEquivalentTo(
            new
            {
                Action = ModerationAction.Purged,
                ActorKey = ActorKey.System,
                Reason = "Emptied after 30 days.",
                From = (CommentStatus?)CommentStatus.Spam,
            });
        (await desk.StoredAsync(comments[2].Id)).Status.Should().Be(CommentStatus.Trashed);
        (await desk.StoredAsync(comments[3].Id)).Status.Should().Be(CommentStatus.Approved);
        (await desk.Retention.RunAsync()).Should().Be(new RetentionReport());
    }

    [Fact]
    public async Task The_change_feed_is_trimmed_by_the_age_of_its_rows()
    {
        await using var desk = await Desk.StartAsync();
        var feed = desk.Blog.Get<IChangeStore>();
        var old = await desk.CommentAsync("Old.");
        var position = await feed.ReadChangePositionAsync(old.BlogId, default);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(29));
        var young = await desk.CommentAsync("Young.");
        (await desk.Retention.RunAsync()).Changes.Should().Be(0);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(2));
        desk.RetentionOptions.ChangeAge = null;
        (await desk.Retention.RunAsync()).Changes.Should().Be(0);
        desk.RetentionOptions.ChangeAge = TimeSpan.FromDays(30);

        (await desk.Retention.RunAsync()).Changes.Should().Be((int)position);
        var slice = await feed.ReadChangesAsync(old.BlogId, 0, 100, default);
        slice.IsTrimmed.Should().BeTrue();
        slice.Items[0].Position.Should().Be(position + 1);
        slice.Items[^1].CommentId.Should().Be(young.Id);
    }

    [Fact]
    public async Task Exactly_at_its_age_a_comment_is_still_there()
    {
        await using var desk = await Desk.StartAsync();
        await desk.CommentAsync("Buy spam.");
        desk.Blog.Clock.Advance(TimeSpan.FromDays(30));

        (await desk.Retention.RunAsync()).Spam.Should().Be(0);
        desk.Tick();
        (await desk.Retention.RunAsync()).Spam.Should().Be(1);
    }

    [Fact]
    public async Task More_than_a_batch_is_emptied_and_what_its_writer_asks_for_is_kept_until_answered()
    {
        await using var desk = await Desk.StartAsync();
        desk.RetentionOptions.BatchSize = 2;
        var una = Actor.User("una", "Una");
        var spam = await desk.CommentsAsync(9, "Buy spam.", una);
        foreach (var comment in spam[..3])
        {
            await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "It is not.", una);
        }

        desk.Blog.Clock.Advance(TimeSpan.FromDays(31));

        (await desk.Retention.RunAsync()).Spam.Should().Be(6);
        await desk.Single.MarkSpamAsync(spam[0].BlogId, spam[0].Id, desk.Moderator);
        (await desk.Retention.RunAsync()).Spam.Should().Be(1);
    }

    [Fact]
    public async Task Null_keeps_for_ever_and_one_blog_can_be_named()
    {
        await using var desk = await Desk.StartAsync();
        var other = (await desk.Blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var spam = await desk.CommentAsync("Buy spam.");
        await desk.Single.TrashAsync(desk.BlogId, (await desk.CommentAsync()).Id, desk.Moderator);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(400));

        (await desk.Retention.RunAsync(other.Id)).Should().Be(new RetentionReport());
        desk.RetentionOptions.SpamAge = null;
        desk.RetentionOptions.ChangeAge = null;
        (await desk.Retention.RunAsync(desk.BlogId)).Should().Be(new RetentionReport { Trashed = 1 });
        (await desk.StoredAsync(spam.Id)).PurgedAt.Should().BeNull();
    }

    [Fact]
    public async Task Two_hosts_at_once_purge_each_comment_once()
    {
        await using var desk = await Desk.StartAsync();
        var spam = await desk.CommentsAsync(20, "Buy spam.");
        desk.Blog.Clock.Advance(TimeSpan.FromDays(31));

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => desk.Retention.RunAsync())));

        reports.Sum(r => r.Spam).Should().Be(20);
        foreach (var comment in spam)
        {
            (await desk.RecordsAsync(comment.Id)).Count(r => r.Action is ModerationAction.Purged).Should().Be(1);
        }
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        var failures = new List<string>();

        new RetentionOptions
        {
            SpamAge = TimeSpan.Zero,
            TrashAge = TimeSpan.FromDays(4_000),
            ChangeAge = TimeSpan.Zero,
            BatchSize = 0,
            Every = TimeSpan.Zero,
        }.Check("BlogKit:Moderation:Retention", failures);
        new RetentionOptions { SpamAge = null, TrashAge = null, ChangeAge = null }.Check("Never", failures);

        failures.Should().HaveCount(5).And.OnlyContain(f => f.StartsWith("BlogKit:Moderation:Retention:", StringComparison.Ordinal));
    }
}
