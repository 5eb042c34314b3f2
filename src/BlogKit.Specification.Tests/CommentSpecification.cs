using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of the roles of comments for adding, changing and listing comments.</summary>
public abstract class CommentSpecification : StoreSpecification
{
    /// <summary>Every field of an added comment is found again.</summary>
    [Fact]
    public async Task An_added_comment_is_found_with_everything_it_had()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = Sample.Comment(post) with
        {
            By = new Commenter
            {
                Kind = CommenterKind.User,
                Name = "Ada",
                Email = "ada@reader.example",
                Url = new Uri("https://ada.example/"),
                AvatarUrl = new Uri("https://ada.example/me.png"),
                UserKey = "17",
            },
            Kind = CommentKind.Webmention,
            Revision = 3,
            ApprovedRevision = 2,
            IsPinned = true,
            EditedAt = SampleData.Now.AddMinutes(3),
            Hold = new CommentHold
            {
                By = CommentHolder.Readers,
                Reason = "3 readers reported it.",
                OutcomeBefore = ModerationOutcome.Approve,
            },
            Appeal = new CommentAppeal("It was a joke.", SampleData.Now.AddMinutes(4), SampleData.Now.AddMinutes(5)),
        };

        var result = await Store.CommentIntake.AddAsync(SampleData.Addition(comment), default).ConfigureAwait(false);

