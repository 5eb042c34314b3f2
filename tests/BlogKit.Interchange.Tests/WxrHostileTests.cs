using System.IO.Compression;
using System.Text;

namespace BlogKit.Interchange;

[Collection(AloneSuite.Name)]
public sealed class WxrHostileTests
{
    [Fact]
    public async Task A_document_type_is_refused()
    {
        var xml = WxrText.Export("").Replace("<rss", "<!DOCTYPE rss [<!ENTITY a \"b\">]>\n<rss", StringComparison.Ordinal);

        var read = () => WxrText.ReadAsync(WxrText.Source(xml));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*has a document type declaration*");
    }

    [Fact]
    public async Task A_file_that_breaks_off_says_where_after_what_was_whole()
    {
        var whole = WxrText.Export(WxrText.Post() + WxrText.Post(id: "13"));
        var source = WxrText.Source(whole[..whole.LastIndexOf("high-water", StringComparison.Ordinal)]);
        List<ImportItem> items = [];

        var read = async () =>
        {
            await foreach (var item in source.ReadItemsAsync(CancellationToken.None))
            {
                items.Add(item);
            }
        };

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("Line *breaks off here*");
        items.Should().ContainSingle();
    }

    [Fact]
    public async Task Control_characters_are_left_out_and_noted_at_their_item()
    {
        var second = WxrText.Post(id: "13").Replace("One.", "O\u0008n\u0002e.&#x3;", StringComparison.Ordinal);

        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(WxrText.Post() + second + WxrText.Post(id: "14"))));

        var post = items.OfType<ImportedPost>().Single(static item => !item.Notes.IsEmpty);
        post.OriginalId.Should().Be("13");
        post.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.ForbiddenCharacters && note.Detail.StartsWith('2'));
        post.Body.Text.Should().StartWith("<p>One.");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_read_as_Windows_1252_and_noted()
    {
        var parts = WxrText.Export(WxrText.Post()).Split("One.");
        byte[] file = [.. Encoding.UTF8.GetBytes(parts[0]), 0x93, .. "Ä"u8, 0xE9, 0x94, .. Encoding.UTF8.GetBytes(parts[1])];

        var post = (await WxrText.ReadAsync(WxrText.Source(file))).OfType<ImportedPost>().Single();

        post.Body.Text.Should().StartWith("<p>“Äé”");
        post.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.WrongEncoding && note.Detail.StartsWith('3'));
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused_and_the_next_item_read()
    {
        var options = new WxrOptions { MaximumTextLength = 1000 };
        var first = WxrText.Post().Replace("One.", new string('x', 1001), StringComparison.Ordinal);

        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(first + WxrText.Post(id: "13")), options));

        items[0].Should().BeOfType<UnusableItem>().Which.Reason.Should().Contain("longer than 1000 characters");
        items[1].Should().BeOfType<ImportedPost>();
    }

    [Fact]
    public async Task A_text_of_100_MB_is_never_held_as_a_whole()
    {
        var parts = WxrText.Export(WxrText.Post()).Split("One.");
        var stream = new RepeatedStream(Encoding.UTF8.GetBytes(parts[0]), (byte)'x', 100_000_000, Encoding.UTF8.GetBytes(parts[1]));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var items = await WxrText.ReadAsync(new WxrSource(() => stream, new WxrOptions { MaximumTextLength = 100_000 }));

        items.Should().ContainSingle().Which.Should().BeOfType<UnusableItem>();
        (stream.MostMemory - before).Should().BeInRange(-50_000_000, 10_000_000);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<wp:postmeta>")]
    public async Task Elements_in_each_other_without_end_are_refused(string element)
    {
        var source = WxrText.Source(WxrText.Export(WxrText.Post(string.Concat(Enumerable.Repeat(element, 5000)))));

        var read = () => WxrText.ReadAsync(source);

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*more than 100 elements in each other*");
    }

    [Fact]
    public async Task An_attribute_without_end_is_refused()
    {
        var parts = WxrText.Export("<x a=\"|\"/>").Split('|');
        var source = new WxrSource(() => new RepeatedStream(Encoding.UTF8.GetBytes(parts[0]), (byte)'x', 60_000_000, Encoding.UTF8.GetBytes(parts[1])));

        var read = () => WxrText.ReadAsync(source);

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*too long to be one*");
    }

    [Fact]
    public async Task Elements_of_plugins_are_overlooked_wherever_they_stand()
    {
        const string Foreign = "<undeclared:box><wp:post_id>99</wp:post_id><item/></undeclared:box>";

        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(Foreign + WxrText.Post(Foreign + WxrText.Comment(Foreign)) + Foreign)));

        items.Select(static item => item.OriginalId).Should().Equal("12", "7");
    }

    [Fact]
    public async Task A_page_is_no_export()
    {
        var read = () => WxrText.ReadAsync(WxrText.Source("<html><body>Fatal error</body></html>"));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*begins with <html>*It is a page*");
    }

    [Fact]
    public async Task A_file_of_JSON_is_told_as_such()
    {
        var read = () => WxrText.ReadAsync(WxrText.Source("{\"posts\": []}"));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*is JSON*");
    }

    [Fact]
    public async Task A_feed_is_no_export()
    {
        var xml = WxrText.Export(WxrText.Post()).Replace("<wp:wxr_version>1.2</wp:wxr_version>", "", StringComparison.Ordinal);

        var read = () => WxrText.ReadAsync(WxrText.Source(xml));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*this is a feed*");
    }

    [Fact]
    public async Task A_version_that_is_not_known_is_refused()
    {
        var read = () => WxrText.ReadAsync(WxrText.Source(WxrText.Export("", version: "2.0")));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*version '2.0'*");
    }

    [Fact]
    public async Task Blank_lines_in_front_are_overlooked_and_counted()
    {
        var read = () => WxrText.ReadAsync(WxrText.Source("\n\n" + WxrText.Export("<item>")));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("Line 14, *");
    }

    [Fact]
    public async Task An_export_that_is_compressed_is_read()
    {
        using var file = new MemoryStream();
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(WxrText.Export(WxrText.Post())));
        }

        (await WxrText.ReadAsync(WxrText.Source(file.ToArray()))).Should().ContainSingle();
    }

    [Fact]
    public async Task An_encoding_that_is_named_is_used()
    {
        var xml = WxrText.Export(WxrText.Post()).Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal).Replace("One.", "Übung", StringComparison.Ordinal);

        var post = (await WxrText.ReadAsync(WxrText.Source(Encoding.Latin1.GetBytes(xml)))).OfType<ImportedPost>().Single();

        (post.Body.Text, post.Notes.Length).Should().Be(("<p>Übung</p>\n<p>Two.</p>", 0));
    }

    [Fact]
    public async Task An_impossible_date_is_left_out_and_noted()
    {
        var xml = WxrText.Post().Replace("2009-05-03 08:00:00", "2009-13-03 08:00:00", StringComparison.Ordinal);

        var post = await WxrText.ReadOneAsync<ImportedPost>(xml);

        post.Notes.Should().Contain(static note => note.Kind == SourceNoteKind.Date && note.Detail.Contains("2009-13-03", StringComparison.Ordinal));
    }
}
