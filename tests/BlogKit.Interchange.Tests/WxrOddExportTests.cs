using System.IO.Compression;
using System.Text;

namespace BlogKit.Interchange;

public sealed class WxrOddExportTests
{
    [Theory]
    [InlineData("utf-16", true, true)]
    [InlineData("utf-16", false, true)]
    [InlineData("utf-16", false, false)]
    [InlineData("utf-16BE", true, true)]
    [InlineData("utf-16BE", false, true)]
    [InlineData("utf-16BE", false, false)]
    public async Task An_export_in_UTF_16_is_read(string encoding, bool hasMark, bool isDeclared)
    {
        var xml = WxrText.Export(WxrText.Post()).Replace("One.", "海", StringComparison.Ordinal);
        xml = isDeclared
            ? xml.Replace("UTF-8", "UTF-16", StringComparison.Ordinal)
            : xml.Replace("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n", "", StringComparison.Ordinal);
        var used = Encoding.GetEncoding(encoding);

        await ShouldBeReadAsync([.. hasMark ? used.GetPreamble() : [], .. used.GetBytes(xml)]);
    }

    [Theory]
    [InlineData("UTF-16")]
    [InlineData("us-ascii")]
    public async Task An_export_that_names_an_encoding_it_cannot_have_is_UTF_8(string named)
    {
        var xml = WxrText.Export(WxrText.Post()).Replace("One.", "海", StringComparison.Ordinal);

        await ShouldBeReadAsync(Encoding.UTF8.GetBytes(xml.Replace("UTF-8", named, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\uFEFF\n\n")]
    [InlineData("\n\uFEFF")]
    [InlineData("\uFEFF\uFEFF")]
    public async Task Marks_and_blank_lines_in_front_are_overlooked(string front)
    {
        var xml = front + WxrText.Export(WxrText.Post()).Replace("One.", "海", StringComparison.Ordinal);

        await ShouldBeReadAsync(Encoding.UTF8.GetBytes(xml));
    }

    [Fact]
    public async Task What_calls_itself_ISO_8859_1_is_Windows_1252_as_in_browsers()
    {
        var parts = WxrText.Export(WxrText.Post()).Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal).Split("One.");
        byte[] file = [.. Encoding.Latin1.GetBytes(parts[0]), 0x93, 0xFC, 0x94, .. Encoding.Latin1.GetBytes(parts[1])];

        (await WxrText.ReadAsync(WxrText.Source(file))).OfType<ImportedPost>().Single().Body.Text.Should().StartWith("<p>“ü”</p>");
    }

    [Fact]
    public async Task A_damaged_compression_is_told_in_a_sentence()
    {
        var read = () => WxrText.ReadAsync(WxrText.Source([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF]));

        await read.Should().ThrowAsync<ImportSourceException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData((byte)' ')]
    [InlineData((byte)'<')]
    public async Task A_compressed_bomb_is_refused(byte repeated)
    {
        using var file = new MemoryStream();
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(WxrText.Export("").Split("</channel>")[0]));
            var block = new byte[1024 * 1024];
            Array.Fill(block, repeated);
            for (var count = 0; count < 100; count++)
            {
                await gzip.WriteAsync(block);
            }
        }

        var read = () => WxrText.ReadAsync(WxrText.Source(file.ToArray()));

        await read.Should().ThrowAsync<ImportSourceException>();
    }

    [Fact]
    public async Task A_character_that_stands_for_a_byte_is_noted_when_it_is_left_out()
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post().Replace("One.", "O\uFDD0ne.", StringComparison.Ordinal));

