using System.Globalization;
using BlogKit.Moderation;
using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Interchange;

public sealed class WxrWriterThreadTests
{
    [Fact]
    public async Task A_comment_is_written_with_all_that_WordPress_keeps_of_one()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        await blog.StoreAsync(blog.Said(post, "Well *said*.\n\nYes.", with: static comment => comment with
        {
            By = new Commenter { Name = "Jon & <Co>", Email = "jon@example.org", Url = new Uri("https://jon.example/?a=1&b=2") },
        }));

        var comment = (await blog.ExportAsync()).Comments.Single();

        comment.Should().BeEquivalentTo(new
        {
            OriginalId = "1",
            PostId = "1",
            ParentId = (string?)null,
            Name = "Jon & <Co>",
            Email = "jon@example.org",
            Url = "https://jon.example/?a=1&b=2",
            RemoteAddress = "192.0.2.7",
            Status = CommentStatus.Approved,
            Kind = CommentKind.Comment,
            CreatedAt = SampleData.Now.AddMinutes(1),
        });
        comment.Body.Text.Should().Be("<p>Well <em>said</em>.</p>\n<p>Yes.</p>");
    }

    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Approved)]
    [InlineData(CommentStatus.Spam)]
    [InlineData(CommentStatus.Trashed)]
    public async Task A_comment_keeps_its_status(CommentStatus status)
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        await blog.StoreAsync(blog.Said(post, with: comment => comment with { Status = status }));

        (await blog.ExportAsync()).Comments.Single().Status.Should().Be(status);
    }

    [Theory]
    [InlineData(CommentKind.Comment)]
    [InlineData(CommentKind.Pingback)]
    [InlineData(CommentKind.Trackback)]
    [InlineData(CommentKind.Webmention)]
    public async Task A_comment_keeps_its_kind(CommentKind kind)
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        await blog.StoreAsync(blog.Said(post, with: comment => comment with { Kind = kind }));

        (await blog.ExportAsync()).Comments.Single().Kind.Should().Be(kind);
    }

    [Fact]
    public async Task Comments_of_an_author_are_those_of_the_author()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        await blog.StoreAsync(blog.Said(post, with: comment => comment with
        {
            By = new Commenter { Kind = CommenterKind.Author, AuthorId = blog.Author.Id, Name = "Mara" },
        }));

        var export = await blog.ExportAsync();

        export.Comments.Single().AccountId.Should().Be(export.Items.OfType<ImportedAuthor>().Single().AccountId);
    }

    [Fact]
    public async Task A_thread_that_nobody_is_shown_is_held_there()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync(with: static post => post with { Comments = new PostCommentSettings { Mode = CommentMode.Hidden } });
        await blog.StoreAsync(blog.Said(post));

        var export = await blog.ExportAsync();

        export.Comments.Single().Status.Should().Be(CommentStatus.Pending);
        export.Post.AcceptsComments.Should().BeFalse();
        export.NotesOf(WxrItemKind.Comment).Should().Equal("status");
    }

    [Theory]
    [InlineData("> Quoted\n> words\n\nMine.", "<blockquote>Quoted\nwords</blockquote>\n\nMine.", "")]
    [InlineData("One  \ntwo\nthree", "One\ntwo\nthree", "")]
    [InlineData("- a\n- b\n\nEnd", "- a\n- b\n\nEnd", "li, ul")]
    [InlineData("3. a\n4. b", "3. a\n4. b", "li, ol")]
    [InlineData("- a\n\n  b\n- c", "- a\n\nb\n\n- c", "li, ul")]
    [InlineData("`x` ~~y~~ **z**", "<code>x</code> <del>y</del> <strong>z</strong>", "")]
    [InlineData("```\na\n\n  b\n```", "<code>a\n&nbsp;\n&nbsp;&nbsp;b</code>", "pre")]
    public async Task The_text_of_a_comment_is_one_that_WordPress_allows(string markdown, string text, string noted)
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        await blog.StoreAsync(blog.Said(post, markdown));

        var export = await blog.ExportAsync();

        export.Document.Descendants(WxrChecker.Wp + "comment_content").Single().Value.Should().Be(text);
        export.Report.Notes.Select(static note => note.Detail).Should().Equal(
            noted.Length == 0 ? [] : [$"WordPress allows commenters no {noted}; it says the same in other elements, or its text alone."]);
    }

    [Fact]
    public async Task A_comment_that_has_no_text_is_not_dropped_by_WordPress()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        await blog.StoreAsync(blog.Said(post, with: static comment => comment with { Html = "", PlainText = "" }));

        var export = await blog.ExportAsync();

        Shown.Text(export.Comments.Single().Body.Text).Should().Be("…");
        export.NotesOf(WxrItemKind.Comment).Should().Equal("text");
    }

    [Fact]
    public async Task A_thread_of_two_hundred_levels_keeps_them()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        var chain = new List<Comment>();
        for (var level = 0; level < 200; level++)
        {
            chain.Add(blog.Said(post, parent: chain.LastOrDefault()));
        }

        await blog.StoreAsync(chain);

        var comments = (await blog.ExportAsync()).Comments;

        comments.Select(static comment => comment.ParentId).Should().Equal([null, .. comments.SkipLast(1).Select(static comment => comment.OriginalId)]);
    }

    [Fact]
    public async Task Replies_to_a_withdrawn_comment_answer_the_one_above_it()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        var root = blog.Said(post, "Root.");
        var first = blog.Said(post, "Withdrawn.", root, static comment => comment with { Status = CommentStatus.Deleted });
        var second = blog.Said(post, "Withdrawn too.", first, static comment => comment with { Status = CommentStatus.Deleted });
        await blog.StoreAsync(root, first, second, blog.Said(post, "Reply.", second));

        var export = await blog.ExportAsync();

        export.Text.Should().NotContain("Withdrawn");
        export.Comments[1].ParentId.Should().Be(export.Comments[0].OriginalId);
        export.Report.Of(WxrItemKind.Comment).Should().Be(new WxrWriterCount(WxrItemKind.Comment, 2, 1, 2));
        export.NotesOf(WxrItemKind.Comment).Should().Equal("item", "item", "parent");
    }

    [Fact]
    public async Task Replies_to_an_erased_root_begin_threads_of_their_own()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        var root = blog.Said(post, "Root.");
        await blog.StoreAsync(root, blog.Said(post, "One.", root), blog.Said(post, "Two.", root));
        await blog.Get<ICommentChangeStore>().PurgeAsync(
            blog.Blog.Id, root.Id, 1, SampleData.Record(root, ModerationAction.Purged), CancellationToken.None);

        var export = await blog.ExportAsync();

        export.Comments.Select(static comment => comment.ParentId).Should().Equal(null, null);
        export.Report.Of(WxrItemKind.Comment).Should().Be(new WxrWriterCount(WxrItemKind.Comment, 2, 2, 1));
    }

    [Fact]
    public async Task Comments_that_are_not_approved_are_left_out_where_that_is_asked_for()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        var spam = blog.Said(post, "Spam.", with: static comment => comment with { Status = CommentStatus.Spam });
        await blog.StoreAsync(spam, blog.Said(post, "Reply.", spam));

        var export = await blog.ExportAsync(new WxrWriterOptions { ApprovedCommentsOnly = true });

        export.Comments.Should().ContainSingle().Which.ParentId.Should().BeNull();
        export.Report.Of(WxrItemKind.Comment).Should().Be(new WxrWriterCount(WxrItemKind.Comment, 1, 1, 1));
    }

    [Fact]
    public async Task A_comment_that_was_moved_below_a_later_one_comes_behind_it()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        var early = blog.Said(post, "Early.");
        var late = blog.Said(post, "Late.");
        await blog.StoreAsync(early, blog.Said(post, "Between.", early), late);
        await blog.Get<ICommentChangeStore>().RelocateAsync(
            new CommentRelocation
            {
                BlogId = blog.Blog.Id,
                CommentId = early.Id,
                Version = 1,
                PostId = post.Id,
                ParentId = late.Id,
                Record = SampleData.Record(early, ModerationAction.Moved),
            },
            CancellationToken.None);

        var comments = (await blog.ExportAsync()).Comments;

        comments.Select(static comment => Shown.Text(comment.Body.Text)).Should().Equal("Late.", "Early.", "Between.");
        comments.Select(static comment => comment.ParentId).Should().Equal(null, "1", "2");
    }

    [Fact]
    public async Task A_long_thread_is_read_page_by_page_and_sent_on_as_it_is_read()
    {
        const int Count = 20_000;
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        Comment? last = null;
        await blog.StoreAsync(Enumerable.Range(0, Count).Select(number =>
            last = blog.Data.Comment(post, number % 3 == 0 ? null : last)));
        using var output = new CountingStream();
        var pages = new List<(int Size, long SentBefore)>();
        blog.Threads = store => new WatchedThreads(store, page => pages.Add((page.Items.Length, output.Sent)));

        var report = (await blog.WriteAsync(output)).Value;

        report.Of(WxrItemKind.Comment).Written.Should().Be(Count);
        pages.Max(static page => page.Size).Should().BeLessThanOrEqualTo(100);
        output.Longest.Should().BeLessThan(1024 * 1024);
        pages[^1].SentBefore.Should().BeGreaterThan(output.Sent * 9 / 10, "nothing waits for the end");
    }

    [Fact]
    public async Task A_long_thread_that_is_cancelled_ends_with_its_page()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();
        await blog.StoreAsync(Enumerable.Range(0, 500).Select(_ => blog.Data.Comment(post)));
        using var cancelled = new CancellationTokenSource();
        var pages = 0;
        blog.Threads = store => new WatchedThreads(store, _ =>
        {
            if (++pages == 2)
            {
                cancelled.Cancel();
            }
        });

        var write = async () => await blog.WriteAsync(new MemoryStream(), cancellationToken: cancelled.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();
        pages.Should().Be(2);
    }

    [Fact]
    public async Task Comments_of_several_posts_are_numbered_through()
    {
        await using var blog = await ExportBlog.StartAsync();
        var first = await blog.AddAsync("One");
        var second = await blog.AddAsync("Two");
        await blog.StoreAsync(blog.Said(second), blog.Said(first), blog.Said(second));

        var comments = (await blog.ExportAsync()).Comments;

        comments.Select(static comment => (comment.PostId, comment.OriginalId)).Should().Equal(("1", "1"), ("2", "2"), ("2", "3"));
        int.Parse(comments[^1].OriginalId, CultureInfo.InvariantCulture).Should().Be(3);
    }

    private sealed class WatchedThreads(IModerationStore store, Action<Slice<ListedComment>> read) : IModerationStore
    {
        public Task<ModerationFacts> ReadFactsAsync(ModerationFactsQuery query, CancellationToken cancellationToken) =>
            store.ReadFactsAsync(query, cancellationToken);

        public async Task<Slice<ListedComment>> ListQueueAsync(QueueQuery query, CancellationToken cancellationToken)
        {
            var page = await store.ListQueueAsync(query, cancellationToken);
            read(page);
            return page;
        }

        public Task<System.Collections.Immutable.ImmutableArray<Comment>> ListHistoryAsync(
            HistoryQuery query, CancellationToken cancellationToken) => store.ListHistoryAsync(query, cancellationToken);

        public Task<System.Collections.Immutable.ImmutableArray<Comment>> ListRemovedAsync(
            BlogId blogId, CommentStatus status, DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
            store.ListRemovedAsync(blogId, status, before, limit, cancellationToken);
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Sent { get; private set; }

        public int Longest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Sent += buffer.Length;
            Longest = Math.Max(Longest, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
