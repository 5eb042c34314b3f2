using BlogKit.Moderation;

namespace BlogKit.Tests.Comments;

public sealed class SubmissionTests
{
    [Fact]
    public async Task A_comment_is_stored_as_it_was_sent()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var submitted = (await blog.SubmitAsync(
            post, "Hello *there*.\r\n", with: c => c with { Url = "example.org", UserAgent = "agent", RemoteAddress = "::1" })).Value;

        submitted.Replayed.Should().BeFalse();
        (await blog.StoredAsync(submitted.Comment.Id)).Should().BeEquivalentTo(submitted.Comment);
        (submitted.Comment.Markdown, submitted.Comment.PlainText.Trim(), submitted.Comment.Version)
            .Should().Be(("Hello *there*.", "Hello there.", 1));
        submitted.Comment.By.Should().BeEquivalentTo(
            new { Kind = CommenterKind.Guest, Name = "Gus Guest", Email = "gus@example.org", Url = new Uri("https://example.org/") });
    }

    public static TheoryData<string, string> Invalid() => new()
    {
        { "Markdown", ErrorCodes.Required },
        { "Markdown of invisible characters", ErrorCodes.Required },
        { "Markdown too long", ErrorCodes.TooLong },
        { "Markdown with NUL", ErrorCodes.InvalidText },
        { "Markdown with half a pair", ErrorCodes.InvalidText },
        { "Name", ErrorCodes.Required },
        { "Name too long", ErrorCodes.TooLong },
        { "Name with NUL", ErrorCodes.InvalidText },
        { "Name with half a pair", ErrorCodes.InvalidText },
        { "Name over two lines", ErrorCodes.InvalidName },
        { "Name turned around", ErrorCodes.InvalidName },
        { "Email", ErrorCodes.Required },
        { "Email without at", ErrorCodes.InvalidEmail },
        { "Email with a name", ErrorCodes.InvalidEmail },
        { "Email with something invisible", ErrorCodes.InvalidEmail },
        { "Email without dot", ErrorCodes.InvalidEmail },
        { "Email with NUL", ErrorCodes.InvalidText },
        { "Email too long", ErrorCodes.TooLong },
        { "Url of a script", ErrorCodes.InvalidUrl },
        { "Url with a password", ErrorCodes.InvalidUrl },
        { "Url too long", ErrorCodes.TooLong },
        { "IdempotencyKey", ErrorCodes.OutOfRange },
        { "IdempotencyKey too long", ErrorCodes.OutOfRange },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Every_broken_rule_names_its_field_and_stores_nothing(string what, string code)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var result = await blog.SubmitAsync(post, with: c => Broken(c, what));

        result.ShouldFail(code, what.Split(' ')[0]);
        (await blog.Threads.CountAsync(post.BlogId, post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task All_broken_rules_are_told_at_once()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var result = await blog.SubmitAsync(post, "", with: c => c with { Name = "", Email = "x", Url = "ftp://x" });

        result.Errors.Select(e => e.Field).Should().BeEquivalentTo("Markdown", "Name", "Email", "Url");
    }

    [Theory]
    [InlineData("https://exam\u200cple.org")]
    [InlineData("https://exam\u200dple.org/a")]
    [InlineData("exa\u00admple.org")]
    [InlineData("https://example\u2060.org")]
    [InlineData("https://exam%E2%80%8Cple.org")]
    public async Task A_website_whose_host_has_a_character_that_nobody_sees_is_refused(string url)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post, with: c => c with { Url = url })).Errors.Should().ContainSingle(e => e.Field == "Url");
        (await blog.SubmitAsync(post, with: c => c with { Email = "an\u200cn@example.org" })).Errors
            .Should().ContainSingle(e => e.Field == "Email");
        (await blog.CommentAsync(post, with: c => c with { Url = "https://fa.example.org/می\u200cخواهم" })).By.Url
            .Should().NotBeNull("in a path it is a letter of its script");
    }

    [Fact]
    public async Task Limits_are_options()
    {
        await using var blog = await TestBlog.StartAsync(o =>
        {
            o.Comments.MaximumLength = 5;
            o.Comments.RequireEmail = false;
            o.Comments.RequireName = false;
            o.Comments.AnonymousName = "Somebody";
        });
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post, "123456")).ShouldFail(ErrorCodes.TooLong, "Markdown");
        (await blog.CommentAsync(post, "12345", with: c => c with { Name = null, Email = null })).By.Name.Should().Be("Somebody");
    }

    [Fact]
    public async Task A_user_agent_is_cut_without_dividing_a_character()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.MaximumUserAgentLength = 4);
        var post = await blog.PublishAsync();

        var comment = await blog.CommentAsync(post, with: c => c with { UserAgent = "abc🐝d", RemoteAddress = "a\0b" });

        (comment.UserAgent, comment.RemoteAddress).Should().Be(("abc", "a b"));
    }

    [Fact]
    public async Task A_post_that_is_not_there_takes_no_comment()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Comments.SubmitAsync(
            new NewComment(blog.Blog.Id, new PostId(Guid.NewGuid()), "Hi") { Name = "G", Email = "g@example.org" }, Actor.Anonymous))
            .ShouldFail(ErrorCodes.PostNotFound);
    }

    [Theory]
    [InlineData(PostStatus.Draft)]
    [InlineData(PostStatus.PendingReview)]
    [InlineData(PostStatus.Scheduled)]
    [InlineData(PostStatus.Private)]
    [InlineData(PostStatus.Archived)]
    public async Task A_post_readers_cannot_open_takes_no_comment(PostStatus status)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync();
        post = status is PostStatus.Draft ? post : (await Posts.LifecycleTests.ChangeAsync(blog, post, status, blog.EditorActor)).Value;

        (await blog.SubmitAsync(post)).ShouldFail(ErrorCodes.PostNotFound);
    }

    [Theory]
    [InlineData(CommentMode.Closed)]
    [InlineData(CommentMode.Hidden)]
    public async Task A_thread_closed_by_hand_takes_no_comment_not_even_from_a_moderator(CommentMode mode)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: p => p with { Comments = new PostCommentSettings { Mode = mode } });

        (await blog.SubmitAsync(post)).ShouldFail(ErrorCodes.CommentsClosed);
        (await blog.SubmitAsync(post, actor: blog.EditorActor)).ShouldFail(ErrorCodes.CommentsClosed);
    }

    [Fact]
    public async Task A_thread_closes_when_its_days_are_over()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: p => p with { Comments = new PostCommentSettings { CloseAfterDays = 14 } });

        blog.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromTicks(1));
        (await blog.SubmitAsync(post)).Succeeded.Should().BeTrue();
        blog.Clock.Advance(TimeSpan.FromTicks(1));
        (await blog.SubmitAsync(post)).ShouldFail(ErrorCodes.CommentsClosed);
    }

    [Fact]
    public async Task Closing_after_more_days_than_a_calendar_has_never_closes()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: p => p with { Comments = new PostCommentSettings { CloseAfterDays = int.MaxValue } });

        (await blog.SubmitAsync(post)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task The_blogs_settings_hold_where_the_post_has_none()
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.Blogs.UpdateAsync(blog.Blog with { Comments = new CommentSettings { Mode = CommentMode.Closed } }, Actor.System);
        var inherits = await blog.PublishAsync("One");
        var opens = await blog.PublishAsync("Two", with: p => p with { Comments = new PostCommentSettings { Mode = CommentMode.Open } });

        (await blog.SubmitAsync(inherits)).ShouldFail(ErrorCodes.CommentsClosed);
        (await blog.SubmitAsync(opens)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_full_thread_is_closed_but_not_for_moderators()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: p => p with { Comments = new PostCommentSettings { CloseAfterCount = 1 } });
        await blog.CommentAsync(post);

        (await blog.SubmitAsync(post)).ShouldFail(ErrorCodes.CommentsClosed);
        (await blog.SubmitAsync(post, actor: blog.EditorActor)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_thread_takes_exactly_its_count_however_many_submit_at_once()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: p => p with { Comments = new PostCommentSettings { CloseAfterCount = 10 } });

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
            blog.SubmitAsync(post, with: c => c with { Email = $"g{i}@example.org" }))));

        results.Count(r => r.Succeeded).Should().Be(10);
        results.Where(r => !r.Succeeded).Should().OnlyContain(r => r.Error!.Code == ErrorCodes.CommentsClosed);
    }

    [Fact]
    public async Task Guests_are_told_to_sign_in_before_anything_else_is_asked_of_them()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.AllowGuests = false);
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post, with: c => c with { Name = null, Email = null })).ShouldFail(ErrorCodes.SignInRequired);
        (await blog.SubmitAsync(post, actor: Actor.User("u1", "Una"))).Succeeded.Should().BeTrue();
    }

    [Theory]
    [InlineData("trashed")]
    [InlineData("pending")]
    [InlineData("spam")]
    [InlineData("withdrawn")]
    [InlineData("purged")]
    [InlineData("missing")]
    [InlineData("elsewhere")]
    public async Task A_reply_to_what_is_not_shown_here_is_refused(string parent)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, actor: Actor.User("u1", "Una"));
        var target = post;
        switch (parent)
        {
            case "trashed": await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, blog.EditorActor); break;
            case "pending": await blog.Moderation.HoldAsync(comment.BlogId, comment.Id, blog.EditorActor); break;
            case "spam": await blog.Moderation.MarkSpamAsync(comment.BlogId, comment.Id, blog.EditorActor); break;
            case "withdrawn": await blog.Comments.WithdrawAsync(comment.BlogId, comment.Id, Actor.User("u1", "Una"), 1); break;
            case "purged": await blog.Moderation.PurgeAsync(comment.BlogId, comment.Id, blog.EditorActor); break;
            case "missing": comment = comment with { Id = new CommentId(Guid.NewGuid()) }; break;
            default: target = await blog.PublishAsync("Other"); break;
        }

        (await blog.SubmitAsync(target, parent: comment.Id)).ShouldFail(ErrorCodes.ParentNotShown, "ParentId");
    }

    [Fact]
    public async Task A_reply_below_a_tombstone_is_taken()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: root.Id);
        await blog.Moderation.TrashAsync(root.BlogId, root.Id, blog.EditorActor);

        (await blog.SubmitAsync(post, parent: reply.Id)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task Replies_go_as_deep_as_the_options_say()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.MaximumDepth = 2);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var one = await blog.CommentAsync(post, parent: root.Id);
        var two = await blog.CommentAsync(post, parent: one.Id);

        two.Depth.Should().Be(2);
        (await blog.SubmitAsync(post, parent: two.Id)).ShouldFail(ErrorCodes.TooDeep, "ParentId");
    }

    [Theory]
    [InlineData("Edith Editor")]
    [InlineData("EDITH editor")]
    [InlineData("  Edith   Editor ")]
    [InlineData("Ｅｄｉｔｈ Editor")]
    [InlineData("Edith\u200B Editor")]
    [InlineData("Edi\u00ADth Editor")]
    [InlineData("Edith\uFE0F Editor")]
    [InlineData("Edith\u3164 Editor")]
    [InlineData("Edith\u034F Editor")]
    public async Task No_guest_takes_an_authors_name(string name)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post, with: c => c with { Name = name })).ShouldFail(ErrorCodes.NameIsAuthors, "Name");
    }

    [Theory]
    [InlineData("edith@example.org")]
    [InlineData(" EDITH@Example.ORG ")]
    [InlineData("ｅdith@example.org")]
    public async Task No_guest_takes_an_authors_address(string email)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post, with: c => c with { Email = email })).ShouldFail(ErrorCodes.EmailIsAuthors, "Email");
    }

    [Fact]
    public async Task An_author_comments_under_their_own_name()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var post = await blog.PublishAsync();

        var comment = await blog.CommentAsync(post, actor: blog.EditorActor);

        (comment.By.Kind, comment.By.Name, comment.By.AuthorId, comment.Status).Should()
            .Be((CommenterKind.Author, "Edith Editor", blog.Editor.Id, CommentStatus.Approved));
    }

    [Fact]
    public async Task An_author_of_another_blog_is_no_author_here()
    {
        await using var blog = await TestBlog.StartAsync();
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var stranger = Actor.Author(await blog.AuthorAsync("Stranger", blogId: other.Id));
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post, actor: stranger)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_user_of_the_application_comments_as_themselves()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var user = Actor.User("u1", "Una", "una@example.org", new Uri("https://example.org/una.png"));

        var comment = await blog.CommentAsync(post, actor: user, with: c => c with { Name = "Somebody else", Email = "else@example.org" });

        comment.By.Should().Be(new Commenter
        {
            Kind = CommenterKind.User,
            Name = "Una",
            Email = "una@example.org",
            AvatarUrl = new Uri("https://example.org/una.png"),
            UserKey = "u1",
        });
        comment.OwnerKey.Should().Be(ActorKey.User("u1"));
    }

    [Fact]
    public async Task What_a_host_says_of_its_user_is_made_fit_to_be_stored()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.MaximumNameLength = 6);
        var post = await blog.PublishAsync();

        var comment = await blog.CommentAsync(
            post, actor: Actor.User("u1", "U\0n\u202Ea\nlong name", "not an address", new Uri("javascript:x")));

        (comment.By.Name, comment.By.Email, comment.By.AvatarUrl).Should().Be(("U n a", null, null));
    }

    [Fact]
    public async Task A_preview_renders_and_stores_nothing()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        (await blog.Comments.PreviewAsync(post.BlogId, post.Id, "Hello *there*")).Value.Html.Should().Contain("<em>there</em>");
        (await blog.Comments.PreviewAsync(post.BlogId, post.Id, "")).ShouldFail(ErrorCodes.Required, "Markdown");
        (await blog.Threads.CountAsync(post.BlogId, post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task Mentions_lead_to_those_who_take_part()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var first = await blog.CommentAsync(post, with: c => c with { Name = "Marta" });

        var answer = await blog.CommentAsync(post, "Thanks @Marta!");

        answer.Html.Should().Contain(first.Id.ToString());
    }

    [Fact]
    public async Task A_cancelled_submission_stores_nothing()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var act = () => blog.Comments.SubmitAsync(
            new NewComment(post.BlogId, post.Id, "Hi") { Name = "G", Email = "g@example.org" },
            Actor.Anonymous,
            new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        (await blog.Threads.CountAsync(post.BlogId, post.Id)).Should().Be(ThreadCounts.None);
    }

    private static NewComment Broken(NewComment c, string what) => what switch
    {
        "Markdown" => c with { Markdown = " \n\t" },
        "Markdown of invisible characters" => c with { Markdown = "\u200B\u2060\uFE0F" },
        "Markdown too long" => c with { Markdown = new string('x', 10_001) },
        "Markdown with NUL" => c with { Markdown = "a\0b" },
        "Markdown with half a pair" => c with { Markdown = "a\uDC1D" },
        "Name" => c with { Name = "\u200B " },
        "Name too long" => c with { Name = new string('x', 101) },
        "Name with NUL" => c with { Name = "a\0b" },
        "Name with half a pair" => c with { Name = "a\uD83D" },
        "Name over two lines" => c with { Name = "a\nb" },
        "Name turned around" => c with { Name = "a\u202Eb" },
        "Email" => c with { Email = " " },
        "Email without at" => c with { Email = "example.org" },
        "Email with a name" => c with { Email = "Gus <gus@example.org>" },
        "Email with something invisible" => c with { Email = "gus\u200B@example.org" },
        "Email without dot" => c with { Email = "gus@localhost" },
        "Email with NUL" => c with { Email = "gus\0@example.org" },
        "Email too long" => c with { Email = new string('x', 250) + "@example.org" },
        "Url of a script" => c with { Url = "javascript:alert(1)" },
        "Url with a password" => c with { Url = "https://user:pass@example.org" },
        "Url too long" => c with { Url = "https://example.org/" + new string('x', 500) },
        "IdempotencyKey" => c with { IdempotencyKey = "" },
        _ => c with { IdempotencyKey = new string('x', 201) },
    };
}
