using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests the contract of <see cref="IOriginStore"/>: imports are numbered, and what they brought is found by what it was there and by what
/// it is here, after it was deleted too.
/// </summary>
public abstract class OriginSpecification : StoreSpecification
{
    private const string Source = SampleData.ImportSource;

    /// <summary>Imports of a blog are numbered from 1; each blog has numbers of its own.</summary>
    [Fact]
    public async Task Imports_are_numbered_by_blog()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);

        var first = await BeginAsync(blog).ConfigureAwait(false);
        var second = await BeginAsync(blog).ConfigureAwait(false);
        var elsewhere = await BeginAsync(other).ConfigureAwait(false);

        Assert.Equal((1, 2, 1), (first.Number, second.Number, elsewhere.Number));
        Assert.Equal(
            new ImportRun
            {
                BlogId = blog.Id,
                Number = 1,
                Source = Source,
                StartedBy = ActorKey.System,
                StartedAt = SampleData.Now,
            },
            await Store.Origins.FindImportAsync(blog.Id, 1, default).ConfigureAwait(false));
        Assert.Null(await Store.Origins.FindImportAsync(other.Id, 2, default).ConfigureAwait(false));
    }

    /// <summary>Imports that begin at once have numbers of their own, and none is left out.</summary>
    [Fact]
    public async Task Imports_that_begin_at_once_have_numbers_of_their_own()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);

        var runs = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => BeginAsync(blog)))).ConfigureAwait(false);

        Assert.Equal(Enumerable.Range(1, 8).Select(static n => (long)n), runs.Select(static run => run.Number).Order());
    }

    /// <summary>No import begins in a blog that is not there, and none is changed that did not begin.</summary>
    [Fact]
    public async Task An_import_that_did_not_begin_is_missing()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var run = await BeginAsync(blog).ConfigureAwait(false);
        var nowhere = new BlogId(Sample.NextId());

        Assert.Null(await Store.Origins.BeginImportAsync(SampleData.Import(nowhere), default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await Store.Origins.SaveImportAsync(run with { Number = 2 }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await Store.Origins.SaveImportAsync(run with { BlogId = nowhere }, default).ConfigureAwait(false));
        Assert.Null(await Store.Origins.FindImportAsync(blog.Id, 0, default).ConfigureAwait(false));
    }

    /// <summary>End, undoing and counts of an import are stored; source, actor and beginning stay.</summary>
    [Fact]
    public async Task The_end_of_an_import_is_stored_and_its_beginning_stays()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var run = await BeginAsync(blog).ConfigureAwait(false);
        var ended = run with
        {
            EndedAt = SampleData.Now.AddHours(1).AddTicks(7),
            UndoneAt = SampleData.Now.AddHours(2),
            Counts = new ImportCounts { Imported = 1, Updated = 2, Unchanged = 3, Kept = 4, Altered = 5, Refused = 6 },
        };

        await Store.Origins.SaveImportAsync(
            ended with { Source = "other", StartedAt = SampleData.Now.AddDays(9), StartedBy = ActorKey.User("x") },
            default).ConfigureAwait(false);

        Assert.Equal(ended, await Store.Origins.FindImportAsync(blog.Id, 1, default).ConfigureAwait(false));
    }

    /// <summary>Imports are listed from the newest on, in parts.</summary>
    [Fact]
    public async Task Imports_are_listed_from_the_newest_on()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        for (var i = 0; i < 5; i++)
        {
            await BeginAsync(blog).ConfigureAwait(false);
        }

        var first = await Store.Origins.ListImportsAsync(blog.Id, null, 2, default).ConfigureAwait(false);
        var next = await Store.Origins.ListImportsAsync(blog.Id, first[^1].Number, 9, default).ConfigureAwait(false);

        Assert.Equal([5L, 4, 3, 2, 1], first.Concat(next).Select(static run => run.Number));
        Assert.Empty(await Store.Origins.ListImportsAsync(new BlogId(Sample.NextId()), null, 9, default).ConfigureAwait(false));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.Origins.ListImportsAsync(blog.Id, null, 0, default)).ConfigureAwait(false);
    }

    /// <summary>Every field of an origin is found again, by what it was there.</summary>
    [Fact]
    public async Task An_origin_is_found_by_source_kind_and_original_identity_alone()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        var origin = SampleData.Origin(blog.Id, "Ö|'1", OriginKind.Media, Sample.NextId()) with
        {
            ItemName = "a.png",
            ItemVersion = 7,
            LastImportNumber = 2,
            ImportedAt = SampleData.Now.AddTicks(3),
        };
        var bare = SampleData.Origin(blog.Id, "2", OriginKind.Media, Sample.NextId()) with { Address = null, Extra = null };

        Assert.Equal(SaveOutcome.Saved, await SaveAsync(blog, origin, bare).ConfigureAwait(false));

        Same.Content([origin], await FindAsync(blog, OriginKind.Media, "Ö|'1", "Ö|'1", "3").ConfigureAwait(false));
        Same.Content([bare], await FindAsync(blog, OriginKind.Media, "2").ConfigureAwait(false));
        Assert.Empty(await FindAsync(blog, OriginKind.Media, "ö|'1").ConfigureAwait(false));
        Assert.Empty(await FindAsync(blog, OriginKind.Post, "2").ConfigureAwait(false));
        Assert.Empty(await FindAsync(other, OriginKind.Media, "2").ConfigureAwait(false));
        Assert.Empty(await Store.Origins.FindManyOriginsAsync(
            blog.Id, "Wordpress:old.example", OriginKind.Media, ["2"], default).ConfigureAwait(false));
        Assert.Empty(await FindAsync(blog, OriginKind.Media).ConfigureAwait(false));
    }

    /// <summary>An item has as many origins as sources brought it; they are found by its identity, and by the address there.</summary>
    [Fact]
    public async Task An_origin_is_found_by_the_item_and_by_the_address_it_had()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        await Store.Origins.BeginImportAsync(SampleData.Import(blog.Id) with { Source = "disqus" }, default).ConfigureAwait(false);
        var item = Sample.NextId();
        var first = SampleData.Origin(blog.Id, "1", OriginKind.Comment, item);
        var second = SampleData.Origin(blog.Id, "1", OriginKind.Comment, item) with
        {
            Source = "disqus",
            ImportNumber = 2,
            LastImportNumber = 2,
            Address = null,
        };
        await SaveAsync(blog, first, second, SampleData.Origin(blog.Id, "2", OriginKind.Comment, Sample.NextId())).ConfigureAwait(false);

        Same.Content(
            [second, first],
            (await OfItemAsync(blog, OriginKind.Comment, item).ConfigureAwait(false)).OrderBy(
                static origin => origin.Source, StringComparer.Ordinal).ToImmutableArray());
        Assert.Empty(await OfItemAsync(blog, OriginKind.Post, item).ConfigureAwait(false));
        Assert.Empty(await OfItemAsync(other, OriginKind.Comment, item).ConfigureAwait(false));
        Same.Content([first], await Store.Origins.FindManyOriginsByAddressAsync(
            blog.Id, OriginKind.Comment, [first.Address!, "https://old.example/"], default).ConfigureAwait(false));
        Assert.Empty(await Store.Origins.FindManyOriginsByAddressAsync(
            other.Id, OriginKind.Comment, [first.Address!], default).ConfigureAwait(false));
    }

    /// <summary>An origin takes the place of the one with the same key, its item too.</summary>
    [Fact]
    public async Task An_origin_takes_the_place_of_the_one_before()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        var before = SampleData.Origin(blog.Id, "1", OriginKind.Post, Sample.NextId());
        var after = before with
        {
            ItemId = Sample.NextId(),
            ContentHash = "other",
            ItemVersion = 4,
            LastImportNumber = 2,
            Address = null,
            Extra = "x",
        };
        await SaveAsync(blog, before).ConfigureAwait(false);

        await SaveAsync(blog, after).ConfigureAwait(false);

        Same.Content([after], await FindAsync(blog, OriginKind.Post, "1").ConfigureAwait(false));
        Same.Content([after], await OfItemAsync(blog, OriginKind.Post, after.ItemId).ConfigureAwait(false));
        Assert.Empty(await OfItemAsync(blog, OriginKind.Post, before.ItemId).ConfigureAwait(false));
    }

    /// <summary>Origins are stored all or none: one of another blog, or of an import that is not there, keeps back the others.</summary>
    [Fact]
    public async Task Origins_are_stored_all_or_none()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        await BeginAsync(other).ConfigureAwait(false);
        await BeginAsync(other).ConfigureAwait(false);
        var good = SampleData.Origin(blog.Id, "1");
        var bad = SampleData.Origin(blog.Id, "2");

        await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync(blog, good, bad with { BlogId = other.Id })).ConfigureAwait(false);
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(blog, good, bad with { ImportNumber = 2 }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(blog, good, bad with { LastImportNumber = 2 }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(blog, good, bad with { Source = "disqus" }).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Origins.SaveOriginsAsync(new BlogId(Sample.NextId()), [], default).ConfigureAwait(false));

        Assert.Empty(await FindAsync(blog, OriginKind.Post, "1", "2").ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(blog).ConfigureAwait(false));
    }

    /// <summary>Texts have lengths that every store keeps, and refuses beyond.</summary>
    [Fact]
    public async Task An_origin_keeps_texts_of_the_greatest_length_and_refuses_longer_ones()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var source = Text(Origin.MaximumSourceLength);
        await Store.Origins.BeginImportAsync(SampleData.Import(blog.Id) with { Source = source }, default).ConfigureAwait(false);
        var origin = SampleData.Origin(blog.Id, Text(Origin.MaximumIdLength)) with
        {
            Source = source,
            ItemName = Text(Origin.MaximumIdLength),
            Address = Text(Origin.MaximumAddressLength),
            ContentHash = Text(Origin.MaximumHashLength),
            Extra = Text(Origin.MaximumExtraLength),
        };

        Assert.Equal(SaveOutcome.Saved, await SaveAsync(blog, origin).ConfigureAwait(false));

        Same.Content([origin], await Store.Origins.FindManyOriginsAsync(
            blog.Id, source, OriginKind.Post, [origin.OriginalId], default).ConfigureAwait(false));
        foreach (var refused in new[]
        {
            origin with { Source = source + "é" },
            origin with { Source = "" },
            origin with { OriginalId = origin.OriginalId + "é" },
            origin with { OriginalId = "" },
            origin with { ItemName = origin.ItemName + "é" },
            origin with { Address = origin.Address + "é" },
            origin with { ContentHash = origin.ContentHash + "é" },
            origin with { Extra = origin.Extra + "é" },
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync(blog, refused)).ConfigureAwait(false);
        }
    }

    /// <summary>The origins of an import are listed in parts, each once, whatever another import brought or updated.</summary>
    [Fact]
    public async Task What_an_import_brought_is_listed_in_parts()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        var item = Sample.NextId();
        var brought = new[]
        {
            SampleData.Origin(blog.Id, "b", OriginKind.Post, Sample.NextId()),
            SampleData.Origin(blog.Id, "a", OriginKind.Post, Sample.NextId()) with { LastImportNumber = 2 },
            SampleData.Origin(blog.Id, "1", OriginKind.Comment, item),
            SampleData.Origin(blog.Id, "2", OriginKind.Comment, item),
            SampleData.Origin(blog.Id, "1", OriginKind.Subscription, Sample.NextId()),
        };
        await SaveAsync(blog, [.. brought.Reverse()]).ConfigureAwait(false);
        await SaveAsync(blog, SampleData.Origin(blog.Id, "c") with { ImportNumber = 2, LastImportNumber = 2 }).ConfigureAwait(false);

        var found = new List<Origin>();
        OriginCursor? after = null;
        while (await Store.Origins.ListOriginsOfImportAsync(blog.Id, 1, after, 2, default).ConfigureAwait(false) is { IsEmpty: false } part)
        {
            found.AddRange(part);
            after = OriginCursor.Of(part[^1]);
        }

        Same.Content(brought, found.ToArray());
        Assert.Single(await Store.Origins.ListOriginsOfImportAsync(blog.Id, 2, null, 9, default).ConfigureAwait(false));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.Origins.ListOriginsOfImportAsync(blog.Id, 1, null, 0, default)).ConfigureAwait(false);
    }

    /// <summary>Deleting origins tells how many there were, and leaves every other.</summary>
    [Fact]
    public async Task A_deleted_origin_is_gone_and_no_other()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        await SaveAsync(
            blog,
            SampleData.Origin(blog.Id, "1"),
            SampleData.Origin(blog.Id, "2"),
            SampleData.Origin(blog.Id, "1", OriginKind.Comment)).ConfigureAwait(false);

        Assert.Equal(0, await DeleteAsync(other).ConfigureAwait(false));
        Assert.Equal(1, await DeleteAsync(blog).ConfigureAwait(false));
        Assert.Equal(0, await DeleteAsync(blog).ConfigureAwait(false));

        Assert.Single(await FindAsync(blog, OriginKind.Post, "1", "2").ConfigureAwait(false));
        Assert.Single(await FindAsync(blog, OriginKind.Comment, "1").ConfigureAwait(false));

        Task<int> DeleteAsync(Blog of) =>
            Store.Origins.DeleteOriginsAsync(of.Id, Source, OriginKind.Post, ["1", "3"], default);
    }

    /// <summary>
    /// The origin of a purged comment stays, so that a second run does not bring it back, and says nothing of what it was or whose.
    /// </summary>
    [Fact]
    public async Task The_origin_of_a_purged_comment_stays_and_tells_nothing_of_it()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var blog = (await Store.Blogs.FindAsync(post.BlogId, default).ConfigureAwait(false))!;
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var other = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        var origin = SampleData.Origin(blog.Id, "1", OriginKind.Comment, comment.Id.Value);
        var kept = SampleData.Origin(blog.Id, "2", OriginKind.Comment, other.Id.Value);
        await SaveAsync(blog, origin, kept).ConfigureAwait(false);

        await Store.PurgeAsync(blog.Id, comment.Id).ConfigureAwait(false);

        var forgotten = Assert.Single(await FindAsync(blog, OriginKind.Comment, "1").ConfigureAwait(false));
        Same.Content(origin with { ContentHash = "", Address = null, Extra = null }, forgotten);
        Same.Content([kept], await FindAsync(blog, OriginKind.Comment, "2").ConfigureAwait(false));
        Assert.Equal(OriginState.DeletedHere, forgotten.Judge("hash-1", 1));
    }

    /// <summary>With a post go what its origin says beside its address, and all that those of its comments say.</summary>
    [Fact]
    public async Task The_origins_of_a_deleted_post_and_its_thread_stay_and_tell_nothing_of_them()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var blog = (await Store.Blogs.FindAsync(post.BlogId, default).ConfigureAwait(false))!;
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await BeginAsync(blog).ConfigureAwait(false);
        var ofPost = SampleData.Origin(blog.Id, "1", OriginKind.Post, post.Id.Value);
        var ofComment = SampleData.Origin(blog.Id, "2", OriginKind.Comment, comment.Id.Value);
        await SaveAsync(blog, ofPost, ofComment).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.Posts.DeleteAsync(blog.Id, post.Id, post.Version, default).ConfigureAwait(false));

        Same.Content(
            [ofPost with { ContentHash = "", Extra = null }], await FindAsync(blog, OriginKind.Post, "1").ConfigureAwait(false));
        Same.Content(
            [ofComment with { ContentHash = "", Address = null, Extra = null }],
            await FindAsync(blog, OriginKind.Comment, "2").ConfigureAwait(false));
    }

    private static string Text(int length) => new('é', length);

    private async Task<ImportRun> BeginAsync(Blog blog)
    {
        var run = await Store.Origins.BeginImportAsync(SampleData.Import(blog.Id), default).ConfigureAwait(false);
        Assert.NotNull(run);
        return run;
    }

    private Task<SaveOutcome> SaveAsync(Blog blog, params Origin[] origins) => Store.Origins.SaveOriginsAsync(blog.Id, origins, default);

    private Task<ImmutableArray<Origin>> FindAsync(Blog blog, OriginKind kind, params string[] ids) =>
        Store.Origins.FindManyOriginsAsync(blog.Id, Source, kind, ids, default);

    private Task<ImmutableArray<Origin>> OfItemAsync(Blog blog, OriginKind kind, Guid item) =>
        Store.Origins.FindManyOriginsOfItemsAsync(blog.Id, kind, [item], default);
}
