using System.Collections.Immutable;
using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.Tests.Moderation;

/// <summary>What moderators and readers work with, over one blog in memory. Policies go by words: "hold", "spam".</summary>
internal sealed class Desk : IAsyncDisposable
{
    private Desk(TestBlog blog) => Blog = blog;

    public TestBlog Blog { get; }

    public FlagOptions FlagOptions { get; } = new();

    public AppealOptions AppealOptions { get; } = new();

    public RetentionOptions RetentionOptions { get; } = new();

    public Actor Moderator => Blog.EditorActor;

    public BlogId BlogId => Blog.Blog.Id;

    public QueueFilter Waiting => new(BlogId);

    public ModerationService Single => Blog.Moderation;

    public ModerationQueueService Queue => new(Moderation, Comments, Intake, LogStore, Flagging, Blog.Clock);

    public ModerationLogService Log => new(LogStore, Comments);

    public BulkModerationService Bulk => Blog.Get<BulkModerationService>();

    public BanService Bans => new(Banning, Comments, Blog.Clock);

    public FlagService Flags => new(
        Comments, Changes, LogStore, Flagging, FlagOptions, Blog.Clock, Blog.Get<BlogChanges>(), NullLogger<FlagService>.Instance);

    public AppealService Appeals => new(
        Comments, Changes, AppealOptions, Blog.Clock, Blog.Get<BlogChanges>(), NullLogger<AppealService>.Instance);

    public RetentionService Retention => new(
        Blog.Get<IBlogStore>(),
        Changes,
        Moderation,
        Blog.Get<IChangeStore>(),
        RetentionOptions,
        Blog.Clock,
        Blog.Get<BlogChanges>(),
        NullLogger<RetentionService>.Instance);

    public ICommentStore Comments => Blog.Get<ICommentStore>();

    public ICommentChangeStore Changes => Blog.Get<ICommentChangeStore>();

    private ICommentIntakeStore Intake => Blog.Get<ICommentIntakeStore>();

    public IModerationStore Moderation => Blog.Get<IModerationStore>();

    private IFlagStore Flagging => Blog.Get<IFlagStore>();

    private IBanStore Banning => Blog.Get<IBanStore>();

    public IModerationLogStore LogStore => Blog.Get<IModerationLogStore>();

    public static async Task<Desk> StartAsync() => new(await TestBlog.StartAsync(extend: static b => b.AddModerationPolicy<WordPolicy>()));

    public ReevaluationService Reevaluation(IJudgeAgain judge) => new(
        Moderation,
        Comments,
        Changes,
        judge,
        Blog.Get<IIdGenerator>(),
        Blog.Clock,
        Blog.Get<BlogChanges>(),
        NullLogger<ReevaluationService>.Instance);

    /// <summary>A moderator of another blog of the same host.</summary>
    public async Task<Actor> StrangerAsync()
    {
        var other = (await Blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        return Actor.Author(await Blog.AuthorAsync("Stranger", BlogRoles.Moderator | BlogRoles.Administrator, blogId: other.Id));
    }

    public async Task<Comment[]> CommentsAsync(
        int count, string text = "A comment.", Actor? actor = null, Func<NewComment, NewComment>? with = null)
    {
        var post = await Blog.PublishAsync();
        var comments = new Comment[count];
        for (var i = 0; i < count; i++)
        {
            Blog.Clock.Advance(TimeSpan.FromMinutes(1));
            comments[i] = await Blog.CommentAsync(post, text, actor: actor, with: with);
        }

        return comments;
    }

    public async Task<Comment> CommentAsync(string text = "A comment.", Actor? actor = null, Func<NewComment, NewComment>? with = null) =>
        (await CommentsAsync(1, text, actor, with))[0];

    /// <summary>Stores a comment as policies would have judged it.</summary>
    public async Task<Comment> ImportAsync(Comment like, Func<Comment, Comment> with)
    {
        var id = new CommentId(Blog.Get<IIdGenerator>().Next());
        var comment = with(like with { Id = id, RootId = id, CreatedAt = Blog.Now });
        await Intake.ImportAsync([comment], CancellationToken.None);
        return comment;
    }

    public Task<Comment> StoredAsync(CommentId id) => Blog.StoredAsync(id);

    public async Task<ImmutableArray<ModerationRecord>> RecordsAsync(CommentId id) =>
        await LogStore.ListAllOfCommentAsync(BlogId, id, CancellationToken.None);

    public void Tick() => Blog.Clock.Advance(TimeSpan.FromSeconds(1));

    public ValueTask DisposeAsync() => Blog.DisposeAsync();

    private sealed class WordPolicy : IModerationPolicy
    {
        public string Name => "words";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            var text = context.Comment.PlainText;
            return text.Contains("spam", StringComparison.Ordinal) ? Found("spam-word", ModerationOutcome.Spam)
                : text.Contains("hold", StringComparison.Ordinal) ? Found("hold-word", ModerationOutcome.Hold)
                : default;
        }

        private static ValueTask<ModerationFinding?> Found(string code, ModerationOutcome outcome) => new(new ModerationFinding
        {
            Code = code,
            Reason = "It has a word of the list.",
            PublicReason = "It looks like advertising.",
            Outcome = outcome,
            Score = 1,
            Evidence = [new FindingEvidence(EvidenceField.Text, 0, 4, "secret rule")],
        });
    }
}
