using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BlogKit.Interchange;

[Collection(AloneSuite.Name)]
public sealed class DisqusHostileTests
{
    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "*begins with <html>*It is a page*")]
    [InlineData("<!doctype html><title>Sign in</title>", "*is a page (HTML)*")]
    [InlineData("<rss version=\"2.0\"><channel/></rss>", "*begins with <rss>*export of WordPress*")]
    [InlineData("<disqus xmlns=\"https://other.example\"/>", "*begins with <disqus>*")]
    [InlineData("{\"posts\": []}", "*is JSON*")]
    [InlineData("\n [{}]", "*is JSON*")]
    [InlineData("PK\u0003\u0004", "*is a ZIP archive*")]
    [InlineData("posts", "*is no XML*")]
    [InlineData("", "*breaks off*")]
    public async Task A_file_of_another_kind_is_refused_by_what_it_is(string file, string message)
    {
        var read = () => SourceReading.ReadAsync(DisqusText.Source(file));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage(message);
    }

    [Fact]
    public async Task A_file_of_another_kind_has_no_site()
    {
        var read = () => DisqusText.Source(WxrText.Export("")).ReadSiteAsync(CancellationToken.None);

        await read.Should().ThrowAsync<ImportSourceException>();
    }

    [Theory]
    [InlineData("""xmlns:dsq="http://disqus.com/disqus-internals" """)]
    [InlineData("""xmlns="https://disqus.com" xmlns:dsq="https://disqus.com/disqus-internals" """)]
    [InlineData("")]
    public async Task Namespaces_that_a_tool_lost_are_overlooked(string namespaces)
    {
        var xml = DisqusText.Export(DisqusText.Thread() + DisqusText.Post(), namespaces);

        (await SourceReading.ReadAsync(DisqusText.Source(xml))).Select(static item => item.OriginalId).Should().Equal("100", "7");
    }

    [Fact]
    public async Task Another_prefix_of_the_same_namespace_is_the_same()
    {
        var xml = DisqusText.Export(DisqusText.Thread() + DisqusText.Post()).Replace("dsq:", "i:", StringComparison.Ordinal)
            .Replace("xmlns:dsq", "xmlns:i", StringComparison.Ordinal);

        (await SourceReading.ReadAsync(DisqusText.Source(xml))).Select(static item => item.OriginalId).Should().Equal("100", "7");
    }

    [Fact]
    public async Task An_export_that_is_compressed_is_read()
    {
        using var file = new MemoryStream();
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(DisqusText.Export(DisqusText.Post())));
        }

        (await SourceReading.ReadAsync(DisqusText.Source(file.ToArray()))).Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_is_named_at_its_items()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, DisqusText.Export(DisqusText.Post()));

            var item = (await SourceReading.ReadAsync(new DisqusSource(path))).Single();

            item.Place.Should().Be(new SourcePlace(Path.GetFileName(path), 4, 2));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task An_identifier_that_is_there_again_is_told_once_and_refused_once()
    {
        var items = await DisqusText.ReadAsync(
            DisqusText.Thread() + DisqusText.Thread() + DisqusText.Post() + DisqusText.Post(message: "Again.") + DisqusText.Thread(id: "7"));

        items.OfType<ImportedThread>().Select(static item => item.OriginalId).Should().Equal("100", "7");
        items.OfType<ImportedComment>().Should().ContainSingle().Which.Body.Text.Should().Be("<p>Well said.</p>");
        items.OfType<UnusableItem>().Select(static item => item.Reason).Should().Equal(
            "The thread 100 is there again; the first was taken.", "The post 7 is there again; the first was taken.");
        items.Select(static item => (item.GetType(), item.OriginalId)).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" dsq:id=\"\"")]
    [InlineData(" dsq:id=\"|\"")]
    public async Task An_item_without_an_identifier_that_is_one_is_refused(string attribute)
    {
        var id = attribute.Replace("|", new string('9', 101), StringComparison.Ordinal);

        var items = await DisqusText.ReadAsync(
            DisqusText.Thread().Replace(" dsq:id=\"100\"", id, StringComparison.Ordinal) + DisqusText.Post().Replace(" dsq:id=\"7\"", id, StringComparison.Ordinal));

        items.Should().AllBeOfType<UnusableItem>();
        items.Select(static item => item.OriginalId).Should().Equal(items.Select(static item => item.Place.ToString()));
    }

    [Fact]
    public async Task A_comment_that_names_no_thread_is_refused() =>
        (await DisqusText.ReadOneAsync<UnusableItem>(DisqusText.Post().Replace("<thread dsq:id=\"100\" />", "<thread>100</thread>", StringComparison.Ordinal)))
            .Reason.Should().Contain("names no thread");

    [Fact]
    public async Task An_element_of_Disqus_that_is_not_known_is_told_when_it_has_a_text()
    {
        var items = await DisqusText.ReadAsync(
            "<review dsq:id=\"5\"><message>Good.</message></review><vote dsq:id=\"6\"><value>1</value></vote>" + DisqusText.Post());

        items[0].Should().BeOfType<UnusableItem>().Which.Kind.Should().Be("review");
        items[1].Should().BeOfType<ImportedComment>();
        items.Should().HaveCount(2);
    }

    [Fact]
    public async Task Elements_of_others_are_overlooked_wherever_they_stand()
    {
        const string Foreign = """<o:box xmlns:o="https://other.example"><o:message>No.</o:message><post dsq:id="99"/></o:box>""";

        var items = await DisqusText.ReadAsync(Foreign + DisqusText.Thread(Foreign) + DisqusText.Post(Foreign) + Foreign);

        items.Select(static item => item.OriginalId).Should().Equal("100", "7");
        items.OfType<ImportedComment>().Single().Body.Text.Should().Be("<p>Well said.</p>");
    }

    [Fact]
    public async Task A_document_type_is_refused()
    {
        var xml = DisqusText.Export("").Replace("<disqus", "<!DOCTYPE disqus [<!ENTITY a \"b\">]>\n<disqus", StringComparison.Ordinal);

        var read = () => SourceReading.ReadAsync(DisqusText.Source(xml));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*has a document type declaration*");
    }

    [Fact]
    public async Task A_file_that_breaks_off_says_where_after_what_was_whole()
    {
        var whole = DisqusText.Export(DisqusText.Post() + DisqusText.Post(id: "8"));
        var source = DisqusText.Source(whole[..whole.LastIndexOf("jon_at_sea", StringComparison.Ordinal)]);
        List<ImportItem> items = [];

        var read = () => SourceReading.ReadIntoAsync(source, items);

        var error = (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("Line *breaks off here*").Which;
        error.Place.Should().Match<SourcePlace?>(static place => place!.Value.Line == 19 && place.Value.Column > 0);
        items.Should().ContainSingle();
    }

    [Fact]
    public async Task Wherever_an_export_breaks_off_it_gives_whole_items_alone()
    {
        var file = Encoding.UTF8.GetBytes(DisqusText.Export(DisqusText.Thread() + DisqusText.Post() + DisqusText.Post(id: "8")));
        var whole = (await SourceReading.ReadAsync(DisqusText.Source(file))).Select(static item => item.OriginalId).ToList();
        var end = file.AsSpan().IndexOf("</disqus>"u8);

        for (var length = 0; length < end; length++)
        {
            List<ImportItem> items = [];

            var read = () => SourceReading.ReadIntoAsync(DisqusText.Source(file[..length]), items);

            await read.Should().ThrowAsync<ImportSourceException>("of {0} bytes", length);
            items.Select(static item => item.OriginalId).Should().Equal(whole.Take(items.Count), "of {0} bytes", length);
        }
    }

    [Theory]
    [InlineData("<thread dsq:id=\"1\">")]
    [InlineData("<author>")]
    [InlineData("<message>")]
    public async Task Elements_in_each_other_without_end_are_refused(string element)
    {
        var read = () => DisqusText.ReadAsync(DisqusText.Post(string.Concat(Enumerable.Repeat(element, 5000))));

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*more than 100 elements in each other*");
    }

    [Fact]
    public async Task Control_characters_are_left_out_and_noted_at_their_item()
    {
        var comments = (await DisqusText.ReadAsync(
            DisqusText.Post() + DisqusText.Post("<author><name>J&#x3;on</name></author>", id: "8", message: "O\u0008n\u0002e.") + DisqusText.Post(id: "9")))
            .Cast<ImportedComment>().ToList();

        var comment = comments.Single(static item => !item.Notes.IsEmpty);
        (comment.OriginalId, comment.Body.Text, comment.Name).Should().Be(("8", "One.", "Jon"));
        comment.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.ForbiddenCharacters && note.Detail.StartsWith('3'));
    }

    [Fact]
    public async Task A_text_of_20_MB_is_refused_and_the_next_comment_read()
    {
        var parts = DisqusText.Export(DisqusText.Thread() + DisqusText.Post(message: "|") + DisqusText.Post(id: "8")).Split('|');
        var source = new DisqusSource(() => new RepeatedStream(Encoding.UTF8.GetBytes(parts[0]), (byte)'x', 20_000_000, Encoding.UTF8.GetBytes(parts[1])));

        var items = await SourceReading.ReadAsync(source);

        items[1].Should().BeOfType<UnusableItem>().Which.Reason.Should().Be("Its text is longer than 16777216 characters.");
        items[2].Should().BeOfType<ImportedComment>();
    }

    [Fact]
    public async Task A_text_of_100_MB_is_never_held_as_a_whole()
    {
        var parts = DisqusText.Export(DisqusText.Post(message: "|")).Split('|');
        var stream = new RepeatedStream(Encoding.UTF8.GetBytes(parts[0]), (byte)'x', 100_000_000, Encoding.UTF8.GetBytes(parts[1]));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var items = await SourceReading.ReadAsync(new DisqusSource(() => stream, new DisqusOptions { MaximumTextLength = 100_000 }));

        items.Should().ContainSingle().Which.Should().BeOfType<UnusableItem>();
        (stream.MostMemory - before).Should().BeInRange(-50_000_000, 10_000_000);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("link")]
    [InlineData("id")]
    [InlineData("message")]
    public async Task A_long_field_of_a_thread_is_left_out_and_noted(string name)
    {
        var thread = await DisqusText.ReadOneAsync<ImportedThread>(
            DisqusText.Thread($"<{name}>{new string('x', 70_000)}</{name}>"), new DisqusOptions { MaximumTextLength = 1000 });

        thread.Notes.Should().ContainSingle(note => note.Kind == SourceNoteKind.LeftOut && note.Member == name);
    }

    [Fact]
    public async Task A_comment_whose_name_is_too_long_is_refused() =>
        (await DisqusText.ReadOneAsync<UnusableItem>(DisqusText.Post($"<author><name>{new string('x', 70_000)}</name></author>")))
            .Reason.Should().Contain("author/name");

    [Fact]
    public async Task Every_comment_of_a_large_export_is_there()
    {
        const int Count = 20_000;
        var xml = new StringBuilder();
        for (var thread = 0; thread < 100; thread++)
        {
            xml.Append(DisqusText.Thread(id: thread.ToString(CultureInfo.InvariantCulture)));
        }

        for (var post = 0; post < Count; post++)
        {
            var thread = (post % 100).ToString(CultureInfo.InvariantCulture);
            xml.Append(DisqusText.Post(id: post.ToString(CultureInfo.InvariantCulture), thread: thread, isSpam: post % 4 == 0 ? "true" : "false"));
        }

        var items = await DisqusText.ReadAsync(xml.ToString());

        items.OfType<ImportedThread>().Should().HaveCount(100);
        items.OfType<ImportedComment>().Select(static comment => comment.OriginalId).Distinct(StringComparer.Ordinal).Should().HaveCount(Count);
        items.OfType<ImportedComment>().Count(static comment => comment.Status == CommentStatus.Spam).Should().Be(Count / 4);
        items.Should().HaveCount(Count + 100);
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        List<ImportItem> items = [];

        var read = async () =>
        {
            await foreach (var item in DisqusText.Source(DisqusText.Export(DisqusText.Thread() + DisqusText.Post())).ReadItemsAsync(cancellation.Token))
            {
                items.Add(item);
                await cancellation.CancelAsync();
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
        items.Should().ContainSingle();
    }

    [Fact]
    public async Task Reading_that_was_cancelled_before_opens_nothing()
    {
        var source = new DisqusSource(static () => throw new InvalidOperationException("It was opened."));

        var read = () => SourceReading.ReadAsync(source, new CancellationToken(canceled: true));

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void A_limit_of_texts_that_is_too_small_is_refused()
    {
        var make = static () => new DisqusSource(static () => Stream.Null, new DisqusOptions { MaximumTextLength = 999 });

        make.Should().Throw<ArgumentOutOfRangeException>();
    }
}
