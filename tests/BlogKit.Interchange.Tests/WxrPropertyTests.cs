using System.IO.Compression;
using System.Text;
using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

public sealed class WxrPropertyTests
{
    [Fact]
    public async Task Every_item_of_an_export_appears_once_in_its_order()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var export = new RandomExport(seed);

            var items = await WxrText.ReadAsync(Chunked(Encoding.UTF8.GetBytes(export.Xml), seed));

            items.Select(static item => (item.GetType().Name, item.OriginalId))
                .Should().Equal(export.Items.Select(static item => (item.Type, item.Id)), "of seed {0}", seed);
        }
    }

    [Fact]
    public async Task Every_text_of_an_export_is_the_one_that_was_written()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var export = new RandomExport(seed);

            var items = await WxrText.ReadAsync(Chunked(Encoding.UTF8.GetBytes(export.Xml), seed));

            items.OfType<ImportedPost>().Select(static post => post.Body.Text).Should().Equal(
                export.Items.Where(static item => item.Type is nameof(ImportedPost)).Select(static item => WordPressText.ToHtml(item.Text!, "body", [])),
                "of seed {0}",
                seed);
        }
    }

    [Fact]
    public async Task A_later_part_repeats_no_author_and_no_term()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            for (var seed = 0; seed < 30; seed++)
            {
                var export = new RandomExport(seed);
                string[] parts = [Path.Combine(folder.FullName, "1.xml"), Path.Combine(folder.FullName, "2.xml")];
                await File.WriteAllTextAsync(parts[0], export.Xml);
                await File.WriteAllTextAsync(parts[1], export.Xml);

                var items = await WxrText.ReadAsync(new WxrSource(parts));

                items.Select(static item => (item.GetType().Name, item.OriginalId)).Should().Equal(
                    export.Items.Concat(export.Items.Skip(export.TermCount)).Select(static item => (item.Type, item.Id)), "of seed {0}", seed);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_export_that_breaks_off_gives_whole_items_alone()
    {
        var file = Encoding.UTF8.GetBytes(WxrText.Export(WxrText.Post(WxrText.Comment() + WxrText.Comment(id: "8")) + WxrText.Post(id: "13")));
        var whole = (await ReadAsync(file)).Items;
        var channelEnd = file.AsSpan().IndexOf("</channel>"u8);

        for (var length = 0; length < channelEnd; length++)
        {
            var (items, error) = await ReadAsync(file[..length]);

            error.Should().NotBeNull("of {0} bytes", length);
            items.Should().Equal(whole.Take(items.Count), "of {0} bytes", length);
        }
    }

    [Fact]
    public async Task A_compressed_export_that_breaks_off_gives_whole_items_alone()
    {
        var plain = Encoding.UTF8.GetBytes(WxrText.Export(WxrText.Post(WxrText.Comment()) + WxrText.Post(id: "13")));
        var file = Compressed(plain);
        var whole = (await ReadAsync(plain)).Items;

        for (var length = 0; length < file.Length - 1; length++)
        {
            var (items, _) = await ReadAsync(file[..length]);

            items.Should().Equal(whole.Take(items.Count), "of {0} bytes", length);
        }
    }

    [Fact]
    public async Task Bytes_that_were_changed_give_the_same_however_they_arrive()
    {
        var export = Encoding.UTF8.GetBytes(WxrText.Export(WxrText.Post(WxrText.Comment()) + WxrText.Post(id: "13")));
        for (var seed = 0; seed < 3000; seed++)
        {
            var file = Changed(export, seed);

            var together = await ReadAsync(file);
            var apart = await ReadAsync(Chunked(file, seed));

            apart.Items.Should().Equal(together.Items, "of seed {0}", seed);
            (apart.Error is null).Should().Be(together.Error is null, "of seed {0}", seed);
        }
    }

    [Fact]
    public async Task A_compressed_export_whose_bytes_were_changed_ends_with_items_or_a_sentence()
    {
        var export = Compressed(Encoding.UTF8.GetBytes(WxrText.Export(WxrText.Post(WxrText.Comment()))));
        for (var seed = 0; seed < 1000; seed++)
        {
            var read = async () => await ReadAsync(Changed(export, seed));

            await read.Should().NotThrowAsync("of seed {0}", seed);
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_the_same_at_every_border()
    {
        var parts = WxrText.Export(WxrText.Post()).Split("One.");
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 300)];
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] = (byte)(random.Next(2) == 0 ? random.Next(0x80, 0x100) : 'a');
            }

            byte[] file = [.. Encoding.UTF8.GetBytes(parts[0]), .. bytes, .. Encoding.UTF8.GetBytes(parts[1])];

            (await ReadAsync(Chunked(file, seed, most: 2))).Items.Should().Equal((await ReadAsync(file)).Items, "of seed {0}", seed);
        }
    }

    private static WxrSource Chunked(byte[] file, int seed, int? most = null) =>
        new(() => new ChunkedStream(file, seed, most ?? (seed % 3) switch { 0 => 7, 1 => 1000, _ => 100_000 }));

    private static byte[] Changed(byte[] file, int seed)
    {
        var random = new Random(seed);
        var changed = file.ToArray();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    private static byte[] Compressed(byte[] file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(file);
        }

        return compressed.ToArray();
    }

    private static Task<(List<string> Items, string? Error)> ReadAsync(byte[] file) => ReadAsync(WxrText.Source(file));

    private static async Task<(List<string> Items, string? Error)> ReadAsync(WxrSource source)
    {
        List<string> items = [];
        try
        {
            await foreach (var item in source.ReadItemsAsync(CancellationToken.None))
            {
                var body = item is ImportedPost post ? post.Body.Text : (item as ImportedComment)?.Body.Text;
                items.Add(string.Join('|', item.GetType().Name, item.OriginalId, item.Place, body, string.Join('|', item.Notes)));
            }
        }
        catch (ImportSourceException e)
        {
            return (items, e.Message);
        }

        return (items, null);
    }
}
