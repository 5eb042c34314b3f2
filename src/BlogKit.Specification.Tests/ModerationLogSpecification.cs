using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IModerationLogStore"/>.</summary>
public abstract class ModerationLogSpecification : StoreSpecification
{
    /// <summary>Every field of a record is read again, those of shadows and findings too, in each way of reading.</summary>
    [Fact]
    public async Task A_record_is_read_with_everything_it_had()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var operation = Sample.NextId();
        var record = SampleData.Record(comment, ModerationAction.Reevaluated, CommentStatus.Approved, CommentStatus.Spam) with
        {
            Revision = 4,
            Decision = SampleData.Decision() with { Outcome = ModerationOutcome.Spam, Points = 3.75 },
            Shadows = [new ShadowVerdict("strict/2", SampleData.Decision()), new ShadowVerdict("none", new ModerationDecision
            {
                Outcome = ModerationOutcome.Reject,
                Findings = [],
                DecidedAt = SampleData.Now,
            })],
            OperationId = operation,
            FromBeforeRemoval = CommentStatus.Pending,
            FromApprovedRevision = 3,
            Undoes = 1L << 40,
            Position = 99,
        };
        var bare = new ModerationRecord
        {
            CommentId = comment.Id,
            BlogId = comment.BlogId,
            Revision = 4,
            Action = ModerationAction.Held,
            To = CommentStatus.Pending,
            ActorKey = ActorKey.Anonymous,
            At = SampleData.Now,
        };
        await WriteAsync(comment, record).ConfigureAwait(false);
        await WriteAsync(comment with { Version = 2 }, bare).ConfigureAwait(false);