        Assert.Equal(new AdditionResult(AdditionOutcome.Added), result);
        Same.Content(
            comment with { Version = 1 }, await Store.Comments.FindAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false));
        Assert.Null(await Store.Comments.FindAsync(comment.BlogId, new CommentId(Sample.NextId()), default).ConfigureAwait(false));
    }

    /// <summary>A comment whose optional fields are null is found as it was, and so is one by an author.</summary>
    [Fact]
    public async Task A_comment_with_nothing_optional_is_found_as_it_was()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = Sample.Comment(post, null, CommentStatus.Pending) with
        {
            By = new Commenter { Kind = CommenterKind.Author, Name = "Bea", AuthorId = post.AuthorIds[0] },
            OwnerKey = null,
            RemoteAddress = null,
            UserAgent = null,
            Decision = new ModerationDecision { Outcome = ModerationOutcome.Hold, Findings = [], DecidedAt = SampleData.Now },
        };

        await Store.CommentIntake.AddAsync(SampleData.Addition(comment), default).ConfigureAwait(false);

        Same.Content(
            comment with { Version = 1 }, await Store.Comments.FindAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false));
    }

    /// <summary>The same submission is stored once; again, it is answered with the stored comment as it is now.</summary>
    [Fact]
    public async Task The_same_submission_key_is_answered_with_the_comment_stored_before()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var addition = SampleData.Addition(Sample.Comment(post)) with { SubmissionKey = "once", RequestHash = "hash" };
        await Store.CommentIntake.AddAsync(addition, default).ConfigureAwait(false);
        var stored = await Store.SetStatusAsync(addition.Comment.BlogId, addition.Comment.Id, CommentStatus.Trashed).ConfigureAwait(false);

        var again = SampleData.Addition(Sample.Comment(post)) with { SubmissionKey = "once", RequestHash = "other" };
        var result = await Store.CommentIntake.AddAsync(again, default).ConfigureAwait(false);

        Assert.Equal(AdditionOutcome.Replayed, result.Outcome);
        Same.Content(new StoredSubmission(stored, "hash"), result.Stored);
        Assert.Null(await Store.Comments.FindAsync(again.Comment.BlogId, again.Comment.Id, default).ConfigureAwait(false));
        await CheckAsync("after a replay").ConfigureAwait(false);
    }

    /// <summary>The conditions of an addition are checked in this order: key, identity, post, parent, count, limits.</summary>
    [Fact]
    public async Task What_an_addition_depends_on_is_checked_in_the_documented_order()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var first = SampleData.Addition(Sample.Comment(post)) with { SubmissionKey = "key", RequestHash = "hash" };
        await Store.CommentIntake.AddAsync(first, default).ConfigureAwait(false);
        var nowhere = post with { Id = new PostId(Sample.NextId()) };
        var orphan = Sample.Comment(nowhere) with { ParentId = new CommentId(Sample.NextId()) };

        Assert.Equal(
            AdditionOutcome.Replayed,
            await AddAsync(SampleData.Addition(orphan with { Id = first.Comment.Id }) with
            {
                SubmissionKey = "key",
                RequestHash = "hash",
            }).ConfigureAwait(false));
        Assert.Equal(
            AdditionOutcome.Duplicate, await AddAsync(SampleData.Addition(orphan with { Id = first.Comment.Id })).ConfigureAwait(false));
        Assert.Equal(AdditionOutcome.PostMissing, await AddAsync(SampleData.Addition(orphan)).ConfigureAwait(false));
        Assert.Equal(
            AdditionOutcome.ParentNotShown,
            await AddAsync(SampleData.Addition(orphan with { PostId = post.Id }) with { CloseAfterCount = 1 }).ConfigureAwait(false));
        ActivityLimit[] reached = [new(new ActivityWindow(ActivityScope.Blog, "", SampleData.Now), 1)];
        Assert.Equal(
            AdditionOutcome.Full,
            await AddAsync(
                SampleData.Addition(Sample.Comment(post)) with { CloseAfterCount = 1, Limits = [.. reached] }).ConfigureAwait(false));
        Assert.Equal(AdditionOutcome.Flooded, await AddAsync(
            SampleData.Addition(Sample.Comment(post)) with { CloseAfterCount = 2, Limits = [.. reached] }).ConfigureAwait(false));
        Assert.Equal(
            AdditionOutcome.Added,
            await AddAsync(SampleData.Addition(Sample.Comment(post)) with { CloseAfterCount = 2 }).ConfigureAwait(false));
        await CheckAsync("after refusals").ConfigureAwait(false);
    }

    /// <summary>A reply to a comment that is not approved is refused.</summary>
    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Spam)]
    [InlineData(CommentStatus.Trashed)]
    [InlineData(CommentStatus.Deleted)]
    public async Task A_comment_that_is_not_approved_is_not_answered(CommentStatus status)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var parent = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, parent).ConfigureAwait(false);
        await Store.SetStatusAsync(parent.BlogId, parent.Id, status).ConfigureAwait(false);

        Assert.Equal(
            AdditionOutcome.ParentNotShown, await AddAsync(SampleData.Addition(Sample.Comment(post, parent))).ConfigureAwait(false));
    }

    /// <summary>A reply to a comment under another post is refused.</summary>
    [Fact]
    public async Task A_comment_under_another_post_is_not_answered()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var parent = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);

        Assert.Equal(
            AdditionOutcome.ParentNotShown, await AddAsync(SampleData.Addition(Sample.Comment(other, parent))).ConfigureAwait(false));
    }

    /// <summary>A reply is stored below its parent although the parent was moved after it was read.</summary>
    [Fact]
    public async Task A_reply_to_a_comment_that_was_moved_meanwhile_stands_below_it()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var parent = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var reply = Sample.Comment(post, parent);
        await Store.RelocateAsync(parent.BlogId, parent.Id, post.Id, root.Id).ConfigureAwait(false);

        Assert.Equal(AdditionOutcome.Added, await AddAsync(SampleData.Addition(reply)).ConfigureAwait(false));

        var stored = await Store.GetAsync(reply.BlogId, reply.Id).ConfigureAwait(false);
        Assert.Equal((root.Id, 2), (stored.RootId, stored.Depth));
        await CheckAsync("after a reply to a moved comment").ConfigureAwait(false);
    }

    /// <summary>A change counts the version up; place, counts and creation time stay.</summary>
    [Fact]
    public async Task A_change_based_on_the_stored_version_is_saved()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.Feedback.SetVoteAsync(comment.BlogId, comment.Id, ActorKey.Parse("v"), Vote.Up, default).ConfigureAwait(false);
        var changed = comment with
        {
            By = comment.By with { Name = "Renamed" },
            Markdown = "New.",
            Html = "<p>New.</p>",
            PlainText = "New.",
            RendererVersion = 2,
            Revision = 2,
            ApprovedRevision = 2,
            Status = CommentStatus.Pending,
            IsPinned = true,
            EditedAt = SampleData.Now.AddMinutes(9),
            Decision = comment.Decision with { Points = 1.5, PolicySet = "other/2" },
            Hold = new CommentHold { By = CommentHolder.Moderator, Reason = "Let us talk first.", OutcomeBefore = ModerationOutcome.Spam },
            Appeal = new CommentAppeal("Please.", SampleData.Now.AddMinutes(8)),
        };

        var outcome = await Store.CommentChanges.UpdateAsync(
            new CommentChange(changed with { PostId = other.Id, Depth = 4, UpVotes = 9, CreatedAt = SampleData.Now }, null),
            default).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, outcome);
        Same.Content(changed with { UpVotes = 1, Version = 2 }, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
        await CheckAsync("after a change").ConfigureAwait(false);

        await Store.CommentChanges.UpdateAsync(
            new CommentChange(changed with { Hold = null, Version = 2 }, null), default).ConfigureAwait(false);
        Assert.Null((await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false)).Hold);
    }

    /// <summary>The time of a change of status is that of its record; a caller cannot set it.</summary>
    [Fact]
    public async Task A_change_of_status_is_dated_by_its_record()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(
            Sample, post, change: static c => c with { StatusChangedAt = SampleData.Now }).ConfigureAwait(false);
        Assert.Null((await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false)).StatusChangedAt);

        var changed = await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Pending).ConfigureAwait(false);
        var pinned = SampleData.Record(changed, ModerationAction.Pinned, changed.Status) with { At = SampleData.Now.AddDays(3) };
        var update = new CommentChange(changed with { IsPinned = true, StatusChangedAt = SampleData.Now.AddDays(4) }, pinned);
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(update, default).ConfigureAwait(false));

        Assert.Equal(SampleData.Now.AddMinutes(2), changed.StatusChangedAt);
        Assert.Equal(
            SampleData.Now.AddMinutes(2), (await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false)).StatusChangedAt);
    }

    /// <summary>A change based on another version changes nothing, and writes no record.</summary>
    [Fact]
    public async Task A_change_based_on_another_version_is_a_conflict()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var now = await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Spam).ConfigureAwait(false);

        var outcome = await Store.CommentChanges.UpdateAsync(
            StoreFill.ToStatus(comment, CommentStatus.Trashed), default).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Conflict, outcome);
        Same.Content(now, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
        Assert.Equal(
            2, (await Store.ModerationLog.ListAllOfCommentAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false)).Length);
    }

    /// <summary>A change of a comment that does not exist is missing.</summary>
    [Fact]
    public async Task A_change_of_a_comment_that_is_not_there_is_missing()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var change = StoreFill.ToStatus(Sample.Comment(post) with { Version = 1 }, CommentStatus.Approved);

        Assert.Equal(SaveOutcome.Missing, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));
    }

    /// <summary>The counters are right after every change from one status to another, for a root, with and without replies.</summary>
    [Fact]
    public async Task Counters_follow_every_change_of_status()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var middle = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, middle).ConfigureAwait(false);
        var lonely = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        foreach (var from in Enum.GetValues<CommentStatus>())
        {
            foreach (var to in Enum.GetValues<CommentStatus>())
            {
                foreach (var id in new[] { root.Id, middle.Id, lonely.Id })
                {
                    await Store.SetStatusAsync(post.BlogId, id, from).ConfigureAwait(false);
                    await Store.SetStatusAsync(post.BlogId, id, to).ConfigureAwait(false);
                }

                await CheckAsync($"from {from} to {to}").ConfigureAwait(false);
            }
        }
    }

    /// <summary>The records and the earlier texts of a comment are kept in order.</summary>
    [Fact]
    public async Task The_log_and_the_former_texts_are_kept()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var addition = SampleData.Addition(Sample.Comment(post));
        var comment = await Store.AddAsync(addition).ConfigureAwait(false);
        var submitted = addition.Record;
        var edited = SampleData.Record(comment, ModerationAction.Edited, CommentStatus.Approved) with
        {
            Reason = null,
            Decision = SampleData.Decision(),
        };
        var first = new CommentRevision
        {
            CommentId = comment.Id,
            Revision = 1,
            Markdown = comment.Markdown,
            ReplacedAt = SampleData.Now,
            ReplacedBy = ActorKey.Parse("guest:1"),
        };
        var second = new CommentRevision
        {
            CommentId = comment.Id,
            Revision = 2,
            Markdown = "Two.",
            ReplacedAt = SampleData.Now.AddMinutes(1),
            ReplacedBy = ActorKey.Parse("guest:1"),
        };
        await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { Markdown = "Two.", Revision = 2 }, edited, first), default).ConfigureAwait(false);
        await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { Markdown = "Three.", Revision = 3, Version = 2 }, null, second),
            default).ConfigureAwait(false);

        Same.Content([submitted, edited], await Store.RecordsAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
        Same.Content(
            [first, second], await Store.Comments.ListAllRevisionsAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false));
        Assert.Empty(
            await Store.ModerationLog.ListAllOfCommentAsync(comment.BlogId, new CommentId(Sample.NextId()), default).ConfigureAwait(false));
        Assert.Empty(
            await Store.Comments.ListAllRevisionsAsync(comment.BlogId, new CommentId(Sample.NextId()), default).ConfigureAwait(false));
    }

    /// <summary>Comments in one status are listed newest first, by blog, in pages.</summary>
    [Fact]
    public async Task Comments_in_one_status_are_listed_newest_first()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var blog = (await Store.Blogs.FindAsync(post.BlogId, default).ConfigureAwait(false))!;
        var other = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        await Store.AddCommentAsync(
            Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false), null, CommentStatus.Pending).ConfigureAwait(false);
        var held = new List<Comment>();
        for (var i = 0; i < 7; i++)
        {
            held.Insert(
                0, await Store.AddCommentAsync(Sample, i % 2 == 0 ? post : other, null, CommentStatus.Pending).ConfigureAwait(false));
            await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        }

        var query = new CommentQuery { BlogId = post.BlogId, Status = CommentStatus.Pending, Size = 3 };
        var first = await Store.Comments.ListAsync(query, default).ConfigureAwait(false);
        var second = await Store.Comments.ListAsync(query with { Before = held[2].Id }, default).ConfigureAwait(false);
        var last = await Store.Comments.ListAsync(query with { Before = held[5].Id }, default).ConfigureAwait(false);
        var none = await Store.Comments.ListAsync(query with { Status = CommentStatus.Spam }, default).ConfigureAwait(false);

        AssertSlice(first, held[..3], hasPrevious: false, hasNext: true);
        AssertSlice(second, held[3..6], hasPrevious: true, hasNext: true);
        AssertSlice(last, held[6..], hasPrevious: true, hasNext: false);
        AssertSlice(none, [], hasPrevious: false, hasNext: false);
        Assert.Equal(new PostLink(other.Id, other.Slug, other.Title), first.Items[1].Post);
    }

    /// <summary>Comments are returned in the order asked for, without those of another blog.</summary>
    [Fact]
    public async Task Comments_are_found_in_the_order_asked_for_once_each_with_their_posts()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var first = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var second = await Store.AddCommentAsync(Sample, post, null, CommentStatus.Spam).ConfigureAwait(false);
        var foreign = await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);

        CommentId[] asked = [second.Id, foreign.Id, new CommentId(Sample.NextId()), first.Id, second.Id];
        var found = await Store.Comments.FindManyAsync(post.BlogId, asked, default).ConfigureAwait(false);

        Same.Content<ImmutableArray<Comment>>([second, first], [.. found.Select(static f => f.Comment)]);
        Assert.All(found, f => Assert.Equal(new PostLink(post.Id, post.Slug, post.Title), f.Post));
        Assert.Empty(await Store.Comments.FindManyAsync(post.BlogId, [], default).ConfigureAwait(false));
    }

    /// <summary>Intake reads every fact that a submission is judged by.</summary>
    [Fact]
    public async Task Intake_reads_everything_a_submission_is_judged_by()
    {
        var blog = Sample.Blog() with { Language = "de-CH", Comments = new CommentSettings { Sensitivity = ModerationSensitivity.High } };
        Assert.Equal(SaveOutcome.Saved, await Store.Blogs.SaveAsync(blog, default).ConfigureAwait(false));
        var post = await Store.AddPostAsync(
            Sample, blog, p => p with { Comments = new PostCommentSettings { CloseAfterCount = 5 } }).ConfigureAwait(false);
        var author = (await Store.Authors.FindManyAsync(post.BlogId, [post.AuthorIds[0]], default).ConfigureAwait(false))[0];
        var by = new Commenter { Name = "Ada", Email = "Ada@Reader.example" };
        foreach (var status in new[]
        {
            CommentStatus.Approved,
            CommentStatus.Approved,
            CommentStatus.Pending,
            CommentStatus.Spam,
            CommentStatus.Trashed,
            CommentStatus.Deleted,
        })
        {
            await Store.AddCommentAsync(Sample, post, null, status, c => c with { By = by }).ConfigureAwait(false);
        }

        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var addition = SampleData.Addition(Sample.Comment(post, root)) with { SubmissionKey = "key", RequestHash = "hash" };
        await Store.CommentIntake.AddAsync(addition, default).ConfigureAwait(false);

        var facts = await Store.CommentIntake.ReadIntakeAsync(
            new IntakeQuery
            {
                BlogId = post.BlogId,
                PostId = post.Id,
                ParentId = addition.Comment.Id,
                SubmissionKey = "key",
                HistoryKey = by.HistoryKey,
                GuestNameKey = NameKey.From(author.DisplayName.ToUpperInvariant()),
                GuestEmail = author.Email!.ToLowerInvariant(),
            },
            default).ConfigureAwait(false);

        var parent = addition.Comment;
        Same.Content(
            new IntakeFacts
            {
                Post = new PostFacts
                {
                    Id = post.Id,
                    BlogId = blog.Id,
                    Slug = post.Slug,
                    Title = post.Title,
                    Status = post.Status,
                    Visibility = post.Visibility,
                    PublishedAt = post.PublishedAt,
                    Comments = blog.Comments.With(post.Comments),
                    AuthorIds = post.AuthorIds,
                    ShownComments = 4,
                    Language = "de-CH",
                },
                Parent = new ParentFacts
                {
                    Id = parent.Id,
                    PostId = post.Id,
                    RootId = root.Id,
                    Depth = 1,
                    Status = CommentStatus.Approved,
                    Name = parent.By.Name,
                    PlainText = parent.PlainText,
                },
                Stored = new StoredSubmission(parent with { Version = 1 }, "hash"),
                History = new CommenterHistory { Approved = 2, Pending = 1, Spam = 1, Removed = 1 },
                NameIsAuthors = true,
                EmailIsAuthors = true,
            },
            facts);
    }

    /// <summary>Intake returns no facts when nothing is asked for, and no history for a post that does not exist.</summary>
    [Fact]
    public async Task Intake_of_what_is_not_there_is_empty()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var query = new IntakeQuery
        {
            BlogId = post.BlogId,
            PostId = post.Id,
            ParentId = new CommentId(Sample.NextId()),
            SubmissionKey = "unknown",
            HistoryKey = "email:nobody@reader.example",
            GuestNameKey = NameKey.From("Nobody"),
            GuestEmail = "nobody@reader.example",
        };

        var known = await Store.CommentIntake.ReadIntakeAsync(query, default).ConfigureAwait(false);
        var unknown = await Store.CommentIntake.ReadIntakeAsync(
            query with { PostId = new PostId(Sample.NextId()) }, default).ConfigureAwait(false);

        Same.Content(new IntakeFacts { Post = known.Post }, known);
        Same.Content(new IntakeFacts(), unknown);
    }

    /// <summary>The history counts a commenter's comments in one blog by their present status.</summary>
    [Fact]
    public async Task History_follows_status_and_stays_in_its_blog()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var elsewhere = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var by = new Commenter { Kind = CommenterKind.User, Name = "Ada", UserKey = "ada" };
        var comment = await Store.AddCommentAsync(Sample, post, null, CommentStatus.Pending, c => c with { By = by }).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, elsewhere, null, CommentStatus.Spam, c => c with { By = by }).ConfigureAwait(false);

        Assert.Equal(new CommenterHistory { Pending = 1 }, await HistoryAsync().ConfigureAwait(false));
        await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Approved).ConfigureAwait(false);
        Assert.Equal(new CommenterHistory { Approved = 1 }, await HistoryAsync().ConfigureAwait(false));
        await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Deleted).ConfigureAwait(false);
        Assert.Equal(CommenterHistory.None, await HistoryAsync().ConfigureAwait(false));

        async Task<CommenterHistory> HistoryAsync() =>
            (await Store.CommentIntake.ReadIntakeAsync(
                new IntakeQuery { BlogId = post.BlogId, PostId = post.Id, HistoryKey = by.HistoryKey },
                default).ConfigureAwait(false)).History;
    }

    /// <summary>HTML of another renderer version is found, in order and in portions, and replaced without a new version.</summary>
    [Fact]
    public async Task Stale_renderings_are_found_and_replaced()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comments = new List<Comment>();
        foreach (var version in new[] { 1, 3, 2, 1 })
        {
            comments.Add(await Store.AddCommentAsync(
                Sample, post, null, CommentStatus.Spam, c => c with { RendererVersion = version }).ConfigureAwait(false));
        }

        var purged = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, purged, change: c => c with { RendererVersion = 3 }).ConfigureAwait(false);
        await Store.PurgeAsync(purged.BlogId, purged.Id).ConfigureAwait(false);

        Same.Content([comments[0], comments[2]], await Store.CommentUpkeep.ListStaleAsync(3, null, 2, default).ConfigureAwait(false));
        Same.Content([comments[3]], await Store.CommentUpkeep.ListStaleAsync(3, comments[2].Id, 2, default).ConfigureAwait(false));

        await Store.CommentUpkeep.SaveRenderingsAsync(
            [
                new StaleRendering
                {
                    BlogId = comments[0].BlogId,
                    CommentId = comments[0].Id,
                    Revision = 1,
                    Html = "<p>Again.</p>",
                    PlainText = "Again.",
                    RendererVersion = 3,
                },
                new StaleRendering
                {
                    BlogId = comments[2].BlogId,
                    CommentId = comments[2].Id,
                    Revision = 2,
                    Html = "<p>Too late.</p>",
                    PlainText = "Too late.",
                    RendererVersion = 3,
                },
                new StaleRendering
                {
                    BlogId = comments[0].BlogId,
                    CommentId = new CommentId(Sample.NextId()),
                    Revision = 1,
                    Html = "<p>Nobody.</p>",
                    PlainText = "Nobody.",
                    RendererVersion = 3,
                },
            ],
            default).ConfigureAwait(false);

        Same.Content(
            comments[0] with { Html = "<p>Again.</p>", PlainText = "Again.", RendererVersion = 3 },
            await Store.GetAsync(comments[0].BlogId, comments[0].Id).ConfigureAwait(false));
        Same.Content(comments[2], await Store.GetAsync(comments[2].BlogId, comments[2].Id).ConfigureAwait(false));
        Same.Content([comments[2], comments[3]], await Store.CommentUpkeep.ListStaleAsync(3, null, 10, default).ConfigureAwait(false));
    }

    private static void AssertSlice(Slice<ListedComment> slice, IEnumerable<Comment> expected, bool hasPrevious, bool hasNext)
    {
        Same.Content(expected.ToList(), slice.Items.Select(static i => i.Comment).ToList());
        Assert.Equal((hasPrevious, hasNext), (slice.HasPrevious, slice.HasNext));
    }

    private async Task<AdditionOutcome> AddAsync(CommentAddition addition) =>
        (await Store.CommentIntake.AddAsync(addition, default).ConfigureAwait(false)).Outcome;

    private Task CheckAsync(string because) => new StoreCheck(Store, because).EverythingAsync();
}
