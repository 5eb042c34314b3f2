using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Queue;

public sealed class QueueTests
{
    [Fact]
    public async Task The_queue_lists_what_waits_with_its_post_and_the_reason()
    {
        await using var desk = await Desk.StartAsync();
        await desk.CommentAsync("Fine.");
        var held = await desk.CommentAsync("Please hold.");
        desk.Blog.Clock.Advance(TimeSpan.FromHours(2));

        var page = (await desk.Queue.ListAsync(desk.Waiting, desk.Moderator)).Value;

        var queued = page.Items.Should().ContainSingle().Subject;
        queued.Comment.Id.Should().Be(held.Id);
        queued.Post.Id.Should().Be(held.PostId);
        queued.Why.Should().BeEquivalentTo(new
        {
            Sentence = "Held: It has a word of the list.",
            Kind = WhyHereKind.Policies,
            Policies = new[] { "words" },
            OpenAppeal = false,
            Age = TimeSpan.FromHours(2),
        });
    }

    [Fact]
    public async Task It_is_filtered_by_state_policy_writer_post_age_and_score()
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentAsync("Please hold.");
        var spam = await desk.CommentAsync("Buy spam.", with: c => c with { Email = "Sam@Example.org" });
        var shown = await desk.CommentAsync("Fine.");
        desk.Tick();
        var scored = await desk.ImportAsync(held, c => c with { Decision = c.Decision with { Points = 2 } });

