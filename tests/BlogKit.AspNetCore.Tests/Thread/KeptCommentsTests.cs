using System.Text;
using BlogKit.AspNetCore.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The markup of a comment is made once, as long as nothing is different that it is made of.</summary>
public sealed class KeptCommentsTests : IDisposable
{
    private static readonly ThreadRow s_row = new()
    {
        Id = new CommentId(Guid.CreateVersion7()),
        PostId = new PostId(Guid.CreateVersion7()),
        RootId = new CommentId(Guid.CreateVersion7()),
        Name = "Max",
        Html = "<p>A comment.</p>",
        CreatedAt = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero),
        Reactions = [new ReactionCount("love", 2)],
    };

    private static readonly Dictionary<string, ThreadComment> s_changed = new(StringComparer.Ordinal)
    {
        [nameof(ThreadComment.ParentId)] = new(s_row with { ParentId = new CommentId(Guid.CreateVersion7()) }),
        [nameof(ThreadComment.Name)] = new(s_row with { Name = "Eva" }),
        [nameof(ThreadComment.CommenterKind)] = new(s_row with { CommenterKind = CommenterKind.User }),
        [nameof(ThreadComment.AuthorId)] = new(s_row with { AuthorId = new AuthorId(Guid.CreateVersion7()) }),
        [nameof(ThreadComment.IsPostAuthor)] = new(s_row) { IsPostAuthor = true },
        [nameof(ThreadComment.Url)] = new(s_row with { Url = new Uri("https://max.example.org/") }),
        [nameof(ThreadComment.AvatarUrl)] = new(s_row with { AvatarUrl = new Uri("https://max.example.org/face.png") }),
        [nameof(ThreadComment.Html)] = new(s_row with { Html = "<p>A comment!</p>" }),
        [nameof(ThreadComment.Kind)] = new(s_row with { Kind = CommentKind.Webmention }),
        [nameof(ThreadComment.CreatedAt)] = new(s_row with { CreatedAt = s_row.CreatedAt.AddMinutes(1) }),
        [nameof(ThreadComment.EditedAt)] = new(s_row with { EditedAt = s_row.CreatedAt.AddMinutes(1) }),
        [nameof(ThreadComment.IsPinned)] = new(s_row with { IsPinned = true }),
        [nameof(ThreadComment.UpVotes)] = new(s_row with { UpVotes = 1 }),
        [nameof(ThreadComment.DownVotes)] = new(s_row with { DownVotes = 1 }),
        [nameof(ThreadComment.Reactions)] = new(s_row with { Reactions = [new ReactionCount("love", 3)] }),
        [nameof(ThreadComment.Version)] = new(s_row with { Version = 7 }),
    };

    private static readonly Dictionary<string, ThreadComment> s_forOne = new(StringComparer.Ordinal)
    {
        [nameof(ThreadComment.Own)] = new(s_row) { Own = new OwnFeedback(Vote.Up, null) },
        [nameof(ThreadComment.IsOwn)] = new(s_row) { IsOwn = true },
        [nameof(ThreadComment.IsHeld)] = new(s_row) { IsHeld = true },
        [nameof(ThreadComment.EditableUntil)] = new(s_row) { EditableUntil = s_row.CreatedAt.AddMinutes(15) },
    };

    private readonly BlogKitInstruments _instruments = new();
    private readonly KeptComments _kept;

    public KeptCommentsTests() => _kept = Kept(new PageCacheOptions());

    public static TheoryData<string> Changes => [.. s_changed.Keys];

    public static TheoryData<string> ForOne => [.. s_forOne.Keys];

    [Fact]
    public async Task A_comment_read_again_is_not_made_again()
    {
        var first = await MakeAsync(new ThreadComment(s_row with { }));
        var second = await MakeAsync(new ThreadComment(s_row with { Reactions = [new ReactionCount("love", 2)] }));

        second.Should().BeSameAs(first);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_comment_that_differs_in_anything_is_made_anew(string member)
    {
        var first = await MakeAsync(new ThreadComment(s_row));

        (await MakeAsync(s_changed[member])).Should().NotBeSameAs(first);
    }

    [Fact]
    public void Every_member_of_a_comment_is_among_the_changes() =>
        typeof(ThreadComment).GetProperties().Select(static p => p.Name).Except([nameof(ThreadComment.Id)])
            .Should().BeEquivalentTo(s_changed.Keys.Concat(s_forOne.Keys));

    [Theory]
    [MemberData(nameof(ForOne))]
    public async Task What_only_one_reader_sees_is_not_kept(string member) =>
        (await _kept.MakeAsync(Thread(s_forOne[member]))).Made!.Comments.Should().BeEmpty();

    [Fact]
    public async Task A_comment_that_stands_out_is_not_kept() =>
        (await _kept.MakeAsync(Thread(new ThreadComment(s_row)) with { Highlighted = s_row.Id })).Made!.Comments.Should().BeEmpty();

    [Fact]
    public async Task An_answer_to_somebody_else_is_made_anew()
    {
        var first = await MakeAsync(new ThreadComment(s_row));

        var answer = Node(new ThreadComment(s_row)) with { AnswersTo = new ThreadAnswer(s_row.RootId, "Eva") };
        var second = (await _kept.MakeAsync(Thread(answer))).Made!.Comments[s_row.Id].Html.Value;

        second.Should().NotBeSameAs(first).And.Contain("Eva");
    }

    [Fact]
    public async Task A_page_in_other_surroundings_has_its_own()
    {
        var usual = Thread(new ThreadComment(s_row));
        ThreadModel[] others =
        [
            usual with { CanReply = true },
            usual with { IsStatic = true },
            usual with { PageUrl = "" },
            usual with { BlogId = new BlogId(Guid.CreateVersion7()) },
            usual with { Avatars = AvatarSource.Gravatar },
            usual with { Slug = Slug.Parse("another", null) },
            usual with { Reactions = [new ReactionKind("love", "❤", "Love")] },
            usual with { Text = new TextCatalog([]).For("pl") },
            usual with { Links = new BlogLinks("", "/weblog", null, "https://example.org") },
        ];
        var made = new HashSet<object>(ReferenceEqualityComparer.Instance);

        foreach (var thread in others.Prepend(usual))
        {
            made.Add((await _kept.MakeAsync(thread)).Made!.Comments[s_row.Id].Html.Value);
        }

        made.Should().HaveCount(others.Length + 1);
    }

    [Fact]
    public async Task Another_host_is_shown_the_same_markup_which_names_none()
    {
        var thread = Thread(new ThreadComment(s_row));
        var first = (await _kept.MakeAsync(thread)).Made!.Comments[s_row.Id].Html.Value;

        var other = thread with { Links = new BlogLinks("", "/blog", null, "https://example.net") };

        (await _kept.MakeAsync(other)).Made!.Comments[s_row.Id].Html.Value.Should().BeSameAs(first).And.NotContain("example.org");
    }

    [Fact]
    public async Task Nothing_is_kept_for_an_address_with_a_query_of_which_strangers_make_many() =>
        (await _kept.MakeAsync(Thread(new ThreadComment(s_row)) with { PageUrl = "/page?utm_source=x" })).Made.Should().BeNull();

    [Fact]
    public async Task A_view_that_changes_its_model_is_not_shown_what_was_made_for_another()
    {
        var thread = await _kept.MakeAsync(Thread(new ThreadComment(s_row)));

        var html = await Rendering.ToHtmlAsync<Components.ThreadView>(thread with { CanReply = true });

        html.Should().Contain("replyTo");
        (await Rendering.ToHtmlAsync<Components.ThreadView>(thread)).Should().NotContain("replyTo");
    }

    [Fact]
    public async Task A_comment_that_a_view_makes_stand_out_does()
    {
        var thread = await _kept.MakeAsync(Thread(new ThreadComment(s_row)));

        (await Rendering.ToHtmlAsync<Components.ThreadView>(thread with { Highlighted = s_row.Id })).Should().Contain("bk-highlighted");
    }

    [Fact]
    public async Task A_comment_that_a_view_hides_is_hidden()
    {
        var thread = await _kept.MakeAsync(Thread(new ThreadComment(s_row)));
        var hidden = thread.Page with { Roots = [thread.Page.Roots[0] with { Comment = null }] };

        (await Rendering.ToHtmlAsync<Components.ThreadView>(thread with { Page = hidden }))
            .Should().Contain("bk-tombstone").And.NotContain("A comment.");
    }

    [Fact]
    public async Task Nothing_is_kept_where_pages_are_not()
    {
        using var none = Kept(new PageCacheOptions { Enabled = false });

        (await none.MakeAsync(Thread(new ThreadComment(s_row)))).Made.Should().BeNull();
    }

    [Fact]
    public async Task A_page_is_the_same_whether_its_comments_were_kept()
    {
        var reply = Node(new ThreadComment(s_row with { Id = new CommentId(Guid.CreateVersion7()), Html = "<p>ß &amp; 😀</p>" })) with
        {
            Level = 2,
        };
        var thread = Thread(Node(new ThreadComment(s_row with { UpVotes = 3 })) with { Replies = [reply] });

        var plain = await Rendering.ToHtmlAsync<Components.ThreadView>(thread);
        await _kept.MakeAsync(thread);
        var kept = await _kept.MakeAsync(thread);

        kept.Made!.Comments.Should().HaveCount(2);
        (await Rendering.ToHtmlAsync<Components.ThreadView>(kept)).Should().Be(plain);
    }

    [Fact]
    public async Task A_full_house_goes_on_without_keeping_more()
    {
        using var small = Kept(new PageCacheOptions { CommentSizeLimit = 1024 * 1024 });
        var text = new StringBuilder().Append('x', 9_000).ToString();
        for (var i = 0; i < 200; i++)
        {
            var row = s_row with { Id = new CommentId(Guid.CreateVersion7()), Html = $"<p>{i} {text}</p>" };

            (await small.MakeAsync(Thread(new ThreadComment(row)))).Made!.Comments[row.Id].Html.Value.Should().Contain(row.Html);
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _instruments.Dispose();
    }

    private KeptComments Kept(PageCacheOptions options) => new(Options.Create(options), TimeProvider.System, _instruments);

    private static ThreadNode Node(ThreadComment comment) => new() { Id = comment.Id, Level = 1, Comment = comment };

    private static ThreadModel Thread(ThreadComment comment) => Thread(Node(comment));

    private static ThreadModel Thread(ThreadNode node) => new(
        new BlogLinks("", "/blog", null, "https://example.org"),
        Slug.Parse("a-post", null),
        CommentMarkup.NoPage(s_row.PostId) with { Roots = [node], RootCount = 1, ShownComments = 1 })
    {
        Title = "A post",
        Language = "en",
    };

    private async Task<string> MakeAsync(ThreadComment comment) =>
        (await _kept.MakeAsync(Thread(comment))).Made!.Comments[comment.Id].Html.Value;
}
