namespace BlogKit.Interchange;

public sealed class DisqusReadingTests
{
    [Fact]
    public async Task The_forum_names_the_source() =>
        (await DisqusText.Source(DisqusText.Export("")).ReadSiteAsync(CancellationToken.None)).Source.Should().Be("disqus:harbour");

    [Fact]
    public async Task The_forum_of_a_thread_names_the_source_when_there_is_no_category()
    {
        var xml = $"<disqus {DisqusText.Namespaces}>{DisqusText.Thread()}</disqus>";

        (await DisqusText.Source(xml).ReadSiteAsync(CancellationToken.None)).Source.Should().Be("disqus:harbour");
    }

    [Fact]
    public async Task A_name_of_the_source_that_was_chosen_is_taken()
    {
        var source = DisqusText.Source(DisqusText.Export(""), new DisqusOptions { Source = "old talk" });

        (await source.ReadSiteAsync(CancellationToken.None)).Source.Should().Be("old talk");
    }

    [Fact]
    public async Task An_export_without_a_forum_asks_for_a_name()
    {
        var read = () => DisqusText.Source($"<disqus {DisqusText.Namespaces} />").ReadSiteAsync(CancellationToken.None);

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage("*names no forum*");
    }

    [Fact]
    public async Task A_thread_tells_its_page()
    {
        var thread = await DisqusText.ReadOneAsync<ImportedThread>(DisqusText.Thread(given: "high-water"));

        thread.OriginalId.Should().Be("100");
        thread.Address.Should().Be("https://old.example/2009/05/high-water/");
        thread.Title.Should().Be("High water");
        thread.Identifiers.Should().Equal("high-water");
        thread.IsClosed.Should().BeFalse();
        thread.Notes.Should().BeEmpty();
        thread.Place!.Value.Line.Should().Be(4);
    }

    [Theory]
    [InlineData("4711 https://old.example/?p=4711", "4711|https://old.example/?p=4711")]
    [InlineData("4711  http://old.example/?p=4711", "4711|http://old.example/?p=4711")]
    [InlineData("4711", "4711")]
    [InlineData("node/2", "node/2")]
    [InlineData("2 boats", "2 boats")]
    [InlineData("4711 https://old.example/ b", "4711 https://old.example/ b")]
    [InlineData("  ", "")]
    public async Task The_identifier_of_a_page_is_split_where_it_is_a_number_and_an_address(string given, string expected) =>
        (await DisqusText.ReadOneAsync<ImportedThread>(DisqusText.Thread(given: given)))
            .Identifiers.Should().Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task What_a_thread_has_beside_is_kept()
    {
        var thread = await DisqusText.ReadOneAsync<ImportedThread>(
            DisqusText.Thread(given: "4711 https://old.example/?p=4711").Replace("<message />", "<message>Tell us.</message>", StringComparison.Ordinal));

        thread.Extras.Should().Equal(new Dictionary<string, string>
        {
            ["createdAt"] = "2009-05-03T08:00:00Z",
            ["forum"] = "harbour",
            ["id"] = "4711 https://old.example/?p=4711",
            ["message"] = "Tell us.",
        });
    }

    [Fact]
    public async Task A_title_is_without_markup() =>
        (await DisqusText.ReadOneAsync<ImportedThread>(
            DisqusText.Thread().Replace(">High water<", "><![CDATA[High &amp; <b>low</b>]]><", StringComparison.Ordinal))).Title.Should().Be("High & low");

    [Fact]
    public async Task A_closed_thread_takes_no_more_comments() =>
        (await DisqusText.ReadOneAsync<ImportedThread>(DisqusText.Thread(isClosed: "true"))).IsClosed.Should().BeTrue();

    [Fact]
    public async Task A_post_is_a_comment()
    {
        var comment = await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post());

