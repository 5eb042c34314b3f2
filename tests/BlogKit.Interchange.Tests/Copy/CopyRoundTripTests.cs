using System.Text.Json;
using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Interchange.Copy;

public sealed class CopyRoundTripTests
{
    public static TheoryData<bool, bool> Stores => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_blog_with_everything_is_the_same_in_a_fresh_store_but_for_what_is_rendered(bool from, bool into)
    {
        await using var here = await CopyPlace.CreateAsync(from);
        await using var there = await CopyPlace.CreateAsync(into);
        var blog = await here.FillAsync();

        var report = await there.ImportAsync(await here.ExportAsync(blog));

        there.Lines.Should().OnlyContain(static line => line.Outcome == CopyOutcome.Stored);
        report.IsWhole.Should().BeTrue();
        report.Counts.Stored.Should().Be(report.Counts.Sum);
        report.ByKind.Keys.Should().BeEquivalentTo(Enum.GetValues<TransferKind>().Select(TransferText.FormatKind));
        var expected = (await here.ItemsAsync(blog)).Select(WithoutRendering);
        Copying.Text((await there.ItemsAsync(blog)).Select(WithoutRendering)).Should().Be(Copying.Text(expected));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_rendered_here_is_the_same_in_every_member(bool from, bool into)
    {
        await using var source = await CopyPlace.CreateAsync();
        await using var here = await CopyPlace.CreateAsync(from);
        await using var there = await CopyPlace.CreateAsync(into);
        var blog = await source.FillAsync();
        await here.ImportAsync(await source.ExportAsync(blog));

        await there.ImportAsync(await here.ExportAsync(blog));

        (await there.TextAsync(blog)).Should().Be(await here.TextAsync(blog));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_a_blog_says_comes_back(int seed)
    {
        await using var here = await CopyPlace.CreateAsync(isInMemory: seed % 2 == 0);
        await using var there = await CopyPlace.CreateAsync(isInMemory: seed % 3 == 0);
        var random = new RandomBlog(seed);
        var items = random.Items();
        var results = await Copying.WriteAsync(here.Transfers, random.BlogId, items, random.Next(1, 50));
        results.Should().OnlyContain(static result => result.Outcome == TransferOutcome.Stored);
        var rendered = await RenderedAsync(here, random.BlogId, random.Next(1, 50));

        var options = new CopyOptions { BatchSize = random.Next(1, 50), Compresses = random.Next(0, 2) == 0 };
        await there.ImportAsync(await rendered.ExportAsync(random.BlogId, options), options);

        there.Lines.Should().OnlyContain(static line => line.Outcome == CopyOutcome.Stored);
        (await there.TextAsync(random.BlogId)).Should().Be(await rendered.TextAsync(random.BlogId));
        await rendered.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_a_second_time_everything_is_unchanged(bool isInMemory)
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync(isInMemory);
        var random = new RandomBlog(99);
        var items = random.Items();
        await Copying.WriteAsync(here.Transfers, random.BlogId, items);
        var file = await here.ExportAsync(random.BlogId);
        await there.ImportAsync(file);
        var before = await there.TextAsync(random.BlogId);

        await there.ImportAsync(file);

        there.Lines.Should().OnlyContain(static line => line.Outcome == CopyOutcome.Unchanged);
        (await there.TextAsync(random.BlogId)).Should().Be(before);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Killed_at_any_batch_and_started_again_it_equals_one_run(bool isInMemory, bool diesAfter)
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var once = await CopyPlace.CreateAsync(isInMemory);
        await using var often = await CopyPlace.CreateAsync(isInMemory);
        var blog = await here.FillAsync();
        var file = await here.ExportAsync(blog);
        var options = new CopyOptions { BatchSize = 30 };
        await once.ImportAsync(file, options);

        var deaths = 0;
        for (var isDone = false; !isDone;)
        {
            (often.Transfers.WritesLeft, often.Transfers.DiesAfter) = (deaths, diesAfter);
            try
            {
                await often.ImportAsync(file, options);
                isDone = true;
            }
            catch (StoreDiedException)
            {
                deaths++;
            }
        }

        deaths.Should().BeGreaterThan(20);
        (await often.TextAsync(blog)).Should().Be(await once.TextAsync(blog));
    }

    [Fact]
    public async Task No_batch_has_more_items_than_a_store_takes_and_kinds_are_told_in_order()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var blog = await here.FillAsync();
        var file = await here.ExportAsync(blog);

        await there.ImportAsync(file, new CopyOptions { BatchSize = 5 });

        there.Transfers.Batches.Should().OnlyContain(static count => count <= 5);
        there.Lines.Select(static line => line.Line).Should().Equal(
            Enumerable.Range(2, Lines.Of(file).Count - 2).Select(static n => (long?)n));
    }

    [Fact]
    public async Task What_was_changed_here_is_a_conflict_and_stays()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var blog = await here.FillAsync();
        var file = await here.ExportAsync(blog);
        await there.ImportAsync(file);
        var author = (await there.Get<IAuthorStore>().ListAllAsync(blog, default))[0];
        await there.Get<IAuthorStore>().SaveAsync(author with { Credentials = "Changed here" }, default);

        var report = await there.ImportAsync(file);

        there.Lines.Where(static line => line.Outcome != CopyOutcome.Unchanged).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Kind = "author", Id = author.Id.ToString(), Outcome = CopyOutcome.Conflict });
        report.Counts.Conflicts.Should().Be(1);
        (await there.Get<IAuthorStore>().ListAllAsync(blog, default))[0].Credentials.Should().Be("Changed here");
    }

    [Fact]
    public async Task A_dry_run_checks_the_file_whole_and_writes_nothing()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var lines = Lines.Of(await here.ExportAsync(await here.FillAsync()));
        lines[lines.First("ban")] = "{\"kind\":\"ban\"}";

        var report = await there.ImportAsync(Lines.File(lines), new CopyOptions { IsDryRun = true });

        report.Counts.Should().Be(new CopyCounts { Checked = lines.Count - 3, Refused = 1 });
        report.IsDryRun.Should().BeTrue();
        (await there.Get<IBlogStore>().ListAllAsync(default)).Should().BeEmpty();
        there.Transfers.Batches.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_administrators_of_the_blog_copy_it()
    {
        await using var here = await CopyPlace.CreateAsync();
        var blog = await here.FillAsync();
        var editor = Actor.User("7", "Editor", roles: BlogRoles.Editor);

        var export = await here.Copy.ExportAsync(blog, Stream.Null, null, editor);
        using var file = new MemoryStream(await here.ExportAsync(blog));
        var import = await here.Copy.ImportAsync(file, null, editor);

        export.Error!.Code.Should().Be(ErrorCodes.NotAllowed);
        import.Error!.Code.Should().Be(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_blog_that_is_not_there_is_an_error()
    {
        await using var here = await CopyPlace.CreateAsync();

        var export = await here.Copy.ExportAsync(new BlogId(new SampleData().NextId()), Stream.Null, null, Actor.System);

        export.Error!.Code.Should().Be(ErrorCodes.BlogNotFound);
    }

    [Fact]
    public async Task The_blog_is_announced_when_something_was_stored()
    {
        await using var here = await CopyPlace.CreateAsync();
        await using var there = await CopyPlace.CreateAsync();
        var blog = await here.FillAsync();
        List<BlogChange> changes = [];
        using var subscription = there.Get<BlogChanges>().Subscribe(changes.Add);

        await there.ImportAsync(await here.ExportAsync(blog));

        changes.Should().Contain(new BlogChange(blog, BlogChangeKind.Blog)).And.OnlyContain(static c => c.Kind == BlogChangeKind.Blog);
    }

    [Fact]
    public async Task A_copy_begins_with_its_header_and_ends_with_its_numbers()
    {
        await using var here = await CopyPlace.CreateAsync();
        var blog = await here.FillAsync();
        var lines = Lines.Of(await here.ExportAsync(blog));

        var header = JsonDocument.Parse(lines[0]).RootElement;
        header.EnumerateObject().Select(static m => m.Name).Should().Equal("format", "version", "blog", "key", "writtenAt", "writtenBy");
        header.GetProperty("blog").GetString().Should().Be(blog.ToString());
        var items = JsonDocument.Parse(lines[^1]).RootElement.GetProperty("items");
        items.EnumerateObject().Sum(static kind => kind.Value.GetInt64()).Should().Be(lines.Count - 2);
        lines.Should().OnlyContain(static line => !line.Contains('\r', StringComparison.Ordinal));
    }

    private static async Task<CopyPlace> RenderedAsync(CopyPlace from, BlogId blog, int batch)
    {
        var rendered = await CopyPlace.CreateAsync(isInMemory: batch % 2 == 0);
        await rendered.ImportAsync(await from.ExportAsync(blog), new CopyOptions { BatchSize = batch });
        return rendered;
    }

    private static TransferItem WithoutRendering(TransferItem item) => item switch
    {
        TransferredPost { Post: var post } => new TransferredPost(post with
        {
            RendererVersion = 0,
            Rendered = new RenderedPost
            {
                Html = "",
                PlainText = "",
                ExcerptHtml = "",
                ExcerptText = "",
                Headings = [],
                WordCount = 0,
            },
        }),
        TransferredComment comment => comment with
        {
            Comment = comment.Comment with { Html = "", PlainText = "", RendererVersion = 0 },
        },
        TransferredAuthor { Author: var author } => new TransferredAuthor(author with { BioHtml = "", RendererVersion = 0 }),
        TransferredFooterBlock { Block: var block } => new TransferredFooterBlock(block with { Html = "", RendererVersion = 0 }),
        _ => item,
    };
}
