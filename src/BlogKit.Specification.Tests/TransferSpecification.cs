using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests the contract of <see cref="ITransferStore"/>: a copy of a blog equals the original, role by role, whatever was written before;
/// what is written twice or cut off is written once; and nothing that does not belong there gets in.
/// </summary>
public abstract class TransferSpecification : StoreSpecification
{
    private static readonly PostId s_nowhere = new(new Guid("0199aaaa-0000-7000-8000-000000000000"));

    /// <summary>The most writes that a batch of a copy may need.</summary>
    protected virtual int MaximumWrites => 5_000;

    /// <summary>
    /// After each kind of write of every role a copy in an empty store reads the same in every role, counters, lists and search included.
    /// That the writes are those of every role holds <see cref="ChangeFeedSpecification"/>, that each is read back
    /// <see cref="FaultSpecification"/>.
    /// </summary>
    [Fact]
    public async Task After_every_kind_of_write_a_copy_equals_the_original()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        foreach (var call in scene.Writes())
        {
            await call.Run(Store, default).ConfigureAwait(false);
            var copy = CreateHarness();
            await using (copy.ConfigureAwait(false))
            {
                await copy.StartAsync().ConfigureAwait(false);
                await Copying.CopyAsync(Store, copy).ConfigureAwait(false);
                Assert.True(
                    string.Equals(
                        await StoreDump.OfCopyAsync(Store, scene.CommentIds).ConfigureAwait(false),
                        await StoreDump.OfCopyAsync(copy, scene.CommentIds).ConfigureAwait(false),
                        StringComparison.Ordinal),
                    $"After '{call.Name}' the copy is not the same.");
                await new StoreCheck(copy, call.Name).EverythingAsync(3).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A blog with everything is the same in its copy, item by item, in parts of any size, the positions of its log too.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task A_blog_with_everything_is_the_same_item_by_item(int limit)
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog, limit).ConfigureAwait(false);

        Assert.Equal(Enum.GetValues<TransferKind>(), items.Select(static i => i.Kind).Distinct());
        Assert.All(items, static item => Assert.True(item.Size > 0 && item.IsSame(item with { })));
        var copy = CreateHarness();
        await using (copy.ConfigureAwait(false))
        {
            await copy.StartAsync().ConfigureAwait(false);
            await Copying.StoreAsync(copy.Transfers, blog, items, limit).ConfigureAwait(false);

            Assert.Equal(Copying.Text(items), Copying.Text(await Copying.ItemsAsync(copy.Transfers, blog).ConfigureAwait(false)));
            Assert.Equal(await LogAsync(Store, blog).ConfigureAwait(false), await LogAsync(copy, blog).ConfigureAwait(false));
        }
    }

