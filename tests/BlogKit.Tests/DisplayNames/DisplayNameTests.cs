using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Tests.DisplayNames;

public sealed class DisplayNameTests : IAsyncLifetime
{
    private TestBlog _blog = null!;
    private Post _post = null!;

    private static Actor Nameless => Actor.User("42", "zoe@mail.example", "zoe@mail.example");

    private DisplayNameService Names => _blog.Get<DisplayNameService>();

    public async Task InitializeAsync()
    {
        _blog = await TestBlog.StartAsync();
        _post = await _blog.PublishAsync();
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_user_without_a_name_is_called_what_they_chose_with_their_first_comment_from_then_on()
    {
        (await SayAsync("Before")).By.Name.Should().Be("Member");
        (await SayAsync("First", "  Zoe Ångström ")).By.Name.Should().Be("Zoe Ångström");
        (await SayAsync("Second")).By.Name.Should().Be("Zoe Ångström");
        (await SayAsync("Third", "Another")).By.Name.Should().Be("Zoe Ångström", "a form that was opened before does not rename");

        (await Names.FindAsync(_blog.Blog.Id, "42"))!.Name.Should().Be("Zoe Ångström");
    }

    [Fact]
    public async Task The_name_is_the_blogs_own()
    {
        await SayAsync("First", "Zoe");
        var other = (await _blog.Blogs.CreateAsync(new NewBlog("other", "Another"), Actor.System)).Value;

        (await Names.FindAsync(other.Id, "42")).Should().BeNull();
    }

    [Theory]
    [InlineData("zoe@mail.example", ErrorCodes.NameIsAddress)]
    [InlineData("zoe@", ErrorCodes.NameIsAddress)]
    [InlineData("zoe＠mail", ErrorCodes.NameIsAddress)]
    [InlineData("zoe%40mail.example", ErrorCodes.NameIsAddress)]
    [InlineData("Edith Editor", ErrorCodes.NameIsAuthors)]
    [InlineData(" ｅｄｉｔｈ   EDITOR\u200B", ErrorCodes.NameIsAuthors)]
    [InlineData("Zoe\u202Eeoz", ErrorCodes.InvalidName)]
    [InlineData("Zoe\nYan", ErrorCodes.InvalidName)]
    [InlineData("Zoe\0", ErrorCodes.InvalidText)]
    public async Task A_name_that_is_against_the_rules_is_refused_at_its_field_and_nothing_is_kept(string name, string code)
    {
        (await SubmitAsync("Text", name)).ShouldFail(code, nameof(NewComment.DisplayName));
        (await Names.ChooseAsync(_blog.Blog.Id, name, Nameless)).ShouldFail(code, nameof(NewComment.DisplayName));

        (await _blog.CountShownAsync(_post)).Should().Be(0);
        (await Names.FindAsync(_blog.Blog.Id, "42")).Should().BeNull();
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused()
    {
        (await SubmitAsync("Text", new string('z', 101))).ShouldFail(ErrorCodes.TooLong, nameof(NewComment.DisplayName));
        (await Names.ChooseAsync(
            _blog.Blog.Id, new string('z', 101), Nameless)).ShouldFail(ErrorCodes.TooLong, nameof(NewComment.DisplayName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u200B")]
    public async Task Nothing_is_not_chosen_as_a_name(string name)
    {
        (await Names.ChooseAsync(_blog.Blog.Id, name, Nameless)).ShouldFail(ErrorCodes.Required, nameof(NewComment.DisplayName));
    }

    [Fact]
    public async Task A_name_that_became_an_authors_is_not_used_any_more()
    {
        await SayAsync("First", "Zoe");
        await _blog.AuthorAsync("ZOE");

        (await SubmitAsync("Second", null)).ShouldFail(ErrorCodes.NameIsAuthors, nameof(NewComment.DisplayName));
    }

    [Fact]
    public async Task Who_has_a_name_keeps_it()
    {
        var named = Actor.User("43", "Yan");

        (await _blog.SubmitAsync(_post, actor: named, with: static c => c with { DisplayName = "Ignored" })).Value.Comment.By.Name
            .Should().Be("Yan");
        (await _blog.SubmitAsync(_post, "Of a guest.", with: static c => c with { DisplayName = "Ignored" })).Value.Comment.By.Name
            .Should().Be("Gus Guest");
        (await _blog.SubmitAsync(
            _post, "Of an author.", actor: _blog.EditorActor, with: static c => c with { DisplayName = "Ignored" })).Value.Comment.By.Name
            .Should().Be("Edith Editor");

        (await Names.FindAsync(_blog.Blog.Id, "43")).Should().BeNull();
        (await Names.ChooseAsync(_blog.Blog.Id, "Yves", named)).ShouldFail(ErrorCodes.NotAllowed);
        (await Names.ChooseAsync(_blog.Blog.Id, "Yves", _blog.EditorActor)).ShouldFail(ErrorCodes.NotAllowed);
        (await Names.ChooseAsync(_blog.Blog.Id, "Yves", Actor.Anonymous)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_changed_name_is_that_of_later_comments()
    {
        var first = await SayAsync("First", "Zoe");

        (await Names.ChooseAsync(_blog.Blog.Id, " Zora ", Nameless)).Value.Name.Should().Be("Zora");

        (await SayAsync("Second")).By.Name.Should().Be("Zora");
        (await _blog.StoredAsync(first.Id)).By.Name.Should().Be("Zoe");
    }

    [Fact]
    public async Task The_user_and_moderators_forget_a_name_and_nobody_else()
    {
        var moderator = Actor.Author(await _blog.AuthorAsync("Max", BlogRoles.Moderator));
        await SayAsync("First", "Zoe");

        (await Names.ForgetAsync(_blog.Blog.Id, "42", Actor.User("43", "Yan"))).ShouldFail(ErrorCodes.NotAllowed);
        (await Names.ForgetAsync(_blog.Blog.Id, "42", Actor.Anonymous)).ShouldFail(ErrorCodes.NotAllowed);
        (await Names.ForgetAsync(_blog.Blog.Id, "42", Nameless)).Value.Should().BeTrue();
        (await SayAsync("Second")).By.Name.Should().Be("Member");

        await SayAsync("Third", "Zora");
        (await Names.ForgetAsync(_blog.Blog.Id, "42", moderator)).Value.Should().BeTrue();
        (await Names.ForgetAsync(_blog.Blog.Id, "42", moderator)).Value.Should().BeFalse();
    }

    [Fact]
    public async Task A_moderator_forgets_the_name_of_a_comments_writer_and_the_log_says_so()
    {
        var moderator = Actor.Author(await _blog.AuthorAsync("Max", BlogRoles.Moderator));
        var moderation = _blog.Get<ModerationService>();
        var first = await SayAsync("First", "Zoe");

        (await moderation.ForgetNameAsync(first.BlogId, first.Id, Nameless)).ShouldFail(ErrorCodes.NotAllowed);
        (await moderation.ForgetNameAsync(first.BlogId, first.Id, moderator, version: first.Version + 7)).ShouldFail(ErrorCodes.Changed);
        (await Names.FindAsync(_blog.Blog.Id, "42")).Should().NotBeNull("what is refused changes nothing");

        var told = (await moderation.ForgetNameAsync(first.BlogId, first.Id, moderator, reason: "It offends.")).Value;

        (told.Status, told.By.Name).Should().Be((CommentStatus.Approved, "Zoe"));
        (await Names.FindAsync(_blog.Blog.Id, "42")).Should().BeNull();
        (await SayAsync("Second")).By.Name.Should().Be("Member");
        var record = (await _blog.Get<IModerationLogStore>().ListAllOfCommentAsync(first.BlogId, first.Id, default))[^1];
        record.Should().BeEquivalentTo(new
        {
            Action = ModerationAction.NameForgotten,
            ActorKey = moderator.Key,
            Reason = "It offends.",
            From = CommentStatus.Approved,
            To = CommentStatus.Approved,
        });
        (await moderation.ForgetNameAsync(first.BlogId, first.Id, moderator)).ShouldFail(ErrorCodes.NameNotFound);
        (await moderation.UndoLastAsync(first.BlogId, first.Id, moderator)).ShouldFail(ErrorCodes.NotUndoable);
    }

    [Fact]
    public async Task What_was_decided_before_a_name_was_forgotten_is_undone_and_told_as_ever()
    {
        var moderator = Actor.Author(await _blog.AuthorAsync("Max", BlogRoles.Moderator));
        var moderation = _blog.Get<ModerationService>();
        var first = await SayAsync("First", "Zoe");
        await moderation.HoldAsync(first.BlogId, first.Id, moderator, reason: "Let me think.");

        (await moderation.ForgetNameAsync(first.BlogId, first.Id, moderator)).EnsureSucceeded();

        (await _blog.Get<ModerationQueueService>().GetCaseAsync(new QueueFilter(_blog.Blog.Id), first.Id, moderator)).Value.Why.Sentence
            .Should().StartWith("Held by ").And.Contain("Let me think.");
        (await moderation.UndoLastAsync(first.BlogId, first.Id, moderator)).Value.Status.Should().Be(CommentStatus.Approved);
    }

    [Fact]
    public async Task First_comments_at_once_have_one_name()
    {
        var comments = await Task.WhenAll(
            Enumerable.Range(1, 12).Select(number => Task.Run(() => SayAsync($"Text {number}", $"Name {number}"))));

        var kept = (await Names.FindAsync(_blog.Blog.Id, "42"))!.Name;
        comments.Select(static c => c.By.Name).Distinct().Should().Equal(kept);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_comment_whatever_became_of_the_name()
    {
        var first = (await SubmitAsync("Text", "Zoe", "key")).Value;
        await Names.ChooseAsync(_blog.Blog.Id, "Zora", Nameless);

        var again = (await SubmitAsync("Text", "Zoe", "key")).Value;

        (again.Comment.Id, again.Replayed).Should().Be((first.Comment.Id, true));
    }

    [Fact]
    public async Task A_comment_that_is_refused_leaves_no_name()
    {
        await using var blog = await TestBlog.StartAsync(
            static o => o.Moderation.UsePreset(ModerationPreset.None), static kit => kit.AddModerationPolicy<RejectsEverything>());
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post, actor: Nameless, with: static c => c with { DisplayName = "Zoe" })).ShouldFail(ErrorCodes.Rejected);

        (await blog.Get<DisplayNameService>().FindAsync(blog.Blog.Id, "42")).Should().BeNull();
    }

    [Fact]
    public async Task Erasing_all_that_somebody_wrote_erases_their_name()
    {
        var comment = await SayAsync("First", "Zoe");

        (await _blog.Moderation.PurgeAsync(comment.BlogId, comment.Id, _blog.EditorActor, comment.Version, null)).Succeeded
            .Should().BeTrue();

        (await Names.FindAsync(_blog.Blog.Id, "42")).Should().BeNull();
    }

    [Fact]
    public void An_actor_says_where_their_name_comes_from()
    {
        Nameless.NameSource.Should().Be(NameSource.Neutral);
        Actor.User("43", "Yan").NameSource.Should().Be(NameSource.Application);
        Nameless.WithChosenName("Zoe")
            .Should().BeEquivalentTo(new { Name = "Zoe", NameSource = NameSource.Chosen, Key = ActorKey.User("42"), UserKey = "42" });
        Nameless.WithNeutralName("Mitglied").Should().BeEquivalentTo(new { Name = "Mitglied", NameSource = NameSource.Neutral });
        FluentActions.Invoking(static () => Nameless.WithChosenName("zoe@mail")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => Actor.User("43", "Yan").WithChosenName("Zoe")).Should().Throw<InvalidOperationException>();
    }

    private async Task<Comment> SayAsync(string text, string? name = null) => (await SubmitAsync(text, name)).Value.Comment;

    private Task<Result<SubmittedComment>> SubmitAsync(string text, string? name, string? key = null) =>
        _blog.Comments.SubmitAsync(new NewComment(_post.BlogId, _post.Id, text) { DisplayName = name, IdempotencyKey = key }, Nameless);

    private sealed class RejectsEverything : IModerationPolicy
    {
        public string Name => "rejects-everything";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(
            ModerationContext context, CancellationToken cancellationToken) => new(new ModerationFinding
            {
                Code = "said",
                Reason = "Everything is rejected.",
                Outcome = ModerationOutcome.Reject,
            });
    }
}
