using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Tests.Moderation.Flags;

public sealed class FlagTests
{
    [Fact]
    public async Task Enough_weight_puts_the_comment_back_to_wait_and_says_why()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await FlagAsync(desk, comment, User(1), FlagKind.Offensive);
        await FlagAsync(desk, comment, Guest(1), FlagKind.Spam);
        await FlagAsync(desk, comment, User(2), FlagKind.Offensive);
        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Approved);

        var last = await FlagAsync(desk, comment, User(3), FlagKind.Offensive);

        last.Hidden.Should().BeTrue();
        var held = await desk.StoredAsync(comment.Id);
        held.Status.Should().Be(CommentStatus.Pending);
        var finding = held.Decision.Findings.Should().ContainSingle().Subject;
        (finding.Policy, finding.Code, finding.Reason).Should()
            .Be(("flags", "readers-flagged", "4 readers (weight 3.5) reported it: 3 × offensive, 1 × spam."));
        finding.Details.Should().Equal(new FindingDetail("offensive", "3", 3), new FindingDetail("spam", "1", 0.5));
        held.Decision.Explanation.Should().Be(finding.Reason);
        held.Decision.Points.Should().Be(finding.Score).And.BeGreaterThan(0);
        var record = (await desk.RecordsAsync(comment.Id))[^1];
        (record.Action, record.ActorKey, record.Reason, record.From, record.To).Should()
            .Be((ModerationAction.Flagged, ActorKey.System, finding.Reason, CommentStatus.Approved, CommentStatus.Pending));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_moderator_or_author_of_the_blog_is_enough(bool moderator)
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var actor = moderator ? desk.Moderator : Actor.Author(await desk.Blog.AuthorAsync("Willa"));

        (await FlagAsync(desk, comment, actor, FlagKind.Private)).Hidden.Should().BeTrue();
    }

    [Fact]
    public async Task A_moderator_of_another_blog_is_a_reader_here()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();

        var flag = await FlagAsync(desk, comment, await desk.StrangerAsync(), FlagKind.Private);

        (flag.Hidden, flag.Flag.Weight).Should().Be((false, 1.0));
    }

    [Fact]
    public async Task The_same_reader_counts_once_and_can_take_it_back()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        foreach (var kind in new[] { FlagKind.Spam, FlagKind.Offensive, FlagKind.OffTopic, FlagKind.Private })
        {
            await FlagAsync(desk, comment, User(1), kind);
        }

        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Approved);
        (await desk.Flags.ListAllAsync(comment.BlogId, comment.Id, desk.Moderator)).Value
            .Should().ContainSingle(f => f.Kind == FlagKind.Private);
        (await desk.Flags.UnflagAsync(comment.BlogId, comment.Id, User(1))).EnsureSucceeded();
        (await desk.Flags.ListAllAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Should().BeEmpty();
    }

    [Fact]
    public async Task After_an_approval_the_threshold_has_to_be_reached_anew()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        for (var i = 1; i <= 3; i++)
        {
            await FlagAsync(desk, comment, User(i), FlagKind.Spam);
        }

        desk.Tick();
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "They only disagree.");
        desk.Tick();

        (await FlagAsync(desk, comment, User(1), FlagKind.Spam)).Hidden.Should().BeFalse("a dismissed objection stays dismissed");
        (await FlagAsync(desk, comment, User(4), FlagKind.Spam)).Hidden.Should().BeFalse();
        (await FlagAsync(desk, comment, User(5), FlagKind.Spam)).Hidden.Should().BeFalse();
        (await FlagAsync(desk, comment, User(6), FlagKind.Spam)).Hidden.Should().BeTrue();
        (await desk.StoredAsync(comment.Id)).Decision.Findings.Should().ContainSingle(f => f.Policy == "flags")
            .Which.Reason.Should().Be("3 readers (weight 3) reported it: 3 × spam.");
        (await desk.StoredAsync(comment.Id)).Decision.Points.Should().Be(0.5, "the new finding is in place of the old one");
    }

    [Fact]
    public async Task Approving_a_shown_comment_dismisses_what_was_said_and_is_logged()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await FlagAsync(desk, comment, User(1), FlagKind.Spam);

        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "It is fine.");
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "It is fine.");

        (await desk.Flags.ListAllAsync(comment.BlogId, comment.Id, desk.Moderator)).Value
            .Should().ContainSingle(f => f.DismissedAt == desk.Blog.Now);
        (await desk.RecordsAsync(comment.Id)).Count(r => r.Action is ModerationAction.Approved).Should().Be(1);
    }

    [Fact]
    public async Task What_was_said_before_an_approval_does_not_count_even_while_it_is_not_dismissed_yet()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await FlagAsync(desk, comment, User(1), FlagKind.Spam);
        await FlagAsync(desk, comment, User(2), FlagKind.Spam);
        desk.Tick();
        var stored = await desk.StoredAsync(comment.Id);
        var approval = new ModerationRecord
        {
            CommentId = comment.Id,
            BlogId = desk.BlogId,
            Revision = 1,
            Action = ModerationAction.Approved,
            From = CommentStatus.Approved,
            To = CommentStatus.Approved,
            ActorKey = desk.Moderator.Key!.Value,
            At = desk.Blog.Now,
        };
        await desk.Changes.UpdateAsync(new CommentChange(stored, approval), CancellationToken.None);

        (await FlagAsync(desk, comment, User(3), FlagKind.Spam)).Hidden.Should().BeFalse();
    }

    [Fact]
    public async Task Many_readers_at_once_hide_it_once()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();

        var flags = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => desk.Flags.FlagAsync(comment.BlogId, comment.Id, FlagKind.Spam, null, User(i)))));

        flags.Count(f => f.Succeeded).Should().BeGreaterThanOrEqualTo(3);
        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Pending);
        (await desk.RecordsAsync(comment.Id)).Count(r => r.Action is ModerationAction.Flagged).Should().Be(1);
    }

    [Fact]
    public async Task Its_writer_cannot_edit_it_back_to_the_page()
    {
        await using var desk = await Desk.StartAsync();
        var una = Actor.User("una", "Una");
        var comment = await desk.CommentAsync(actor: una);
        await FlagAsync(desk, comment, desk.Moderator, FlagKind.Offensive);
        var held = await desk.StoredAsync(comment.Id);

        var edited = (await desk.Blog.Comments.EditAsync(comment.BlogId, comment.Id, "Something nicer.", una, held.Version)).Value;

        edited.Status.Should().Be(CommentStatus.Pending);
        edited.Decision.Findings.Should().ContainSingle(f => f.Policy == "flags");
    }

    [Fact]
    public async Task What_cannot_be_objected_to_is_refused_by_name()
    {
        await using var desk = await Desk.StartAsync();
        var una = Actor.User("una", "Una");
        var comment = await desk.CommentAsync(actor: una);
        var held = await desk.CommentAsync("Please hold.");

        (await desk.Flags.FlagAsync(comment.BlogId, comment.Id, FlagKind.Spam, null, Actor.Anonymous)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Flags.FlagAsync(comment.BlogId, comment.Id, FlagKind.Spam, null, una)).ShouldFail(ErrorCodes.OwnComment);
        (await desk.Flags.FlagAsync(held.BlogId, held.Id, FlagKind.Spam, null, una)).ShouldFail(ErrorCodes.CommentNotFound);
        (await desk.Flags.FlagAsync(comment.BlogId, comment.Id, FlagKind.Other, " ", User(1))).ShouldFail(ErrorCodes.Required, "Note");
        (await desk.Flags.FlagAsync(
            comment.BlogId, comment.Id, FlagKind.Spam, new string('x', 501), User(1))).ShouldFail(ErrorCodes.TooLong, "Note");
        (await desk.Flags.FlagAsync(comment.BlogId, comment.Id, (FlagKind)9, null, User(1))).ShouldFail(ErrorCodes.OutOfRange, "Kind");
        (await desk.Flags.ListAllAsync(comment.BlogId, comment.Id, await desk.StrangerAsync())).ShouldFail(ErrorCodes.NotAllowed);
        desk.FlagOptions.Enabled = false;
        (await desk.Flags.FlagAsync(comment.BlogId, comment.Id, FlagKind.Spam, null, User(1))).ShouldFail(ErrorCodes.NotEnabled);
    }

    [Fact]
    public async Task Guests_of_one_network_have_one_objection_and_hide_nothing()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();

        for (var i = 0; i < 12; i++)
        {
            (await FlagAsync(desk, comment, Actor.Guest($"another secret of a guest {i}", "198.51.100.7"), FlagKind.Spam)).Hidden
                .Should().BeFalse();
            (await FlagAsync(desk, comment, Guest(i), FlagKind.Spam)).Hidden.Should().BeFalse("guests of nowhere are of one network");
        }

        (await desk.Flags.ListAllAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Should().HaveCount(2);
        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Approved);
    }

    [Fact]
    public async Task Guests_of_enough_networks_hide_a_guests_comment_until_a_moderator_approves_it()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        for (var i = 1; i <= 6; i++)
        {
            (await FlagAsync(desk, comment, Away(i), FlagKind.Spam)).Hidden.Should().Be(i == 6);
        }

        desk.Tick();
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "It is fine.");
        desk.Tick();
        for (var i = 1; i <= 40; i++)
        {
            (await FlagAsync(desk, comment, Away(i), FlagKind.Offensive)).Hidden.Should().BeFalse("the approval stands");
        }

        (await desk.Queue.ListAsync(new QueueFilter(desk.BlogId) { Statuses = [], Flagged = true }, desk.Moderator)).Value.Items
            .Should().ContainSingle();
        (await FlagAsync(desk, comment, User(1), FlagKind.Spam)).Hidden.Should().BeFalse();
        (await FlagAsync(desk, comment, User(2), FlagKind.Spam)).Hidden.Should().BeFalse();
        (await FlagAsync(desk, comment, User(3), FlagKind.Spam)).Hidden
            .Should().BeTrue("signed-in readers are people who can be told apart");
    }

    [Fact]
    public async Task An_approval_does_not_stand_for_a_later_text()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await FlagAsync(desk, comment, Away(0), FlagKind.Spam);
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator);
        desk.Tick();
        var approved = await desk.StoredAsync(comment.Id);
        (await desk.Blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Something worse.", desk.Moderator, approved.Version)).EnsureSucceeded();
        desk.Tick();

        for (var i = 1; i <= 6; i++)
        {
            (await FlagAsync(desk, comment, Away(i), FlagKind.Spam)).Hidden.Should().Be(i == 6);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Guests_alone_never_hide_what_users_and_authors_wrote(bool author)
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync(
            actor: author ? Actor.Author(await desk.Blog.AuthorAsync("Willa")) : Actor.User("una", "Una"));

        for (var i = 0; i < 40; i++)
        {
            (await FlagAsync(desk, comment, Away(i), FlagKind.Spam)).Hidden.Should().BeFalse();
        }

        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Approved);
        (await desk.Single.CountAsync(desk.BlogId, desk.Moderator)).Value.Flagged.Should().Be(1, "moderators are told");
    }

    [Fact]
    public async Task The_first_objection_is_in_the_queue_and_hides_nothing()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3);
        var flagged = new QueueFilter(desk.BlogId) { Statuses = [CommentStatus.Pending, CommentStatus.Approved], Flagged = true };
        var told = new List<BlogChange>();
        using var listening = desk.Blog.Get<BlogChanges>().Subscribe(told.Add);

        await FlagAsync(desk, comments[1], Away(1), FlagKind.Private);

        told.Should().Contain(c => c.Kind == BlogChangeKind.Queue && c.BlogId == desk.BlogId);
        (await desk.Single.CountAsync(desk.BlogId, desk.Moderator)).Value.Flagged.Should().Be(1);
        var queued = (await desk.Queue.ListAsync(flagged, desk.Moderator)).Value.Items.Should().ContainSingle().Subject;
        (queued.Comment.Id, queued.Comment.Status).Should().Be((comments[1].Id, CommentStatus.Approved));
        (await desk.Queue.ReadContextsAsync(desk.BlogId, [queued.Comment], desk.Moderator)).Value[0].Flags.Should().ContainSingle();

        await desk.Single.ApproveAsync(comments[1].BlogId, comments[1].Id, desk.Moderator);

        (await desk.Single.CountAsync(desk.BlogId, desk.Moderator)).Value.Flagged.Should().Be(0);
        (await desk.Queue.ListAsync(flagged, desk.Moderator)).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task An_approval_dismisses_in_its_own_transaction_and_is_announced_after_both()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await FlagAsync(desk, comment, User(1), FlagKind.Spam);
        var counted = new List<int>();
        using var listening = desk.Blog.Get<BlogChanges>().Subscribe(_ =>
            counted.Add(desk.Comments.CountAsync(desk.BlogId, CancellationToken.None).GetAwaiter().GetResult().Flagged));

        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator);

        counted.Should().NotBeEmpty().And.OnlyContain(c => c == 0);
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        var failures = new List<string>();

        new FlagOptions { HideAt = 0, UserWeight = double.NaN, GuestWeight = -1, MaximumNoteLength = 0 }.Check(
            "BlogKit:Moderation:Flags", failures);
        new FlagOptions().Check("Defaults", failures);

        failures.Should().HaveCount(4).And.OnlyContain(f => f.StartsWith("BlogKit:Moderation:Flags:", StringComparison.Ordinal));
    }

    private static Actor User(int number) => Actor.User($"reader-{number}", $"Reader {number}");

    private static Actor Guest(int number) => Actor.Guest($"a secret of a guest {number}");

    private static Actor Away(int number) => Actor.Guest($"a secret of a guest away {number}", $"2001:db8:0:{number}::/64");

    private static async Task<SubmittedFlag> FlagAsync(Desk desk, Comment comment, Actor actor, FlagKind kind) =>
        (await desk.Flags.FlagAsync(comment.BlogId, comment.Id, kind, null, actor)).Value;
}
