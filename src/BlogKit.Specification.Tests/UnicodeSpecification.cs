using Xunit;

namespace BlogKit.Specification;

/// <summary>Every text survives as it is, code unit by code unit; what cannot be stored is refused.</summary>
public abstract class UnicodeSpecification : StoreSpecification
{
    /// <summary>Texts that stores have been known to spoil.</summary>
    public static TheoryData<string> Texts { get; } = new()
    {
        "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🐝",
        "שלום \u202Eעולם\u202C and العربية",
        "e\u0301 \u00E9 Z\u0363\u0351\u036B\u0343alg\u035Fo",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠜎𠜱 \U0010FFFF",
        "\u0001\u001F tab\tline\r\nend \u2028 \uFEFF \uFFFD \uFFFF",
        "'; DROP TABLE comments; -- \"quoted\" \\ % _ $1 @p {0}",
        "   leading and trailing   ",
        "İstanbul ıI ß ẞ ﬁ Ω Ω",
    };

    /// <summary>A comment's text, name and keys.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_comment_keeps_any_text(string text)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);

        var comment = await Store.AddCommentAsync(Sample, post, change: c => c with
        {
            Markdown = text,
            Html = $"<p>{text}</p>",
            PlainText = text,
            By = new Commenter { Kind = CommenterKind.User, Name = text, UserKey = text },
            OwnerKey = $"user:{text}",
            UserAgent = text,
            RemoteAddress = text,
            Appeal = new CommentAppeal(text, SampleData.Now),
            Decision = c.Decision with
            {
                PolicySet = text,
                Findings = [c.Decision.Findings[0] with { Reason = text, PublicReason = text, Details = [new FindingDetail("term", text)] }],
            },
        }).ConfigureAwait(false);
        await Store.Feedback.SetReactionAsync(comment.Id, text, "like", default).ConfigureAwait(false);

        Same.Content(comment with { Reactions = [new ReactionCount("like", 1)] }, await Store.GetAsync(comment.Id).ConfigureAwait(false));
        Assert.Single(await Store.Feedback.ReadOwnAsync([comment.Id], text, default).ConfigureAwait(false));
        var facts = await Store.Comments.ReadIntakeAsync(new IntakeQuery { PostId = post.Id, HistoryKey = comment.By.HistoryKey }, default).ConfigureAwait(false);
        Assert.Equal(1, facts.History.Approved);
        Assert.Equal(comment.By.Name, (await Store.Threads.ListParticipantsAsync(post.Id, 1, default).ConfigureAwait(false)).Single().Name);
    }

    /// <summary>Flags, bans, models and the log; and what is asked for by a text is found by it.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Moderation_keeps_any_text(string text)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post, change: c => c with
        {
            By = new Commenter { Kind = CommenterKind.User, Name = "U", UserKey = text },
            RemoteAddress = text,
        }).ConfigureAwait(false);
        var flag = SampleData.Flag(comment.Id, text) with { Note = text };
        var ban = SampleData.Ban(post.BlogId, $"user:{text}") with { Reason = text, ActorKey = text };
        var record = SampleData.Record(comment, ModerationAction.Held, comment.Status) with
        {
            ActorKey = text,
            Reason = text,
            Shadows = [new ShadowVerdict(text, comment.Decision)],
        };

        await Store.Flags.SetFlagAsync(flag, default).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(ban, default).ConfigureAwait(false);
        await Store.Learning.SaveModelAsync(SampleData.Model(text), default).ConfigureAwait(false);
        await Store.Comments.UpdateAsync(new CommentChange(comment, record), default).ConfigureAwait(false);

        Same.Content([flag], await Store.Flags.ListFlagsAsync(comment.Id, default).ConfigureAwait(false));
        Same.Content([ban], await Store.Bans.ListBansAsync(post.BlogId, null, 5, default).ConfigureAwait(false));
        Assert.Equal(1, await Store.Learning.FindModelVersionAsync(text, default).ConfigureAwait(false));
        var log = await Store.ModerationLog.ListAsync(new LogQuery { BlogId = post.BlogId, ActorKey = text, Size = 5 }, default).ConfigureAwait(false);
        Same.Content([record], log.Select(static r => r with { Position = 0 }).ToArray());
        var facts = await Store.Moderation.ReadFactsAsync(
            new ModerationFactsQuery
            {
                BlogId = post.BlogId,
                PostId = post.Id,
                Activity = [new ActivityWindow(ActivityScope.Address, text, SampleData.Now), new ActivityWindow(ActivityScope.Writer, $"user:{text}", SampleData.Now)],
                BanKeys = [$"user:{text}"],
                Now = SampleData.Now,
            },
            default).ConfigureAwait(false);
        Assert.Equal([1, 1], facts.Activity.Select(static a => a.Comments));
        Same.Content(ban, facts.Ban);
    }

    /// <summary>A post's title, text and tags.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_post_keeps_any_text(string text)
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);

        var post = await Store.AddPostAsync(Sample, blog, p => p with
        {
            Title = text,
            Slug = Slug.From(text),
            Markdown = text,
            Excerpt = text,
            Tags = [new Tag(text, Slug.From(text))],
            Rendered = p.Rendered with { PlainText = text, Headings = [new Heading(2, text, "a")] },
        }).ConfigureAwait(false);

        Same.Content(post, await Store.Posts.FindAsync(post.Id, default).ConfigureAwait(false));
        Same.Content(new PostBySlug(post, true), await Store.Posts.FindBySlugAsync(blog.Id, post.Slug, default).ConfigureAwait(false));
    }

    /// <summary>U+0000 ends a text in too many places to be let in.</summary>
    [Fact]
    public async Task A_comment_with_a_nul_is_refused_and_changes_nothing()
    {
        const string Nul = "a\0b";
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var stored = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var fresh = Sample.Comment(post);
        Func<Comment, Comment>[] spoilings =
        [
            static c => c with { Markdown = Nul },
            static c => c with { Html = Nul },
            static c => c with { PlainText = Nul },
            static c => c with { By = c.By with { Name = Nul } },
            static c => c with { UserAgent = Nul },
            static c => c with { Appeal = new CommentAppeal(Nul, SampleData.Now) },
        ];
        foreach (var spoil in spoilings)
        {
            await RefusedAsync(() => Store.Comments.AddAsync(SampleData.Addition(spoil(fresh)), default)).ConfigureAwait(false);
            await RefusedAsync(() => Store.Comments.UpdateAsync(new CommentChange(spoil(stored), null), default)).ConfigureAwait(false);
            await RefusedAsync(() => Store.Comments.ImportAsync([Sample.Comment(post), spoil(fresh)], default)).ConfigureAwait(false);
        }

        Assert.Null(await Store.Comments.FindAsync(fresh.Id, default).ConfigureAwait(false));
        Same.Content(stored, await Store.GetAsync(stored.Id).ConfigureAwait(false));
        Assert.Equal(1, (await Store.Threads.CountAsync(post.Id, default).ConfigureAwait(false)).Approved);
        await new StoreCheck(Store, "after refused texts").EverythingAsync().ConfigureAwait(false);

        static Task RefusedAsync(Func<Task> store) => Assert.ThrowsAnyAsync<ArgumentException>(store);
    }
}