        comment.Should().BeEquivalentTo(
            new ImportedComment
            {
                OriginalId = "7",
                PostId = "100",
                Status = CommentStatus.Approved,
                Body = new ImportedBody("<p>Well said.</p>", ImportedFormat.Html),
                Name = "Jon",
                AccountId = "jon_at_sea",
                CreatedAt = new DateTimeOffset(2009, 5, 4, 8, 0, 0, TimeSpan.Zero),
                Place = comment.Place,
            });
    }

    [Fact]
    public async Task An_old_export_tells_addresses()
    {
        const string Author = "<author><email>jon@example.org</email><name>Jon</name><isAnonymous>true</isAnonymous><link>https://jon.example/</link></author>";

        var comment = await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post($"{Author}<ipAddress>192.0.2.7</ipAddress>"));

        (comment.Email, comment.Url, comment.RemoteAddress).Should().Be(("jon@example.org", "https://jon.example/", "192.0.2.7"));
    }

    [Fact]
    public async Task An_anonymous_writer_has_no_account() =>
        (await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post("<author><isAnonymous>true</isAnonymous></author>"))).AccountId.Should().BeNull();

    [Fact]
    public async Task A_writer_of_whom_it_is_not_known_is_a_guest_and_noted()
    {
        var comment = await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post("<author><isAnonymous>perhaps</isAnonymous></author>"));

        comment.AccountId.Should().BeNull();
        comment.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.UnknownValue && note.Member == "account");
    }

    [Fact]
    public async Task The_HTML_of_a_message_stays_as_it_is()
    {
        const string Message =
            """<p>See <a href="https://disq.us/url?url=https%3A%2F%2Fa.example%3Akey&amp;cuid=1" rel="nofollow noopener">https://a.example/so-lon...</a><br>@jon:disqus</p>""";

        (await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post(message: Message))).Body.Should().Be(new ImportedBody(Message, ImportedFormat.Html));
    }

    [Fact]
    public async Task A_message_that_is_escaped_is_the_same_HTML() =>
        (await DisqusText.ReadOneAsync<ImportedComment>(
            DisqusText.Post().Replace("<![CDATA[<p>Well said.</p>]]>", "&lt;p&gt;Well said.&lt;/p&gt;", StringComparison.Ordinal)))
            .Body.Text.Should().Be("<p>Well said.</p>");

    [Theory]
    [InlineData("<isSpam>true</isSpam>", CommentStatus.Spam)]
    [InlineData("<isSpam>1</isSpam>", CommentStatus.Spam)]
    [InlineData("<isApproved>false</isApproved>", CommentStatus.Pending)]
    [InlineData("<isApproved>true</isApproved>", CommentStatus.Approved)]
    [InlineData("<isSpam>true</isSpam><isApproved>false</isApproved>", CommentStatus.Spam)]
    [InlineData("<isSpam>true</isSpam><isDeleted>true</isDeleted>", CommentStatus.Deleted)]
    public async Task The_status_of_a_comment_is_the_one_it_had(string inside, CommentStatus status) =>
        (await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post(inside))).Status.Should().Be(status);

    [Theory]
    [InlineData("isDeleted")]
    [InlineData("isSpam")]
    [InlineData("isApproved")]
    public async Task A_comment_of_which_it_is_not_known_whether_it_may_be_shown_is_refused(string name) =>
        (await DisqusText.ReadOneAsync<UnusableItem>(DisqusText.Post($"<{name}></{name}>"))).Reason.Should().Contain($"Its {name} ''");

    [Fact]
    public async Task A_deleted_comment_is_a_placeholder()
    {
        var xml = """<post dsq:id="7"><id /><message /><createdAt>2009-05-04T08:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><thread dsq:id="100" /></post>""";

        var comment = await DisqusText.ReadOneAsync<ImportedComment>(xml);

        (comment.Status, comment.Body.Text, comment.Name, comment.Notes.Length).Should().Be((CommentStatus.Deleted, "", "", 0));
    }

    [Fact]
    public async Task A_deleted_comment_of_which_an_old_export_has_the_text_and_the_writer_brings_neither()
    {
        var comment = await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post("<ipAddress>192.0.2.7</ipAddress>", isDeleted: "true"));

        (comment.Body.Text, comment.Name, comment.AccountId, comment.RemoteAddress).Should().Be(("", "", null, null));
        comment.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.LeftOut && note.Member == "body");
    }

    [Fact]
    public async Task A_comment_without_a_text_that_was_not_deleted_is_noted()
    {
        var comment = await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post(message: " "));

        (comment.Status, comment.Body.Text).Should().Be((CommentStatus.Approved, ""));
        comment.Notes.Should().ContainSingle(static note => note.Member == "body");
    }

    [Fact]
    public async Task A_deleted_thread_is_refused_and_so_is_each_of_its_comments()
    {
        var items = await DisqusText.ReadAsync(
            DisqusText.Thread(isDeleted: "true") + DisqusText.Thread(id: "101") + DisqusText.Post() + DisqusText.Post(id: "8", thread: "101")
            + DisqusText.Post(id: "9", isDeleted: "true"));

        items.Select(static item => (item.GetType().Name, item.OriginalId)).Should().Equal(
            (nameof(UnusableItem), "100"),
            (nameof(ImportedThread), "101"),
            (nameof(UnusableItem), "7"),
            (nameof(ImportedComment), "8"),
            (nameof(UnusableItem), "9"));
        items.OfType<UnusableItem>().Should().OnlyContain(static item => item.Reason.Contains("deleted there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thread_of_which_it_is_not_known_whether_it_was_deleted_is_refused_with_its_comments() =>
        (await DisqusText.ReadAsync(DisqusText.Thread(isDeleted: "maybe") + DisqusText.Post()))
            .Should().AllBeOfType<UnusableItem>().And.HaveCount(2);

    [Fact]
    public async Task An_answer_may_stand_in_front_of_what_it_answers()
    {
        var items = await DisqusText.ReadAsync(DisqusText.Thread() + DisqusText.Post("<parent dsq:id=\"8\" />") + DisqusText.Post(id: "8"));

        items.OfType<ImportedComment>().Select(static comment => (comment.OriginalId, comment.ParentId)).Should().Equal(("7", "8"), ("8", null));
    }

    [Fact]
    public async Task An_answer_that_names_no_comment_is_noted()
    {
        var comment = await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post("<parent>8</parent>"));

        comment.ParentId.Should().BeNull();
        comment.Notes.Should().ContainSingle(static note => note.Kind == SourceNoteKind.UnknownValue && note.Member == "parent");
    }

    [Fact]
    public async Task What_a_comment_has_beside_is_kept()
    {
        var xml = DisqusText.Post("<isFlagged>true</isFlagged><isHighlighted>true</isHighlighted>").Replace("<id />", "<id>wp_id=12</id>", StringComparison.Ordinal);

        (await DisqusText.ReadOneAsync<ImportedComment>(xml)).Extras.Should().Equal(
            new Dictionary<string, string> { ["id"] = "wp_id=12", ["isFlagged"] = "true", ["isHighlighted"] = "true" });
    }

    [Theory]
    [InlineData("2012-12-12T12:12:12Z", "2012-12-12T12:12:12Z", 0)]
    [InlineData("2012-12-12T12:12:12.5Z", "2012-12-12T12:12:12.5Z", 0)]
    [InlineData("2012-12-12T12:12:12+02:00", "2012-12-12T10:12:12Z", 0)]
    [InlineData("2012-12-12T12:12:12", "2012-12-12T12:12:12Z", 1)]
    [InlineData("2012-12-12 12:12:12", "2012-12-12T12:12:12Z", 1)]
    [InlineData("2012-13-12T12:12:12Z", null, 1)]
    [InlineData("yesterday", null, 1)]
    [InlineData("", null, 1)]
    public async Task A_date_is_UTC_and_noted_when_it_does_not_say_so_or_is_none(string written, string? expected, int notes)
    {
        var comment = await DisqusText.ReadOneAsync<ImportedComment>(DisqusText.Post($"<createdAt>{written}</createdAt>"));

        comment.CreatedAt.Should().Be(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        comment.Notes.Count(static note => note.Kind == SourceNoteKind.Date).Should().Be(notes);
    }

    [Fact]
    public async Task Everything_appears_once_in_its_order_and_again_when_read_again()
    {
        var source = DisqusText.Source(DisqusText.Export(DisqusText.Thread() + DisqusText.Post() + DisqusText.Thread(id: "101") + DisqusText.Post(id: "8")));

        var items = await SourceReading.ReadAsync(source);

        items.Select(static item => item.OriginalId).Should().Equal("100", "7", "101", "8");
        (await SourceReading.ReadAsync(source)).Should().BeEquivalentTo(items, static options => options.WithStrictOrdering().RespectingRuntimeTypes());
    }
}