        (await ListAsync(desk, desk.Waiting with { Statuses = [CommentStatus.Spam] })).Should().Equal(spam.Id);
        (await ListAsync(desk, desk.Waiting with { Statuses = [] })).Should().Equal(scored.Id, shown.Id, spam.Id, held.Id);
        (await ListAsync(desk, desk.Waiting with { Statuses = [], Policy = "words" })).Should().Equal(scored.Id, spam.Id, held.Id);
        (await ListAsync(desk, desk.Waiting with { Statuses = [], Policy = "links" })).Should().BeEmpty();
        (await ListAsync(desk, desk.Waiting with { Statuses = [], HistoryKey = "email:sam@example.org" })).Should().Equal(spam.Id);
        (await ListAsync(desk, desk.Waiting with { Statuses = [], PostId = shown.PostId })).Should().Equal(shown.Id);
        (await ListAsync(desk, desk.Waiting with { Statuses = [], From = spam.CreatedAt, Until = scored.CreatedAt }))
            .Should().Equal(shown.Id, spam.Id);
        (await ListAsync(desk, desk.Waiting with { MinimumPoints = 1.5 })).Should().Equal(scored.Id);
    }

    [Theory]
    [InlineData(QueueOrder.Newest)]
    [InlineData(QueueOrder.Oldest)]
    [InlineData(QueueOrder.Points)]
    [InlineData(QueueOrder.FewestPoints)]
    public async Task Pages_and_neighbours_follow_the_same_order(QueueOrder order)
    {
        await using var desk = await Desk.StartAsync();
        var first = await desk.CommentAsync("Please hold.");
        foreach (var points in new[] { 1.0, 3.5, 1.0, 0.25, 2.0 })
        {
            desk.Tick();
            await desk.ImportAsync(first, c => c with { Decision = c.Decision with { Points = points } });
        }

        var filter = desk.Waiting with { Order = order };

        var walked = new List<CommentId>();
        string? cursor = null;
        do
        {
            var page = (await desk.Queue.ListAsync(filter, desk.Moderator, size: 4, cursor)).Value;
            walked.AddRange(page.Items.Select(i => i.Comment.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        walked.Should().HaveCount(6).And.OnlyHaveUniqueItems().And.Equal(await ListAsync(desk, filter));
        for (var i = 0; i < walked.Count; i++)
        {
            var found = (await desk.Queue.GetCaseAsync(filter, walked[i], desk.Moderator)).Value;
            found.Previous.Should().Be(i == 0 ? null : walked[i - 1]);
            found.Next.Should().Be(i == walked.Count - 1 ? null : walked[i + 1]);
        }
    }

    [Fact]
    public async Task The_last_page_by_points_is_found_in_one_read_however_long_the_queue_is()
    {
        await using var desk = await Desk.StartAsync();
        var first = await desk.CommentAsync("Please hold.");
        for (var i = 0; i < 1_020; i++)
        {
            desk.Tick();
            await desk.ImportAsync(first, c => c with { Decision = c.Decision with { Points = i % 7 } });
        }

        var filter = desk.Waiting with { Order = QueueOrder.Points };
        string? cursor = null;
        Page<QueuedComment> page;
        var cursors = new List<string?>();
        do
        {
            cursors.Add(cursor);
            page = (await desk.Queue.ListAsync(filter, desk.Moderator, size: 100, cursor)).Value;
            cursor = page.Next;
        }
        while (cursor is not null);

        foreach (var item in page.Items)
        {
            (await desk.Single.ApproveAsync(item.Comment.BlogId, item.Comment.Id, desk.Moderator)).EnsureSucceeded();
        }

        var emptied = (await desk.Queue.ListAsync(filter, desk.Moderator, size: 100, cursors[^1])).Value;
        var last = (await desk.Queue.ListAsync(filter, desk.Moderator, size: 100, emptied.Previous)).Value;

        cursors.Should().HaveCount(11);
        emptied.Items.Should().BeEmpty();
        emptied.Previous.Should().Be(cursors[^2]);
        (last.Items.Length, last.Next).Should().Be((100, null));
    }

    [Fact]
    public async Task After_deciding_one_goes_on_from_the_place_of_the_comment()
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentsAsync(3, "Please hold.");
        await desk.Single.ApproveAsync(held[1].BlogId, held[1].Id, desk.Moderator);

        var found = (await desk.Queue.GetCaseAsync(desk.Waiting, held[1].Id, desk.Moderator)).Value;

        (found.Previous, found.Next).Should().Be((held[2].Id, held[0].Id));
    }

    [Fact]
    public async Task A_case_has_parent_writer_objections_log_and_texts()
    {
        await using var desk = await Desk.StartAsync();
        var una = Actor.User("una", "Una");
        var earlier = await desk.CommentsAsync(12, actor: una);
        var parent = await desk.CommentAsync("A question?");
        var post = await desk.Blog.PublishAsync("The post");
        var root = await desk.Blog.CommentAsync(post, "A question?");
        var reply = await desk.Blog.CommentAsync(post, "An answer.", root.Id, una);
        reply = (await desk.Blog.Comments.EditAsync(reply.BlogId, reply.Id, "A better answer.", una, reply.Version)).Value;
        await desk.Flags.FlagAsync(reply.BlogId, reply.Id, FlagKind.OffTopic, "Not about it.", Actor.User("reader", "Reader"));
        await desk.Single.TrashAsync(reply.BlogId, reply.Id, desk.Moderator, reason: "Rude.");

        var found = (await desk.Queue.GetCaseAsync(desk.Waiting, reply.Id, desk.Moderator)).Value;

        found.Parent!.Id.Should().Be(root.Id).And.NotBe(parent.Id);
        found.Post.Should().Be(new PostLink(post.Id, post.Slug, "The post"));
        found.History.Should().Be(new CommenterHistory { Approved = 12, Removed = 1 });
        found.Others.Select(o => o.Comment.Id).Should().Equal(earlier.Reverse().Take(10).Select(c => c.Id));
        found.Flags.Should().ContainSingle(f => f.Kind == FlagKind.OffTopic && f.Note == "Not about it.");
        found.Records.Select(r => r.Action).Should().Equal(ModerationAction.Submitted, ModerationAction.Edited, ModerationAction.Trashed);
        found.EarlierTexts.Should().Be(1);
        found.Why.Sentence.Should().Be($"Taken down by author:{desk.Blog.Editor.Id} on 2026-03-01: Rude.");
        found.Why.Kind.Should().Be(WhyHereKind.Moderator);
    }

    [Fact]
    public async Task Every_way_into_the_queue_is_told_apart()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3);
        await desk.Single.HoldAsync(comments[0].BlogId, comments[0].Id, desk.Moderator, reason: "Ask the lawyer.");
        await desk.Flags.FlagAsync(comments[1].BlogId, comments[1].Id, FlagKind.Offensive, null, desk.Moderator);
        await desk.Single.TrashAsync(comments[2].BlogId, comments[2].Id, desk.Moderator);
        var points = await desk.ImportAsync(comments[0], c => c with
        {
            Status = CommentStatus.Pending,
            Decision = new ModerationDecision
            {
                Outcome = ModerationOutcome.Hold,
                Findings = [Scored("a"), Scored("b")],
                DecidedAt = c.CreatedAt,
                Points = 1.2,
            },
        });

        var page = (await desk.Queue.ListAsync(desk.Waiting with { Statuses = [], Order = QueueOrder.Oldest }, desk.Moderator)).Value;

        page.Items.Select(i => (i.Comment.Id, i.Why.Kind, i.Why.Sentence)).Should().Equal(
            (comments[0].Id, WhyHereKind.Moderator, "Held by a moderator: Ask the lawyer."),
            (comments[1].Id, WhyHereKind.Readers, "Held because 1 reader (weight 3) reported it: 1 × offensive."),
            (comments[2].Id, WhyHereKind.Moderator, "Taken down by a moderator."),
            (points.Id, WhyHereKind.Policies, "Held, together with 1.2 points: Policy a says so. Policy b says so."));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentAsync("Please hold.");
        var stranger = await desk.StrangerAsync();

        (await desk.Queue.ListAsync(desk.Waiting, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Queue.GetCaseAsync(desk.Waiting, held.Id, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Queue.GetCaseAsync(new QueueFilter(stranger.BlogId!.Value), held.Id, stranger)).ShouldFail(ErrorCodes.CommentNotFound);
        (await desk.Queue.ListAsync(desk.Waiting, Actor.Anonymous)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Log.ListAsync(new LogFilter(desk.BlogId), stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Log.ListAllOfOperationAsync(desk.BlogId, Guid.Empty, stranger)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_filter_that_means_nothing_is_refused_by_name()
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentAsync("Please hold.");
        var newest = (await desk.Queue.ListAsync(desk.Waiting, desk.Moderator, size: 1)).Value;

        (await desk.Queue.ListAsync(
            desk.Waiting with { MinimumPoints = double.NaN }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "MinimumPoints");
        (await desk.Queue.ListAsync(
            desk.Waiting with { Order = (QueueOrder)9 }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "Order");
        (await desk.Queue.ListAsync(
            desk.Waiting with { Statuses = [(CommentStatus)9] }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "Statuses");
        (await desk.Queue.ListAsync(
            desk.Waiting with { From = desk.Blog.Now, Until = desk.Blog.Now }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "Until");
        (await desk.Queue.ListAsync(desk.Waiting with { Policy = "\0" }, desk.Moderator)).ShouldFail(ErrorCodes.InvalidText, "Policy");
        (await desk.Queue.ListAsync(desk.Waiting, desk.Moderator, size: 201)).ShouldFail(ErrorCodes.OutOfRange, "Size");
        (await desk.Queue.ListAsync(
            desk.Waiting with { Order = QueueOrder.Oldest },
            desk.Moderator,
            cursor: $"q.0.{held.Id}.0")).ShouldFail(ErrorCodes.InvalidCursor);
        newest.Next.Should().BeNull();
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_newest_first()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3);
        foreach (var comment in comments)
        {
            await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Rude.");
        }

        var filter = new LogFilter(desk.BlogId) { Action = ModerationAction.Trashed, ActorKey = desk.Moderator.Key };
        var first = (await desk.Log.ListAsync(filter, desk.Moderator, size: 2)).Value;
        var rest = (await desk.Log.ListAsync(filter, desk.Moderator, size: 2, first.Next)).Value;

        first.Items.Concat(rest.Items).Select(r => r.CommentId).Should().Equal(comments.Reverse().Select(c => c.Id));
        rest.Next.Should().BeNull();
        (await desk.Log.ListAsync(filter, desk.Moderator, cursor: "q.1")).ShouldFail(ErrorCodes.InvalidCursor);
    }

    private static async Task<IEnumerable<CommentId>> ListAsync(Desk desk, QueueFilter filter) =>
        (await desk.Queue.ListAsync(filter, desk.Moderator)).Value.Items.Select(i => i.Comment.Id);

    private static ModerationFinding Scored(string policy) => new()
    {
        Policy = policy,
        PolicyVersion = "1",
        Code = "scored",
        Reason = $"Policy {policy} says so.",
        Outcome = ModerationOutcome.Approve,
        Score = 0.6,
    };
}
