using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests how comments come in from elsewhere, with all that belongs to them. That a call that dies has stored everything or nothing is
/// among the tests of <see cref="FaultSpecification"/>.
/// </summary>
public abstract class CommentImportSpecification : StoreSpecification
{
    /// <summary>Imported comments are stored as they are, in every status, below parents in every status.</summary>
    [Fact]
    public async Task Imported_comments_are_stored_as_they_are()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var stored = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var root = Sample.Comment(post, null, CommentStatus.Trashed) with { StatusChangedAt = SampleData.Now.AddDays(-1) };
        var reply = Sample.Comment(post, root) with { UpVotes = 3, Reactions = [new ReactionCount("like", 2)], Version = 7 };
        var below = Sample.Comment(post, stored, CommentStatus.Pending);

        await IsAnsweredAsync([root, reply, below], Stored(1), Stored(7), Stored(1)).ConfigureAwait(false);
        await IsAnsweredAsync([]).ConfigureAwait(false);

        foreach (var comment in new[] { root with { Version = 1 }, reply, below with { Version = 1 } })
        {
            Same.Content(comment, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
        }

        await CheckAsync("after an import").ConfigureAwait(false);
    }

    /// <summary>Record, former texts, voices, fingerprints and submission key come in with the comment.</summary>
    [Fact]
    public async Task What_belongs_to_a_comment_comes_in_with_it()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var import = SampleData.Import(Sample.Comment(post), "key");
        import = import with { Revisions = [SampleData.Former(import.Comment, 1)] };

        await IsAnsweredAsync([import], Stored(1)).ConfigureAwait(false);

        var (blog, id) = (post.BlogId, import.Comment.Id);
        Same.Content(
            import.Comment with { Version = 1, UpVotes = 1, DownVotes = 1, Reactions = [new ReactionCount("like", 1)] },
            await Store.GetAsync(blog, id).ConfigureAwait(false));
        Same.Content([import.Record!], await Store.RecordsAsync(blog, id).ConfigureAwait(false));
        Same.Content(import.Revisions, await Store.Comments.ListAllRevisionsAsync(blog, id, default).ConfigureAwait(false));
        foreach (var voice in import.Voices)
        {
            var own = await Store.Feedback.ReadOwnAsync(blog, [id], voice.Voter.Key, default).ConfigureAwait(false);
            Assert.Equal(voice.Said, own[id]);
        }

