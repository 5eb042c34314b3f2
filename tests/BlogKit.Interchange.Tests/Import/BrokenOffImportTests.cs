using BlogKit.Storage;

namespace BlogKit.Interchange.Import;

public sealed class BrokenOffImportTests
{
    private static readonly ImportOptions s_options = new() { BatchSize = 3 };

    [Fact]
    public async Task An_import_that_is_killed_at_any_write_and_made_again_is_one_import()
    {
        var export = Export();
        var random = new Random(4711);
        await using var whole = await ImportBlog.CreateAsync(isInMemory: true);
        await whole.ImportAsync(WxrText.Source(export), s_options);
        var expected = await ContentAsync(whole);
        var killed = 0;
        for (var kill = 1; kill <= 100; kill++)
        {
            var point = new CrashPoint();
            await using var blog = await ImportBlog.CreateAsync(isInMemory: true, services => CrashingStore.Wrap(services, point));
            for (var run = 0; run < 3; run++)
            {
                (point.WritesLeft, point.IsAfterCommit) = (random.Next(1, 60), random.Next(2) == 0);
                var import = () => blog.ImportAsync(WxrText.Source(export), s_options);
                try
                {
                    await import();
                }
                catch (IOException)
                {
                    killed++;
                }
            }

            point.WritesLeft = null;
            await blog.ImportAsync(WxrText.Source(export), s_options);

            (await ContentAsync(blog)).Should().Equal(expected, "killed in round {0}", kill);
        }

        killed.Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task What_a_file_that_breaks_off_brought_stays_and_the_whole_file_goes_on()
    {
        var export = Export();
        await using var blog = await ImportBlog.CreateAsync();
        var half = export[..(export.Length * 2 / 3)];

        var import = () => blog.Importer.ImportAsync(blog.Blog.Id, WxrText.Source(half), null, Actor.System);

        (await import.Should().ThrowAsync<ImportSourceException>()).Which.Place.Should().NotBeNull();
        var report = await blog.ImportAsync(WxrText.Source(export));
        report.Counts.Refused.Should().Be(0);
        var runs = await blog.Importer.ListAsync(blog.Blog.Id, Actor.System);
        runs.Value.Select(static run => run.EndedAt is null).Should().Equal(false, true);
    }

    private static string Export()
    {
        var posts = Enumerable.Range(0, 8).Select(static p => WxrText.Post(
            string.Concat(Enumerable.Range(0, 7).Select(c => WxrText.Comment(id: $"{(p * 100) + c}").Replace(
                "<wp:comment_parent>0", $"<wp:comment_parent>{(c % 3 == 0 ? 0 : (p * 100) + ((c * 5) % 7))}", StringComparison.Ordinal))),
            id: $"{p + 20}").Replace("high-water", $"water-{p}", StringComparison.Ordinal));
        return WxrText.Export(
            """
            <wp:author><wp:author_login>mara</wp:author_login><wp:author_display_name>Mara</wp:author_display_name></wp:author>
            <wp:category><wp:category_nicename>a</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>A</wp:cat_name></wp:category>
            <wp:tag><wp:tag_slug>c</wp:tag_slug><wp:tag_name>C</wp:tag_name></wp:tag>
            """ + string.Concat(posts));
    }

    // Everything but moments of the import, identities that are made anew each time, and the numbers of runs.
    private static async Task<List<string>> ContentAsync(ImportBlog blog)
    {
        List<string> content = [];
        await using var reading = (await blog.Get<ITransferStore>().OpenAsync(blog.Blog.Id, default))!;
        string? cursor = null;
        do
        {
            var slice = await reading.ReadAsync(cursor, 1_000, default);
            content.AddRange(slice.Items.Select(TextOf).OfType<string>());
            cursor = slice.Next;
        }
        while (cursor is not null);
        content.Sort(StringComparer.Ordinal);
        return content;
    }

    private static string? TextOf(TransferItem item) => item switch
    {
        TransferredAuthor a => $"author {a.Author.Id} {a.Author.Slug} {a.Author.DisplayName} {a.Author.Version}",
        TransferredCategory c => $"category {c.Category.Id} {c.Category.Slug} {c.Category.ParentId} {c.Category.Version}",
        TransferredPost p => $"post {p.Post.Id} {p.Post.Slug} {p.Post.Title} {p.Post.Markdown} {p.Post.PublishedAt:O} {p.Post.AuthorIds[0]} "
            + $"{string.Join(',', p.Post.Tags)} {p.Post.Version}",
        TransferredPostRevision r => $"revision {r.Revision.PostId} {r.Revision.PostVersion} {r.Revision.Markdown}",
        TransferredComment c => $"comment {c.Comment.Id} {c.Comment.PostId} {c.Comment.ParentId} {c.Comment.Depth} {c.Comment.Status} "
            + $"{c.Comment.Markdown} {c.Comment.By.Name} {c.Comment.CreatedAt:O} {c.Comment.Version}",
        TransferredRecord r => $"record {r.Record.CommentId} {r.Record.Action} {r.Record.To}",
        TransferredOrigin o => $"origin {o.Origin.Kind} {o.Origin.OriginalId} {o.Origin.ItemId} {o.Origin.ContentHash} {o.Origin.ItemVersion}",
        TransferredRedirect r => $"redirect {r.Redirect.From} {r.Redirect.To}",
        TransferredImport or TransferredBlog => null,
        _ => item.ToString(),
    };
}