    /// <summary>
    /// A copy has too what a store keeps below its roles: <see cref="CheckTablesAsync"/> finds a table or column that was added later and
    /// forgotten.
    /// </summary>
    [Fact]
    public async Task What_the_store_keeps_below_its_roles_is_in_the_copy()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var copy = CreateHarness();
        await using (copy.ConfigureAwait(false))
        {
            await copy.StartAsync().ConfigureAwait(false);
            await Copying.StoreAsync(copy.Transfers, blog, items).ConfigureAwait(false);
            await CheckTablesAsync(Store, copy).ConfigureAwait(false);
        }
    }

    /// <summary>A copy may go through a store of another kind (<see cref="CreateOtherStore"/>) and is the same afterwards.</summary>
    [Fact]
    public async Task A_copy_goes_through_a_store_of_another_kind()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var other = CreateHarness();
        await using (other.ConfigureAwait(false))
        {
            await other.StartAsync().ConfigureAwait(false);
            var through = CreateOtherStore() ?? other.Transfers;
            await Copying.StoreAsync(through, blog, items).ConfigureAwait(false);
            var between = await Copying.ItemsAsync(through, blog).ConfigureAwait(false);
            Assert.Equal(Copying.Text(items), Copying.Text(between));
            var copy = CreateHarness();
            await using (copy.ConfigureAwait(false))
            {
                await copy.StartAsync().ConfigureAwait(false);
                await Copying.StoreAsync(copy.Transfers, blog, between).ConfigureAwait(false);
                Assert.Equal(Copying.Text(items), Copying.Text(await Copying.ItemsAsync(copy.Transfers, blog).ConfigureAwait(false)));
            }
        }
    }

    /// <summary>An item that is written a second time is unchanged, leaves no row in the change feed, and the store is as it was.</summary>
    [Fact]
    public async Task Written_twice_is_written_once()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var position = await Store.Changes.ReadChangePositionAsync(blog, default).ConfigureAwait(false);

        var again = await Copying.WriteAsync(Store.Transfers, blog, items).ConfigureAwait(false);

        Assert.All(
            items.Zip(again),
            static pair => Assert.True(pair.Second.Outcome is TransferOutcome.Unchanged, $"{pair.Second}: {Copying.Text(pair.First)}"));
        Assert.Equal(position, await Store.Changes.ReadChangePositionAsync(blog, default).ConfigureAwait(false));
        Assert.Equal(Copying.Text(items), Copying.Text(await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false)));
    }

    /// <summary>An item that stands twice in one batch is written once.</summary>
    [Fact]
    public async Task An_item_given_twice_in_one_batch_is_written_once()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var copy = CreateHarness();
        await using (copy.ConfigureAwait(false))
        {
            await copy.StartAsync().ConfigureAwait(false);
            var results = await Copying.WriteAsync(
                copy.Transfers, blog, items.SelectMany(static item => new[] { item, item }), 1_000).ConfigureAwait(false);

            Assert.All(
                results.Chunk(2),
                static pair => Assert.Equal([TransferOutcome.Stored, TransferOutcome.Unchanged], pair.Select(static r => r.Outcome)));
        }
    }

    /// <summary>A store that dies while it is filled holds whole items only, and beginning again makes the copy whole.</summary>
    [Fact]
    public async Task A_copy_that_was_cut_off_is_begun_again()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var copy = CreateHarness();
        await using (copy.ConfigureAwait(false))
        {
            await copy.StartAsync().ConfigureAwait(false);
            var survived = false;
            for (var write = 1; !survived; write += 17)
            {
                Assert.True(write < MaximumWrites, $"A copy died before write {write} still.");
                copy.DieBeforeWrite(write);
                try
                {
                    await Copying.WriteAsync(copy.Transfers, blog, items, 20).ConfigureAwait(false);
                    survived = true;
                }
                catch (StoreDiedException)
                {
                    // The next turn begins again.
                }

                await copy.RestartAsync().ConfigureAwait(false);
                await new StoreCheck(copy, $"died before write {write}").EverythingAsync(3).ConfigureAwait(false);
            }

            Assert.Equal(Copying.Text(items), Copying.Text(await Copying.ItemsAsync(copy.Transfers, blog).ConfigureAwait(false)));
        }
    }

    /// <summary>A write that is made while a blog is read is not in it, and is found in the change feed behind its position.</summary>
    [Fact]
    public async Task A_reading_is_of_one_state_while_others_write()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var before = await Copying.ItemsAsync(Store.Transfers, scene.Blog.Id).ConfigureAwait(false);
        var position = await Store.Changes.ReadChangePositionAsync(scene.Blog.Id, default).ConfigureAwait(false);
        var reading = (await Store.Transfers.OpenAsync(scene.Blog.Id, default).ConfigureAwait(false))!;
        var read = new List<TransferItem>();
        await using (reading.ConfigureAwait(false))
        {
            var calls = scene.Writes().ToList();
            string? cursor = null;
            do
            {
                var part = await reading.ReadAsync(cursor, 3, default).ConfigureAwait(false);
                read.AddRange(part.Items);
                cursor = part.Next;
                foreach (var call in calls.Take(4).ToList())
                {
                    await call.Run(Store, default).ConfigureAwait(false);
                    calls.Remove(call);
                }
            }
            while (cursor is not null);

            Assert.Equal(position, reading.ChangePosition);
        }

        Assert.Equal(Copying.Text(before), Copying.Text(read));
        Assert.True(await Store.Changes.ReadChangePositionAsync(scene.Blog.Id, default).ConfigureAwait(false) > position);
    }

    /// <summary>The same cursor gives the same part, also after others were read; what is none is refused, a closed reading too.</summary>
    [Fact]
    public async Task A_part_is_read_again_by_its_cursor()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        Assert.Null(await Store.Transfers.OpenAsync(new BlogId(Sample.NextId()), default).ConfigureAwait(false));
        var reading = (await Store.Transfers.OpenAsync(blog, default).ConfigureAwait(false))!;
        await using (reading.ConfigureAwait(false))
        {
            var first = await reading.ReadAsync(null, 5, default).ConfigureAwait(false);
            var second = await reading.ReadAsync(first.Next, 5, default).ConfigureAwait(false);
            var secondAgain = await reading.ReadAsync(first.Next, 5, default).ConfigureAwait(false);
            var third = await reading.ReadAsync(second.Next, 5, default).ConfigureAwait(false);
            var firstAgain = await reading.ReadAsync(null, 5, default).ConfigureAwait(false);
            var thirdAgain = await reading.ReadAsync(second.Next, 5, default).ConfigureAwait(false);

            Assert.Equal(Copying.Text(first.Items), Copying.Text(firstAgain.Items));
            Assert.Equal(Copying.Text(second.Items), Copying.Text(secondAgain.Items));
            Assert.Equal(Copying.Text(third.Items), Copying.Text(thirdAgain.Items));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => reading.ReadAsync("x", 5, default)).ConfigureAwait(false);
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => reading.ReadAsync(null, 0, default)).ConfigureAwait(false);
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                () => reading.ReadAsync(null, ITransferStore.MaximumItems + 1, default)).ConfigureAwait(false);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => reading.ReadAsync(null, 5, default)).ConfigureAwait(false);
    }

    /// <summary>A part ends before it has many more characters than the bound, whatever number was asked for.</summary>
    [Fact]
    public async Task A_part_is_bounded_by_its_characters()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var text = new string('b', (ITransferStore.MaximumSize / 3) + 1);
        for (var i = 0; i < 4; i++)
        {
            await Store.SaveAsync(Sample.Post(post.BlogId, post.AuthorIds[0]) with { Markdown = text }).ConfigureAwait(false);
        }

        var reading = (await Store.Transfers.OpenAsync(post.BlogId, default).ConfigureAwait(false))!;
        await using (reading.ConfigureAwait(false))
        {
            var part = await reading.ReadAsync(null, ITransferStore.MaximumItems, default).ConfigureAwait(false);
            Assert.NotNull(part.Next);
            Assert.InRange(part.Items.Sum(static i => i.Size), text.Length, ITransferStore.MaximumSize);
        }
    }

    /// <summary>
    /// In a store whose log has gone on, the records of a copy come last in their order; what was undone and what a model has learned are
    /// found by the identity of the records.
    /// </summary>
    [Fact]
    public async Task Records_come_last_where_their_positions_are_taken()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var copy = CreateHarness();
        await using (copy.ConfigureAwait(false))
        {
            await copy.StartAsync().ConfigureAwait(false);
            var elsewhere = await copy.AddPostAsync(Sample, await copy.AddBlogAsync(Sample, "elsewhere").ConfigureAwait(false))
    .ConfigureAwait(false);
            for (var i = 0; i < 40; i++)
            {
                await copy.AddCommentAsync(Sample, elsewhere).ConfigureAwait(false);
            }

            var last = (await copy.ModerationLog.ListAfterAsync(elsewhere.BlogId, 0, 1_000, default).ConfigureAwait(false))[^1];

            await Copying.StoreAsync(copy.Transfers, blog, items).ConfigureAwait(false);

            var log = await copy.ModerationLog.ListAfterAsync(blog, 0, 1_000, default).ConfigureAwait(false);
            Assert.Equal(
                items.OfType<TransferredRecord>().Select(static r => r.Record.Id), log.Select(static l => l.Record.Id));
            Assert.All(log, l => Assert.True(l.Record.Position > last.Record.Position));
            var undoing = log.Single(static l => l.Record.Action is ModerationAction.Undone).Record;
            Assert.Equal(
                items.OfType<TransferredRecord>().Single(r => r.Record.Id == undoing.Id).Undone,
                log.Single(l => l.Record.Position == undoing.Undoes).Record.Id);
            var model = items.OfType<TransferredModel>().Single();
            var learned = await copy.Learning.FindModelAsync(model.Model.Key, default).ConfigureAwait(false);
            Assert.Equal(model.LastLearned, log.Single(l => l.Record.Position == learned!.Position).Record.Id);
            Assert.All(
                await Copying.WriteAsync(copy.Transfers, blog, items).ConfigureAwait(false),
                static r => Assert.Equal(TransferOutcome.Unchanged, r.Outcome));
        }
    }

    /// <summary>An item that is there with other content stays as it is, whatever its kind.</summary>
    [Fact]
    public async Task What_is_there_with_other_content_is_a_conflict_and_stays()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var others = items.Select(Other).OfType<TransferItem>().ToList();

        var results = await Copying.WriteAsync(Store.Transfers, blog, others).ConfigureAwait(false);

        Assert.Equal(
            Enum.GetValues<TransferKind>().Except([TransferKind.PurgedComment]), others.Select(static i => i.Kind).Distinct());
        Assert.All(
            others.Zip(results),
            static pair => Assert.True(
                pair.Second is { Outcome: TransferOutcome.Conflict, Detail: not null }, $"{pair.Second}: {Copying.Text(pair.First)}"));
        Assert.Equal(Copying.Text(items), Copying.Text(await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false)));
    }

    /// <summary>Nothing gets in without the first item; each says what is missing.</summary>
    [Fact]
    public async Task What_depends_on_something_that_is_not_there_is_missing_and_says_what()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var copy = CreateHarness();
        await using (copy.ConfigureAwait(false))
        {
            await copy.StartAsync().ConfigureAwait(false);
            Assert.All(
                await Copying.WriteAsync(copy.Transfers, blog, items.Skip(1)).ConfigureAwait(false),
                r => Assert.Equal(TransferResult.ForMissing("blog", blog), r));
            await Copying.StoreAsync(copy.Transfers, blog, [items[0]]).ConfigureAwait(false);
            var needy = items.Where(static i => i.Kind is TransferKind.Post
                or TransferKind.FormerSlug
                or TransferKind.PostRevision
                or TransferKind.Comment
                or TransferKind.CommentRevision
                or TransferKind.Feedback
                or TransferKind.Flag
                or TransferKind.PurgedComment
                or TransferKind.Record
                or TransferKind.Origin).ToList();
            var results = await Copying.WriteAsync(copy.Transfers, blog, needy).ConfigureAwait(false);
            Assert.All(
                needy.Zip(results),
                static pair => Assert.True(
                    pair.Second is { Outcome: TransferOutcome.Missing, Detail: not null }, $"{pair.Second}: {Copying.Text(pair.First)}"));
            Assert.Equal(
                [TransferKind.Blog], (await Copying.ItemsAsync(copy.Transfers, blog).ConfigureAwait(false)).Select(static i => i.Kind));
        }
    }

    /// <summary>Hostile items are refused by themselves, with a reason, and others in their batch are written.</summary>
    [Fact]
    public async Task Hostile_items_are_refused_and_keep_no_other_back()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var blog = scene.Blog.Id;
        var before = Copying.Text(await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false));
        var elsewhere = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var series = Sample.Series(blog, "Welcome") with { Version = 1 };
        var comment = Sample.Comment(scene.Post) with { Version = 1 };
        var post = Sample.Post(blog, scene.Author.Id) with { Version = 1 };
        var category = Sample.Category(blog, "Round") with { Version = 1 };
        var page = new PostId(Sample.NextId());
        TransferItem[] hostile =
        [
            new TransferredBlog(elsewhere),
            new TransferredSeries(series with { BlogId = elsewhere.Id }),
            new TransferredSeries(series with { Version = 0 }),
            new TransferredSeries(series with { Name = "\0" }),
            new TransferredSeries(series with { Name = null! }),
            new TransferredSeries(series with { Slug = default }),
            new TransferredSeries(null!),
            new TransferredCategory(category with { ParentId = category.Id }),
            new TransferredPost(post with { ParentId = post.Id }),
            new TransferredPost(post with { Tags = default }),
            new TransferredPost(post with { Rendered = null! }),
            new TransferredPost(post with { Status = (PostStatus)77 }),
            new TransferredPost(post with { Title = "half \uD800" }),
            new TransferredComment(comment with { BlogId = elsewhere.Id }),
            new TransferredComment(comment with { ParentId = comment.Id }),
            new TransferredComment(comment with { Status = (CommentStatus)9 }),
            new TransferredComment(comment with { UpVotes = -1 }),
            new TransferredComment(comment with { Decision = null! }),
            new TransferredComment(comment with { PurgedAt = SampleData.Now }),
            new TransferredComment(comment) { SubmissionKey = "\0" },
            new TransferredFeedback(scene.Root.Id, ActorKey.Anonymous, new OwnFeedback(Vote.Up, null)),
            new TransferredFeedback(scene.Root.Id, ActorKey.Parse("new"), OwnFeedback.None),
            new TransferredFeedback(scene.Root.Id, ActorKey.Parse("new"), new OwnFeedback((Vote)5, null)),
            new TransferredFlag(SampleData.Flag(scene.Root, "new", double.NaN)),
            new TransferredRecord(SampleData.Record(scene.Root, ModerationAction.Held)),
            new TransferredRecord(SampleData.Record(scene.Root, (ModerationAction)999) with { Position = 1_000 }),
            new TransferredModel(SampleData.Model("model") with { Version = 1 }),
            new TransferredModel(SampleData.Model($"model:{elsewhere.Id}") with { Version = 1 }),
            new TransferredModel(SampleData.Model($"model:{blog}") with { Version = 1, State = default }),
            new TransferredOrigin(SampleData.Origin(blog, new string('x', 5_000))),
            new TransferredRedirect(SampleData.Redirect(elsewhere.Id, "/x/")),
            new TransferredRedirect(SampleData.Redirect(blog, "/x/") with { To = null! }),
        ];

        var results = await Copying.WriteAsync(
            Store.Transfers, blog, [.. hostile, new TransferredSeries(series)]).ConfigureAwait(false);

        Assert.All(
            hostile.Zip(results),
            static pair => Assert.True(
                pair.Second is { Outcome: TransferOutcome.Refused, Detail: not null }, $"{pair.Second}: {pair.First.Kind}"));
        Assert.Equal(TransferOutcome.Stored, results[^1].Outcome);
        await Store.Taxonomy.DeleteSeriesAsync(blog, series.Id, 1, default).ConfigureAwait(false);
        Assert.Equal(before, Copying.Text(await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false)));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Transfers.WriteAsync(blog, [null!], default)).ConfigureAwait(false);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Transfers.WriteAsync(
            blog, [.. Enumerable.Repeat(new TransferredSeries(series), ITransferStore.MaximumItems + 1)], default)).ConfigureAwait(false);

        // Pages below each other, of which each alone would be fine.
        var first = post with { Id = page, Slug = Slug.From("circle-1"), Kind = PostKind.Page, ParentId = post.Id };
        var second = post with { Slug = Slug.From("circle-2"), Kind = PostKind.Page, ParentId = page };
        Assert.Equal(
            [TransferOutcome.Stored, TransferOutcome.Refused],
            (await Copying.WriteAsync(Store.Transfers, blog, [new TransferredPost(first), new TransferredPost(second)])
                .ConfigureAwait(false)).Select(static r => r.Outcome));
    }

    /// <summary>Items of another blog are neither taken nor changed.</summary>
    [Fact]
    public async Task What_another_blog_has_stays_its_own()
    {
        var blog = await FillAsync().ConfigureAwait(false);
        var items = await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var comment = items.OfType<TransferredComment>().First().Comment;
        var author = items.OfType<TransferredAuthor>().First().Author;
        var post = items.OfType<TransferredPost>().First().Post;
        var record = items.OfType<TransferredRecord>().First().Record;

        var results = await Copying.WriteAsync(
            Store.Transfers,
            other.Id,
            [
                new TransferredAuthor(author with { BlogId = other.Id }),
                new TransferredPost(post with { BlogId = other.Id, AuthorIds = [] }),
                new TransferredPost(Sample.Post(other.Id, author.Id) with { Version = 1 }),
                new TransferredComment(comment with { BlogId = other.Id }),
                new TransferredFormerSlug(post.Id, Slug.From("stolen")),
                new TransferredRecord(record with { BlogId = other.Id, Id = RecordId.Create() }),
                new TransferredFeedback(comment.Id, ActorKey.Parse("thief"), new OwnFeedback(Vote.Up, null)),
                new TransferredAutosave(SampleData.Autosave(other.Id, post.Id)),
            ]).ConfigureAwait(false);

        Assert.All(results, static r => Assert.True(r.Outcome is TransferOutcome.Conflict or TransferOutcome.Missing, $"{r}"));
        Assert.Equal(Copying.Text(items), Copying.Text(await Copying.ItemsAsync(Store.Transfers, blog).ConfigureAwait(false)));
        Assert.Single(await Copying.ItemsAsync(Store.Transfers, other.Id).ConfigureAwait(false));
    }

    /// <summary>
    /// Makes an empty store of another kind, through which a copy goes; null, the default, for one of the same kind.
    /// </summary>
    protected virtual ITransferStore? CreateOtherStore() => null;

    /// <summary>
    /// Fails when a table or column of the original, which has a blog with a value in each place, is not in its copy and has no reason not
    /// to be. Does nothing unless overridden; a store with tables should override it.
    /// </summary>
    /// <param name="original">A started store with one blog that has everything, and models of many blogs, which are not copied.</param>
    /// <param name="copy">A started store into which the blog was copied.</param>
    protected virtual Task CheckTablesAsync(StoreHarness original, StoreHarness copy) => Task.CompletedTask;

    private static TransferItem? Other(TransferItem item) => item switch
    {
        TransferredBlog x => new TransferredBlog(x.Blog with { Name = "Other" }),
        TransferredAuthor x => new TransferredAuthor(x.Author with { Credentials = "Other" }),
        TransferredCategory x => new TransferredCategory(x.Category with { Name = "Other" }),
        TransferredSeries x => new TransferredSeries(x.Series with { Name = "Other" }),
        TransferredFooterBlock x => new TransferredFooterBlock(x.Block with { Name = "Other" }),
        TransferredPost x => new TransferredPost(x.Post with { Title = "Other" }),
        TransferredFormerSlug x => new TransferredFormerSlug(s_nowhere, x.Slug),
        TransferredPostRevision x => new TransferredPostRevision(x.Revision with { Note = "Other" }),
        TransferredComment x => x with { RequestHash = "other" },
        TransferredCommentRevision x => new TransferredCommentRevision(x.Revision with { Markdown = "Other" }),
        TransferredFeedback x => x with { Said = new OwnFeedback(Vote.Down, "other") },
        TransferredFlag x => new TransferredFlag(x.Flag with { Note = "Other" }),
        TransferredRecord x => x with { Record = x.Record with { Reason = "Other" } },
        TransferredBan x => new TransferredBan(x.Ban with { Reason = "Other" }),
        TransferredDisplayName x => new TransferredDisplayName(x.Name with { Name = "Other" }),
        TransferredAutosave x => new TransferredAutosave(x.Autosave with { Title = "Other" }),
        TransferredModel x => x with { Model = x.Model with { State = [9] } },
        TransferredImport x => new TransferredImport(x.Import with { Source = "other" }),
        TransferredOrigin x => new TransferredOrigin(x.Origin with { ItemVersion = 9 }),
        TransferredRedirect x => new TransferredRedirect(x.Redirect with { ImportNumber = 77 }),
        _ => null,
    };

    private static async Task<string> LogAsync(StoreHarness store, BlogId blogId) => Same.Text(
        await store.ModerationLog.ListAsync(new LogQuery { BlogId = blogId, Size = 1_000 }, default).ConfigureAwait(false));

    private Task<BlogId> FillAsync() => Filled.SetAsync(Store, Sample);
}