        var facts = await Store.Moderation.ReadFactsAsync(
            new ModerationFactsQuery { BlogId = blog, PostId = post.Id, Fingerprints = [3], Now = SampleData.Now.AddDays(1) },
            default).ConfigureAwait(false);
        Assert.Equal(id, Assert.Single(facts.Similar).Id);
        var again = await Store.CommentIntake.AddAsync(
            SampleData.Addition(Sample.Comment(post)) with { SubmissionKey = "key", RequestHash = "request" },
            default).ConfigureAwait(false);
        Assert.Equal((AdditionOutcome.Replayed, id, "request"), (again.Outcome, again.Stored!.Comment.Id, again.Stored.RequestHash));
        await CheckAsync("after an import with everything").ConfigureAwait(false);
    }

    /// <summary>Voters change their votes afterwards as if they had voted here, and a network has one voice.</summary>
    [Fact]
    public async Task An_imported_voice_is_its_voters_to_change()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = Sample.Comment(post) with { UpVotes = 5, Reactions = [new ReactionCount("like", 1), new ReactionCount("wow", 2)] };
        var (first, second) = (new Voter(ActorKey.Parse("guest:1"), "network"), new Voter(ActorKey.Parse("guest:2"), "network"));
        await IsAnsweredAsync(
            [
                new CommentImport(comment)
                {
                    Voices =
                    [
                        new ImportedVoice(ActorKey.Parse("silent"), OwnFeedback.None),
                        new ImportedVoice(first, new OwnFeedback(Vote.Up, "like")),
                        new ImportedVoice(second, new OwnFeedback(Vote.Down, null)),
                        new ImportedVoice(first.Key, new OwnFeedback(Vote.Down, "wow")),
                    ],
                },
            ],
            Stored(1)).ConfigureAwait(false);

        var counts = await Store.Feedback.SetVoteAsync(post.BlogId, comment.Id, second, Vote.Down, default).ConfigureAwait(false);

        Assert.Equal((4, 1), (counts!.UpVotes, counts.DownVotes));
        Same.Content(comment.Reactions, counts.Reactions);
    }

    /// <summary>One that cannot be stored is answered, and keeps no other back.</summary>
    [Fact]
    public async Task One_that_is_refused_keeps_no_other_back()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var foreign = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var there = await Store.AddCommentAsync(Sample, other).ConfigureAwait(false);
        var abroad = await Store.AddCommentAsync(Sample, foreign).ConfigureAwait(false);
        await Store.AddAsync(
            SampleData.Addition(Sample.Comment(post)) with { SubmissionKey = "taken", RequestHash = "h" }).ConfigureAwait(false);
        var late = Sample.Comment(post);
        var homeless = Sample.Comment(post) with { PostId = new PostId(Sample.NextId()) };
        CommentImport[] batch =
        [
            Sample.Comment(post, late),
            homeless,
            Sample.Comment(post, homeless),
            Sample.Comment(post, there),
            abroad with { BlogId = blog.Id, PostId = post.Id },
            SampleData.Import(Sample.Comment(post), "taken"),
            SampleData.Import(Sample.Comment(post), "new"),
            SampleData.Import(Sample.Comment(post), "new"),
            late,
        ];

        await IsAnsweredAsync(
            batch,
            Refused(CommentImportOutcome.ParentMissing),
            Refused(CommentImportOutcome.PostMissing),
            Refused(CommentImportOutcome.ParentMissing),
            Refused(CommentImportOutcome.ParentMissing),
            Refused(CommentImportOutcome.Duplicate),
            Refused(CommentImportOutcome.Duplicate),
            Stored(1),
            Refused(CommentImportOutcome.Duplicate),
            Stored(1)).ConfigureAwait(false);

        Assert.Equal(3, (await Store.Threads.CountAsync(blog.Id, post.Id, default).ConfigureAwait(false)).Approved);
        await CheckAsync("after an import of which much was refused").ConfigureAwait(false);
    }

    /// <summary>An import that comes again is unchanged, writes nothing and leaves no row in the feed.</summary>
    [Fact]
    public async Task An_import_that_comes_again_writes_nothing()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = SampleData.Import(Sample.Comment(post), "key");
        CommentImport[] batch = [root, Sample.Comment(post, root.Comment), root];
        await IsAnsweredAsync(batch, Stored(1), Stored(1), Unchanged(1)).ConfigureAwait(false);
        await Store.SetStatusAsync(post.BlogId, root.Comment.Id, CommentStatus.Trashed).ConfigureAwait(false);
        var before = await DumpAsync(root).ConfigureAwait(false);

        await IsAnsweredAsync(batch, Unchanged(2), Unchanged(1), Unchanged(2)).ConfigureAwait(false);
        await IsAnsweredAsync([root with { Comment = root.Comment with { Markdown = "Other." } }], Unchanged(2)).ConfigureAwait(false);

        Assert.Equal(before, await DumpAsync(root).ConfigureAwait(false));
    }

    /// <summary>A purged comment is not brought back, whether its row is there or not; one that is given as purged is unchanged.</summary>
    [Fact]
    public async Task What_was_purged_stays_purged()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var answered = SampleData.Import(Sample.Comment(post), "answered");
        var gone = SampleData.Import(Sample.Comment(post), "gone");
        var answer = Sample.Comment(post, answered.Comment);
        await IsAnsweredAsync([answered, gone, answer], Stored(1), Stored(1), Stored(1)).ConfigureAwait(false);
        await Store.PurgeAsync(post.BlogId, answered.Comment.Id).ConfigureAwait(false);
        await Store.PurgeAsync(post.BlogId, gone.Comment.Id).ConfigureAwait(false);
        var empty = await Store.GetAsync(post.BlogId, answered.Comment.Id).ConfigureAwait(false);
        var before = await DumpAsync(answered, gone).ConfigureAwait(false);

        await IsAnsweredAsync(
            [answered, gone, answered with { ReplacesVersion = 2 }, gone with { ReplacesVersion = 1 }, empty, answer],
            new(CommentImportOutcome.Purged, 2),
            new(CommentImportOutcome.Purged),
            new(CommentImportOutcome.Purged, 2),
            new(CommentImportOutcome.Purged),
            Unchanged(2),
            Unchanged(1)).ConfigureAwait(false);

        Assert.Equal(before, await DumpAsync(answered, gone).ConfigureAwait(false));
    }

    /// <summary>An update replaces what the source owns, keeps the text before, writes a record, and leaves all else.</summary>
    [Fact]
    public async Task An_update_replaces_what_the_source_owns()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var import = SampleData.Import(Sample.Comment(post), "key");
        var (blog, id) = (post.BlogId, import.Comment.Id);
        await IsAnsweredAsync([import], Stored(1)).ConfigureAwait(false);
        await Store.Feedback.SetVoteAsync(blog, id, ActorKey.Parse("late"), Vote.Up, default).ConfigureAwait(false);
        var before = await Store.GetAsync(blog, id).ConfigureAwait(false);
        var newer = Newer(import) with { Voices = [], SubmissionKey = null, Fingerprints = [9] };
        newer = newer with { Comment = newer.Comment with { CreatedAt = SampleData.Now.AddYears(-1), UpVotes = 0, ParentId = null } };

        await IsAnsweredAsync([newer], new CommentImportResult(CommentImportOutcome.Updated, 2)).ConfigureAwait(false);

        Same.Content(
            before with
            {
                Markdown = "Newer.",
                Html = "<p>Newer.</p>",
                PlainText = "Newer.",
                By = newer.Comment.By,
                EditedAt = newer.Comment.EditedAt,
                Revision = 3,
                ApprovedRevision = 3,
                Version = 2,
            },
            await Store.GetAsync(blog, id).ConfigureAwait(false));
        var former = await Store.Comments.ListAllRevisionsAsync(blog, id, default).ConfigureAwait(false);
        Assert.Equal([(1, "Text 1."), (2, before.Markdown)], former.Select(static r => (r.Revision, r.Markdown)));
        Assert.Equal((newer.Record!.At, newer.Record.ActorKey), (former[1].ReplacedAt, former[1].ReplacedBy));
        var line = (await Store.RecordsAsync(blog, id).ConfigureAwait(false))[^1];
        Assert.Equal(
            (newer.Record.Id, ModerationAction.Imported, 3, CommentStatus.Approved, CommentStatus.Approved),
            (line.Id, line.Action, line.Revision, line.From, line.To));
        await CheckAsync("after an update").ConfigureAwait(false);
    }

    /// <summary>An update of the status moves counters, order and search as any change of status does.</summary>
    [Fact]
    public async Task An_update_of_the_status_is_counted()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = SampleData.Import(Sample.Comment(post), "root");
        var leaf = SampleData.Import(Sample.Comment(post, root.Comment), "leaf");
        await IsAnsweredAsync([root, leaf], Stored(1), Stored(1)).ConfigureAwait(false);

        await IsAnsweredAsync(
            [ToSpam(root), ToSpam(leaf), Sample.Comment(post, leaf.Comment)],
            new CommentImportResult(CommentImportOutcome.Updated, 2),
            new CommentImportResult(CommentImportOutcome.Updated, 2),
            Stored(1)).ConfigureAwait(false);

        Assert.Equal(
            new ThreadCounts { Approved = 1, Spam = 2 },
            await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        await CheckAsync("after updates of the status").ConfigureAwait(false);
    }

    /// <summary>
    /// An update of what was edited here is a conflict; one that comes again, or is there already, is unchanged, whatever version it names.
    /// </summary>
    [Fact]
    public async Task An_update_of_another_version_is_a_conflict_unless_it_is_there()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var import = SampleData.Import(Sample.Comment(post), "key");
        var newer = Newer(import);
        await IsAnsweredAsync([import], Stored(1)).ConfigureAwait(false);
        await IsAnsweredAsync([newer, newer], new CommentImportResult(CommentImportOutcome.Updated, 2), Unchanged(2)).ConfigureAwait(false);

        await IsAnsweredAsync([newer], Unchanged(2)).ConfigureAwait(false);
        await IsAnsweredAsync([Newer(import)], Unchanged(2)).ConfigureAwait(false);
        await IsAnsweredAsync([Newer(import) with { ReplacesVersion = 2 }], Unchanged(2)).ConfigureAwait(false);
        await Store.SetStatusAsync(post.BlogId, import.Comment.Id, CommentStatus.Trashed).ConfigureAwait(false);
        var before = await DumpAsync(import).ConfigureAwait(false);

        await IsAnsweredAsync([newer], Unchanged(3)).ConfigureAwait(false);
        await IsAnsweredAsync([Newer(import)], new CommentImportResult(CommentImportOutcome.Conflict, 3)).ConfigureAwait(false);

        Assert.Equal(before, await DumpAsync(import).ConfigureAwait(false));
    }

    /// <summary>A record or text of another comment, and an update without a record, are refused before anything is written.</summary>
    [Fact]
    public async Task What_belongs_to_another_comment_is_refused()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var good = Sample.Comment(post);
        var import = SampleData.Import(Sample.Comment(post), "key");
        var other = SampleData.Import(Sample.Comment(post), "other");
        CommentImport[] bad =
        [
            import with { Record = other.Record },
            import with { Record = null, ReplacesVersion = 1 },
            import with { Revisions = other.Revisions },
            import with { Revisions = [.. import.Revisions, .. import.Revisions] },
            import with { Revisions = [SampleData.Former(import.Comment, 2)] },
            import with { Record = import.Record! with { Id = default } },
        ];

        foreach (var one in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(
                () => Store.CommentIntake.ImportAsync([good, one], default)).ConfigureAwait(false);
        }

        Assert.Null(await Store.Comments.FindAsync(good.BlogId, good.Id, default).ConfigureAwait(false));
    }

    /// <summary>Threads that come in many parts, in any order in which parents come first, are in the order of their identities.</summary>
    [Fact]
    public async Task Threads_that_come_in_parts_are_in_the_order_of_their_identities()
    {
        var random = new Random(12);
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var statuses = Enum.GetValues<CommentStatus>();
        var all = new List<Comment>();
        for (var i = 0; i < 60; i++)
        {
            var parent = i % 3 == 0 ? null : all[random.Next(all.Count)];
            all.Add(Sample.Comment(post, parent, i % 4 == 3 ? statuses[random.Next(statuses.Length)] : CommentStatus.Approved));
        }

        var left = all.OrderBy(static c => c.Depth).ThenBy(_ => random.Next()).ToList();
        while (left.Count > 0)
        {
            var part = left.Take(random.Next(1, 14)).ToList();
            await Store.ImportAsync(part).ConfigureAwait(false);
            left.RemoveRange(0, part.Count);
            await CheckAsync($"with {left.Count} to come").ConfigureAwait(false);
        }
    }

    private static CommentImportResult Stored(long version) => new(CommentImportOutcome.Stored, version);

    private static CommentImportResult Unchanged(long version) => new(CommentImportOutcome.Unchanged, version);

    private static CommentImportResult Refused(CommentImportOutcome outcome) => new(outcome);

    /// <summary>The same comment as its source has it later.</summary>
    private static CommentImport Newer(CommentImport import)
    {
        var comment = import.Comment with
        {
            Markdown = "Newer.",
            Html = "<p>Newer.</p>",
            PlainText = "Newer.",
            By = SampleData.User("user-7", "Seven"),
            EditedAt = SampleData.Now.AddMinutes(5),
        };
        return import with { Comment = comment, Record = SampleData.Record(comment, ModerationAction.Imported), ReplacesVersion = 1 };
    }

    private static CommentImport ToSpam(CommentImport import)
    {
        var comment = import.Comment with { Status = CommentStatus.Spam, StatusBeforeRemoval = CommentStatus.Approved };
        return import with { Comment = comment, Record = SampleData.Record(comment, ModerationAction.Imported), ReplacesVersion = 1 };
    }

    private async Task IsAnsweredAsync(CommentImport[] batch, params CommentImportResult[] answers) =>
        Assert.Equal(answers, await Store.CommentIntake.ImportAsync(batch, default).ConfigureAwait(false));

    private Task<string> DumpAsync(params CommentImport[] imports) =>
        StoreDump.TextAsync(Store, imports.Select(static i => i.Comment.Id));

    private Task CheckAsync(string because) => new StoreCheck(Store, because).EverythingAsync();
}