        var log = await Store.ModerationLog.ListAllOfCommentAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false);

        Same.Content([record with { Position = 0 }, bare], log.Skip(1).Select(static r => r with { Position = 0 }).ToArray());
        Assert.True(log[0].Position > 0);
        Assert.True(log[0].Position < log[1].Position && log[1].Position < log[2].Position);
        Same.Content(log.Reverse().ToArray(), [.. await ListAsync(new LogQuery { BlogId = post.BlogId, Size = 9 }).ConfigureAwait(false)]);
        Same.Content([log[1]], await Store.ModerationLog.ListAllOfOperationAsync(post.BlogId, operation, default).ConfigureAwait(false));
        var logged = await Store.ModerationLog.ListAfterAsync(post.BlogId, 0, 9, default).ConfigureAwait(false);
        var now = await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false);
        Same.Content(log.Select(r => new LoggedComment(r, now)).ToArray(), [.. logged]);
    }

    /// <summary>The log is filtered by actor, action and time, alone and together, in pages, from either end.</summary>
    [Fact]
    public async Task The_log_of_a_blog_is_filtered_in_order()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);
        for (var i = 0; i < 24; i++)
        {
            var record = SampleData.Record(comment, i % 2 == 0 ? ModerationAction.Pinned : ModerationAction.Unpinned) with
            {
                ActorKey = ActorKey.Parse(i % 3 == 0 ? "user:Ada" : "user:ada"),
                At = SampleData.Now.AddMinutes(i),
            };
            await WriteAsync(comment with { Version = i + 1 }, record).ConfigureAwait(false);
        }

        var all = (await Store.ModerationLog.ListAllOfCommentAsync(
            comment.BlogId, comment.Id, default).ConfigureAwait(false)).Reverse().ToList();
        (Func<LogQuery, LogQuery> Ask, Func<ModerationRecord, bool> Has)[] filters =
        [
            (static q => q with { ActorKey = ActorKey.User("Ada") }, static r => r.ActorKey == ActorKey.User("Ada")),
            (static q => q with { Action = ModerationAction.Pinned }, static r => r.Action is ModerationAction.Pinned),
            (static q => q with { From = SampleData.Now.AddMinutes(6) }, static r => r.At >= SampleData.Now.AddMinutes(6)),
            (static q => q with { Until = SampleData.Now.AddMinutes(18) }, static r => r.At < SampleData.Now.AddMinutes(18)),
            (q => q with { Before = all[5].Position }, r => r.Position < all[5].Position),
        ];
        for (var choice = 0; choice < 1 << filters.Length; choice++)
        {
            var chosen = filters.Where((_, i) => (choice & (1 << i)) != 0).ToList();
            var query = chosen.Aggregate(new LogQuery { BlogId = post.BlogId, Size = 100 }, static (q, f) => f.Ask(q));
            var expected = all.Where(r => chosen.TrueForAll(f => f.Has(r))).ToList();
            Same.Content(expected, [.. await ListAsync(query).ConfigureAwait(false)]);
            Same.Content(expected.Take(3).ToList(), [.. await ListAsync(query with { Size = 3 }).ConfigureAwait(false)]);
            Same.Content(
                Enumerable.Reverse(expected).Take(3).ToList(),
                [.. await ListAsync(query with { OldestFirst = true, Size = 3 }).ConfigureAwait(false)]);
        }
    }

    /// <summary>The records of one action on many comments are found in their order; another blog has none of them.</summary>
    [Fact]
    public async Task The_records_of_an_operation_are_found_by_position()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var operation = Sample.NextId();
        var comments = new List<Comment>();
        for (var i = 0; i < 5; i++)
        {
            comments.Insert(0, await Store.AddCommentAsync(Sample, post).ConfigureAwait(false));
        }

        foreach (var comment in comments)
        {
            await WriteAsync(
                comment, SampleData.Record(comment, ModerationAction.Trashed) with { OperationId = operation }).ConfigureAwait(false);
            await WriteAsync(
                comment with { Version = 2 },
                SampleData.Record(comment, ModerationAction.Undone) with { OperationId = Sample.NextId() }).ConfigureAwait(false);
        }

        var found = await Store.ModerationLog.ListAllOfOperationAsync(post.BlogId, operation, default).ConfigureAwait(false);

        Assert.Equal(comments.Select(static c => c.Id), found.Select(static r => r.CommentId));
        Assert.Equal(found.Select(static r => r.Position).Order(), found.Select(static r => r.Position));
        Assert.Empty(
            await Store.ModerationLog.ListAllOfOperationAsync(new BlogId(Sample.NextId()), operation, default).ConfigureAwait(false));
        Assert.Empty(await Store.ModerationLog.ListAllOfOperationAsync(post.BlogId, Sample.NextId(), default).ConfigureAwait(false));
    }

    /// <summary>The log is read on from any position, in portions, with each comment as it is now: changed, empty, or gone.</summary>
    [Fact]
    public async Task The_log_is_read_on_from_a_position_with_the_comments()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var changed = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);
        var emptied = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var answer = await Store.AddCommentAsync(Sample, post, emptied).ConfigureAwait(false);
        var gone = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.SetStatusAsync(changed.BlogId, changed.Id, CommentStatus.Spam).ConfigureAwait(false);
        await Store.PurgeAsync(emptied.BlogId, emptied.Id).ConfigureAwait(false);
        await Store.PurgeAsync(gone.BlogId, gone.Id).ConfigureAwait(false);

        var first = await Store.ModerationLog.ListAfterAsync(post.BlogId, 0, 3, default).ConfigureAwait(false);
        var rest = await Store.ModerationLog.ListAfterAsync(post.BlogId, first[^1].Record.Position, 100, default).ConfigureAwait(false);

        Assert.Equal([changed.Id, emptied.Id, answer.Id], first.Select(static l => l.Record.CommentId));
        Assert.Equal([gone.Id, changed.Id, emptied.Id, gone.Id], rest.Select(static l => l.Record.CommentId));
        foreach (var logged in first.Concat(rest))
        {
            Same.Content(
                await Store.Comments.FindAsync(post.BlogId, logged.Record.CommentId, default).ConfigureAwait(false), logged.Comment);
        }

        Assert.Equal(CommentStatus.Spam, first[0].Comment!.Status);
        Assert.NotNull(first[1].Comment!.PurgedAt);
        Assert.Null(rest[0].Comment);
        Assert.Empty(await Store.ModerationLog.ListAfterAsync(post.BlogId, rest[^1].Record.Position, 100, default).ConfigureAwait(false));
    }

    /// <summary>
    /// A purge removes what could reveal the text from every way of reading the log; who did what, when, by which policy stays, and so do
    /// the records of other comments.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_purge_takes_from_the_log_what_could_tell_the_text(bool isAnswered)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var other = await Store.AddCommentAsync(Sample, post, isAnswered ? comment : null).ConfigureAwait(false);
        var operation = Sample.NextId();
        var record = SampleData.Record(comment, ModerationAction.Reevaluated, CommentStatus.Approved) with
        {
            Decision = SampleData.Decision(),
            Shadows = [new ShadowVerdict("strict/2", SampleData.Decision())],
            OperationId = operation,
        };
        await WriteAsync(comment, record).ConfigureAwait(false);
        var before = await Store.ModerationLog.ListAfterAsync(post.BlogId, 0, 9, default).ConfigureAwait(false);

        await Store.PurgeAsync(comment.BlogId, comment.Id).ConfigureAwait(false);

        var log = (await Store.ModerationLog.ListAfterAsync(post.BlogId, 0, 9, default).ConfigureAwait(false))
            .Select(static l => l.Record)
            .ToList();
        var expected = before.Select(l => l.Record.CommentId == comment.Id ? l.Record.WithoutText() : l.Record).ToList();
        Same.Content(expected, log[..^1]);
        Assert.Equal((ModerationAction.Purged, comment.Id), (log[^1].Action, log[^1].CommentId));
        Assert.DoesNotContain("Approved before", Same.Text(log.Where(r => r.CommentId == comment.Id)), StringComparison.Ordinal);
        Same.Content(
            log.Where(r => r.CommentId == comment.Id).ToArray(),
            [.. await Store.ModerationLog.ListAllOfCommentAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false)]);
        Same.Content(
            log.Where(r => r.OperationId == operation).ToArray(),
            [.. await Store.ModerationLog.ListAllOfOperationAsync(post.BlogId, operation, default).ConfigureAwait(false)]);
        Same.Content(
            log.AsEnumerable().Reverse().ToArray(),
            [.. await ListAsync(new LogQuery { BlogId = post.BlogId, Size = 9 }).ConfigureAwait(false)]);
        Same.Content(
            before.Single(l => l.Record.CommentId == other.Id).Comment, await Store.GetAsync(other.BlogId, other.Id).ConfigureAwait(false));
    }

    /// <summary>A position is never used again, even when the newest record was deleted with its post.</summary>
    [Fact]
    public async Task A_deleted_post_takes_its_records_but_not_their_positions_back()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var blog = (await Store.Blogs.FindAsync(post.BlogId, default).ConfigureAwait(false))!;
        var kept = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, kept).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var operation = Sample.NextId();
        await WriteAsync(
            comment, SampleData.Record(comment, ModerationAction.Pinned) with { OperationId = operation }).ConfigureAwait(false);
        var newest = (await ListAsync(new LogQuery { BlogId = blog.Id, Size = 1 }).ConfigureAwait(false))[0];

        Assert.Equal(SaveOutcome.Saved, await Store.Posts.DeleteAsync(post.BlogId, post.Id, post.Version, default).ConfigureAwait(false));
        Assert.Single(await ListAsync(new LogQuery { BlogId = blog.Id, Size = 9 }).ConfigureAwait(false));
        Assert.Empty(await Store.ModerationLog.ListAllOfOperationAsync(blog.Id, operation, default).ConfigureAwait(false));
        await Store.RestartAsync().ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, kept).ConfigureAwait(false);

        Assert.Single(await Store.ModerationLog.ListAfterAsync(blog.Id, newest.Position, 9, default).ConfigureAwait(false));
    }

    private async Task<List<ModerationRecord>> ListAsync(LogQuery query) =>
        [.. await Store.ModerationLog.ListAsync(query, default).ConfigureAwait(false)];

    private async Task WriteAsync(Comment comment, ModerationRecord record) =>
        Assert.Equal(
            SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(new CommentChange(comment, record), default).ConfigureAwait(false));
}