        post.Body.Text.Should().StartWith("<p>One.");
        post.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.ForbiddenCharacters);
    }

    [Fact]
    public async Task A_wrong_end_of_an_element_named_DTD_is_no_document_type()
    {
        var read = () => WxrText.ReadAsync(WxrText.Source(WxrText.Export("<DTD></x>")));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("Line *");
    }

    [Fact]
    public async Task The_program_that_wrote_the_export_is_named_behind_the_authors()
    {
        var xml = WxrText.Export(
            "<wp:author><wp:author_login>mara</wp:author_login></wp:author><generator>https://wordpress.org/?v=6.8</generator>" + WxrText.Post());

        (await WxrText.Source(xml).ReadSiteAsync(CancellationToken.None)).WrittenBy.Should().Be("https://wordpress.org/?v=6.8");
    }

    [Fact]
    public async Task Sites_on_two_ports_are_two_sources()
    {
        var xml = WxrText.Export("").Replace("https://old.example/blog", "http://localhost:8080/blog", StringComparison.Ordinal);

        (await WxrText.Source(xml).ReadSiteAsync(CancellationToken.None)).Source.Should().Be("localhost:8080/blog");
    }

    [Fact]
    public async Task Terms_that_share_a_number_are_each_told()
    {
        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(Term("series") + Term("mood"))));

        items.OfType<UnusableItem>().Select(static item => item.Kind).Should().Equal("series", "mood");

        static string Term(string taxonomy) =>
            $"<wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>{taxonomy}</wp:term_taxonomy><wp:term_name>x</wp:term_name></wp:term>";
    }

    [Fact]
    public async Task A_long_element_that_means_nothing_does_not_refuse_the_post()
    {
        var filler = new string('x', 100_000);

        var post = await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post($"<description>{filler}</description><wp:plugin>{filler}</wp:plugin>"));

        post.OriginalId.Should().Be("12");
    }

    [Fact]
    public async Task An_element_of_another_namespace_is_not_the_title()
    {
        var xml = WxrText.Post().Replace("<item>", "<item><dc:title>Other</dc:title>", StringComparison.Ordinal);

        (await WxrText.ReadOneAsync<ImportedPost>(xml)).Title.Should().Be("High water");
    }

    [Fact]
    public async Task What_stands_behind_the_comments_of_a_post_is_told()
    {
        var late = "<wp:postmeta><wp:meta_key>mood</wp:meta_key><wp:meta_value>calm</wp:meta_value></wp:postmeta>";

        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(WxrText.Post(WxrText.Comment() + late))));

        items.OfType<UnusableItem>().Should().ContainSingle().Which.Reason.Should().Contain("behind the comments of 12");
    }

    [Fact]
    public async Task The_order_of_a_page_among_others_is_kept() =>
        (await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post("<wp:menu_order>3</wp:menu_order>", type: "page")))
            .Extras.Should().Contain("menu_order", "3");

    [Fact]
    public async Task A_password_keeps_its_spaces() =>
        (await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post("<wp:post_password> tide </wp:post_password>"))).Password.Should().Be(" tide ");

    [Fact]
    public async Task A_co_author_is_found_by_the_login_that_names_the_term()
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(
            "<wp:author><wp:author_login>Mara Lind</wp:author_login><wp:author_display_name>Mara L.</wp:author_display_name></wp:author>"
            + WxrText.Post("<category domain=\"author\" nicename=\"cap-mara-lind\"><![CDATA[Mara Lind]]></category>"));

        post.Authors.Should().Equal(new ImportedTerm("Mara Lind", "Mara L."));
    }

    [Fact]
    public async Task A_category_without_a_name_has_its_slug_as_name() =>
        (await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post("<category domain=\"category\" nicename=\"tides\"><![CDATA[]]></category>")))
            .Categories.Should().Equal(new ImportedTerm("tides", "tides"));

    [Fact]
    public async Task A_category_that_is_named_without_a_slug_alone_is_noted() =>
        (await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post("<category><![CDATA[Tides]]></category>")))
            .Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.LeftOut && note.Detail.Contains("'Tides'", StringComparison.Ordinal));

    [Fact]
    public async Task A_category_that_version_1_0_names_twice_is_one()
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(
            WxrText.Post("<category><![CDATA[Tides]]></category><category domain=\"category\" nicename=\"tides\"><![CDATA[Tides]]></category>"));

        post.Categories.Should().Equal(new ImportedTerm("tides", "Tides"));
        post.Notes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_field_of_a_plugin_that_is_there_twice_keeps_both_values()
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post(
            """
            <wp:postmeta><wp:meta_key>_wp_old_date</wp:meta_key><wp:meta_value>2009-01-01</wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_wp_old_date</wp:meta_key><wp:meta_value>2009-02-01</wp:meta_value></wp:postmeta>
            """));

        post.Extras.Should().Contain("_wp_old_date", "2009-01-01\n2009-02-01");
    }

    [Fact]
    public async Task A_comment_shows_its_brackets_as_WordPress_does()
    {
        var comment = await WxrText.ReadOneAsync<ImportedComment>(
            WxrText.Post(WxrText.Comment().Replace("Well said.", "Use [gallery ids=\"4\"] and [code]x[/code].", StringComparison.Ordinal)));

        (comment.Body.Text, comment.Notes.Length).Should().Be(("<p>Use [gallery ids=\"4\"] and [code]x[/code].</p>", 0));
    }

    [Fact]
    public async Task A_comment_whose_type_is_too_long_is_no_public_one()
    {
        var type = "order_note" + new string(' ', 70_000);

        (await WxrText.ReadOneAsync<UnusableItem>(WxrText.Post(WxrText.Comment(type: type)))).Reason.Should().Contain("comment_type");
    }

    [Theory]
    [InlineData("0000-01-01 00:00:00")]
    [InlineData("10000-01-01 00:00:00")]
    [InlineData("9999-12-31 24:00:00")]
    public async Task A_year_that_is_none_is_noted(string date)
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post().Replace("2009-05-03 08:00:00", date, StringComparison.Ordinal));

        post.Notes.Should().Contain(note => note.Kind == SourceNoteKind.Date && note.Detail.Contains(date, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_date_that_its_zone_moves_out_of_time_is_noted()
    {
        var options = new WxrOptions { TimeZone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(3), null, null) };
        var xml = WxrText.Post().Replace("2009-05-03 08:00:00", "0000-00-00 00:00:00", StringComparison.Ordinal)
            .Replace("2009-05-03 10:00:00", "0001-01-01 00:00:00", StringComparison.Ordinal);

        var post = await WxrText.ReadOneAsync<ImportedPost>(xml, options);

        post.PublishedAt.Should().BeNull();
        post.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.Date);
    }

    [Fact]
    public async Task Categories_that_are_each_other_s_parents_are_passed_on()
    {
        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(Category("a", "b") + Category("b", "a"))));

        items.Cast<ImportedCategory>().Select(static category => (category.OriginalId, category.ParentId)).Should().Equal(("a", "b"), ("b", "a"));

        static string Category(string slug, string parent) =>
            $"<wp:category><wp:category_nicename>{slug}</wp:category_nicename><wp:category_parent>{parent}</wp:category_parent></wp:category>";
    }

    [Fact]
    public async Task A_slug_does_not_decode_to_control_characters() =>
        (await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post().Replace(">high-water<", ">high%00water<", StringComparison.Ordinal)))
            .Slug.Should().Be("high%00water");

    [Fact]
    public async Task Terms_of_one_post_without_end_are_bounded_and_noted()
    {
        var terms = string.Concat(Enumerable.Range(0, 5000).Select(static term => $"<category domain=\"post_tag\" nicename=\"t{term}\">t</category>"));

        var post = await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post(terms));

        post.Tags.Should().HaveCount(1000);
        post.Notes.Should().ContainSingle(static note => note.Detail.Contains("4000", StringComparison.Ordinal));
    }

    private static async Task ShouldBeReadAsync(byte[] file)
    {
        var post = (await WxrText.ReadAsync(WxrText.Source(file))).OfType<ImportedPost>().Single();

        (post.Body.Text, post.Notes.Length).Should().Be(("<p>海</p>\n<p>Two.</p>", 0));
    }
}
