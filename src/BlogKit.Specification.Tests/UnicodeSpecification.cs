using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests that every text is kept as it is, code unit by code unit, and that texts which cannot be stored are refused.</summary>
public abstract class UnicodeSpecification : StoreSpecification
{
    /// <summary>Texts that stores have been known to damage.</summary>
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

    /// <summary>Text, name and keys of a comment are kept.</summary>
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
            OwnerKey = ActorKey.User($"{text}"),
            UserAgent = text,
            RemoteAddress = text,
            Hold = new CommentHold { By = CommentHolder.Moderator, Reason = text, OutcomeBefore = ModerationOutcome.Approve },
            Appeal = new CommentAppeal(text, SampleData.Now),
            Decision = c.Decision with
            {
                PolicySet = text,
                Findings =
                    [c.Decision.Findings[0] with { Reason = text, PublicReason = text, Details = [new FindingDetail("term", text)] }],
            },
        }).ConfigureAwait(false);
        await Store.Feedback.SetReactionAsync(comment.BlogId, comment.Id, ActorKey.Parse(text), "like", default).ConfigureAwait(false);

        Same.Content(
            comment with { Reactions = [new ReactionCount("like", 1)] },
            await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
        Assert.Single(await Store.Feedback.ReadOwnAsync(comment.BlogId, [comment.Id], ActorKey.Parse(text), default).ConfigureAwait(false));
        var facts = await Store.CommentIntake.ReadIntakeAsync(
            new IntakeQuery { BlogId = post.BlogId, PostId = post.Id, HistoryKey = comment.By.HistoryKey }, default).ConfigureAwait(false);
        Assert.Equal(1, facts.History.Approved);
        Assert.Equal(
            comment.By.Name,
            (await Store.Threads.ListParticipantsAsync(post.BlogId, post.Id, 1, default).ConfigureAwait(false)).Single().Name);
    }

    /// <summary>The texts of flags, bans, models and the log are kept, and found by.</summary>
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
        var flag = SampleData.Flag(comment, text) with { Note = text };
        var ban = SampleData.Ban(post.BlogId, $"user:{text}") with { Reason = text, ActorKey = ActorKey.Parse(text) };
        var record = SampleData.Record(comment, ModerationAction.Held, comment.Status) with
        {
            ActorKey = ActorKey.Parse(text),
            Reason = text,
            Shadows = [new ShadowVerdict(text, comment.Decision)],
        };

        await Store.Flags.SetFlagAsync(flag, default).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(ban, default).ConfigureAwait(false);
        await Store.Learning.SaveModelAsync(SampleData.Model(text), default).ConfigureAwait(false);
        await Store.CommentChanges.UpdateAsync(new CommentChange(comment, record), default).ConfigureAwait(false);

        Same.Content([flag], await Store.Flags.ListAllFlagsAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false));
        Same.Content([ban], await Store.Bans.ListBansAsync(post.BlogId, null, 5, default).ConfigureAwait(false));
        Assert.Equal(1, await Store.Learning.ReadModelVersionAsync(text, default).ConfigureAwait(false));
        var log = await Store.ModerationLog.ListAsync(
            new LogQuery { BlogId = post.BlogId, ActorKey = ActorKey.Parse(text), Size = 5 }, default).ConfigureAwait(false);
        Same.Content([record], log.Select(static r => r with { Position = 0 }).ToArray());
        var facts = await Store.Moderation.ReadFactsAsync(
            new ModerationFactsQuery
            {
                BlogId = post.BlogId,
                PostId = post.Id,
                Activity =
                [
                    new ActivityWindow(ActivityScope.Address, text, SampleData.Now),
                    new ActivityWindow(ActivityScope.Writer, $"user:{text}", SampleData.Now),
                ],
                BanKeys = [$"user:{text}"],
                Now = SampleData.Now,
            },
            default).ConfigureAwait(false);
        Assert.Equal([1, 1], facts.Activity.Select(static a => a.Comments));
        Same.Content(ban, facts.Ban);
    }

    /// <summary>Title, text and tags of a post are kept.</summary>
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

        Same.Content(post, await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        Same.Content(new PostBySlug(post, true), await Store.Posts.FindBySlugAsync(blog.Id, post.Slug, default).ConfigureAwait(false));
    }

    /// <summary>Texts that no store keeps: U+0000, and each half of a surrogate pair.</summary>
    public static TheoryData<string> Unstorable { get; } = new() { "NUL", "high half", "low half" };

    /// <summary>Such a text is refused in every field of every record, however deep it stands, and nothing changes.</summary>
    [Theory]
    [MemberData(nameof(Unstorable))]
    public async Task What_cannot_be_stored_is_refused_in_every_field_and_changes_nothing(string kind)
    {
        var text = kind switch { "NUL" => "a\0b", "high half" => "a\uD83Db", _ => "a\uDC1D" };
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var stored = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var fresh = Filled(Sample.Comment(post));
        var record = SampleData.Record(stored, ModerationAction.Held, stored.Status) with
        {
            Decision = SampleData.Decision(),
            Shadows = [new ShadowVerdict("strict", SampleData.Decision())],
        };

        await EachAsync(
            new CommentAddition(fresh, record) { SubmissionKey = "k", RequestHash = "h", DisplayName = "n" },
            addition => Store.CommentIntake.AddAsync(addition, default)).ConfigureAwait(false);
        await EachAsync(
            new CommentChange(Filled(stored), record, new CommentRevision
            {
                CommentId = stored.Id,
                Revision = 1,
                Markdown = "m",
                ReplacedAt = SampleData.Now,
                ReplacedBy = ActorKey.Parse("by"),
            }),
            change => Store.CommentChanges.UpdateAsync(change, default)).ConfigureAwait(false);
        await EachAsync(
            new CommentImport(fresh with { Revision = 2 })
            {
                Record = record with { CommentId = fresh.Id },
                Revisions = [SampleData.Former(fresh, 1)],
                Voices = [new ImportedVoice(new Voter(ActorKey.Parse("v"), "n"), new OwnFeedback(Vote.Up, "r"))],
                SubmissionKey = "k",
                RequestHash = "h",
            },
            import => Store.CommentIntake.ImportAsync([Sample.Comment(post), import], default)).ConfigureAwait(false);
        await EachAsync(
            record, r => Store.CommentChanges.PurgeAsync(stored.BlogId, stored.Id, stored.Version, r, default)).ConfigureAwait(false);
        await EachAsync(new CommentRelocation
        {
            BlogId = stored.BlogId,
            CommentId = stored.Id,
            Version = stored.Version,
            PostId = post.Id,
            ParentId = null,
            Record = record,
        }, r => Store.CommentChanges.RelocateAsync(r, default)).ConfigureAwait(false);
        await EachAsync(new StaleRendering
        {
            BlogId = stored.BlogId,
            CommentId = stored.Id,
            Revision = 1,
            Html = "<p>x</p>",
            PlainText = "x",
            RendererVersion = 2,
        }, r => Store.CommentUpkeep.SaveRenderingsAsync([r], default)).ConfigureAwait(false);
        await EachAsync(SampleData.Flag(stored, "f"), flag => Store.Flags.SetFlagAsync(flag, default)).ConfigureAwait(false);
        await EachAsync(
            new Voter(ActorKey.Parse("v"), "n"),
            voter => Store.Feedback.SetVoteAsync(stored.BlogId, stored.Id, voter, Vote.Up, default)).ConfigureAwait(false);
        await EachAsync(
            new Voter(ActorKey.Parse("v"), "n"),
            voter => Store.Feedback.SetReactionAsync(stored.BlogId, stored.Id, voter, "like", default)).ConfigureAwait(false);
        await RefusedAsync("reaction", () => Store.Feedback.SetReactionAsync(
            stored.BlogId, stored.Id, new Voter(ActorKey.Parse("v"), "n"), text, default)).ConfigureAwait(false);
        await EachAsync(SampleData.Ban(blog.Id, "b"), ban => Store.Bans.AddBanAsync(ban, default)).ConfigureAwait(false);
        await RefusedAsync(
            "key", () => Store.Bans.LiftBanAsync(blog.Id, text, ActorKey.Parse("a"), SampleData.Now, default)).ConfigureAwait(false);
        await EachAsync(SampleData.Model("m"), model => Store.Learning.SaveModelAsync(model, default)).ConfigureAwait(false);
        await EachAsync(Sample.Blog(), b => Store.Blogs.SaveAsync(b, default)).ConfigureAwait(false);
        await EachAsync(Sample.Author(blog.Id), author => Store.Authors.SaveAsync(author, default)).ConfigureAwait(false);
        await EachAsync(
            Sample.Category(blog.Id, "c"), category => Store.Taxonomy.SaveCategoryAsync(category, default)).ConfigureAwait(false);
        await EachAsync(Sample.Series(blog.Id, "s"), series => Store.Taxonomy.SaveSeriesAsync(series, default)).ConfigureAwait(false);
        await EachAsync(Sample.Footer(blog.Id, "f"), block => Store.Footers.SaveAsync(block, default)).ConfigureAwait(false);
        await EachAsync(
            SampleData.Autosave(blog.Id), autosave => Store.Autosaves.SaveAutosaveAsync(autosave, default)).ConfigureAwait(false);
        await EachAsync(
            SampleData.DisplayName(blog.Id), name => Store.DisplayNames.SaveDisplayNameAsync(name, default)).ConfigureAwait(false);
        var run = await Store.Origins.BeginImportAsync(SampleData.Import(blog.Id), default).ConfigureAwait(false);
        await EachAsync(
            SampleData.Origin(blog.Id, "o"),
            origin => Store.Origins.SaveOriginsAsync(blog.Id, [SampleData.Origin(blog.Id, "p"), origin], default)).ConfigureAwait(false);
        await EachAsync(
            SampleData.Redirect(blog.Id, "/a", RedirectTarget.OfMedia("m")),
            redirect => Store.Redirects.SaveRedirectsAsync(blog.Id, [redirect], default)).ConfigureAwait(false);
        await EachAsync(
            SampleData.Import(blog.Id), import => Store.Origins.BeginImportAsync(import, default)).ConfigureAwait(false);
        await EachAsync(run!, import => Store.Origins.SaveImportAsync(import, default)).ConfigureAwait(false);
        await EachAsync(
            new PostSave(Filled(post), Sample.Revision(post, "n")) { NewTags = [new Tag("t", Slug.From("t"))] },
            save => Store.Posts.SaveAsync(save, default)).ConfigureAwait(false);

        Assert.Null(await Store.Comments.FindAsync(fresh.BlogId, fresh.Id, default).ConfigureAwait(false));
        Same.Content(stored, await Store.GetAsync(stored.BlogId, stored.Id).ConfigureAwait(false));
        Same.Content(post, await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        await new StoreCheck(Store, "after refused texts").EverythingAsync().ConfigureAwait(false);

        async Task EachAsync<T>(T record, Func<T, Task> store)
            where T : class
        {
            foreach (var (path, spoiled) in Spoiled.EachText(record, text))
            {
                await RefusedAsync($"{typeof(T).Name}.{path}", () => store(spoiled)).ConfigureAwait(false);
            }
        }

        static async Task RefusedAsync(string what, Func<Task> store)
        {
            var thrown = await Record.ExceptionAsync(store).ConfigureAwait(false);
            Assert.True(thrown is ArgumentException, $"{what}: expected an ArgumentException, got {thrown?.ToString() ?? "none"}");
        }
    }

    // Everything that may be left out is there: what is null or empty has no texts to spoil.
    private static Comment Filled(Comment comment) => comment with
    {
        Hold = new CommentHold
        {
            By = CommentHolder.Readers,
            Reason = "Two readers reported it.",
            OutcomeBefore = ModerationOutcome.Approve,
        },
        Appeal = new CommentAppeal("Please.", SampleData.Now),
        Reactions = [new ReactionCount("like", 1)],
    };

    private static Post Filled(Post post) => post with
    {
        FeaturedImage = new FeaturedImage("https://hive.example/p.png", "A hive"),
        Tags = [new Tag("Wax", Slug.From("wax"))],
    };
}
