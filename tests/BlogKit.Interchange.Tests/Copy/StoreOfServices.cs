using BlogKit.Specification;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Interchange.Copy;

/// <summary>The store of an application as the kit fills it.</summary>
internal sealed class StoreOfServices(IServiceProvider services) : StoreHarness
{
    public override IBlogStore Blogs => Get<IBlogStore>();

    public override IPostStore Posts => Get<IPostStore>();

    public override IAuthorStore Authors => Get<IAuthorStore>();

    public override ITaxonomyStore Taxonomy => Get<ITaxonomyStore>();

    public override IFooterStore Footers => Get<IFooterStore>();

    public override ICommentStore Comments => Get<ICommentStore>();

    public override ICommentIntakeStore CommentIntake => Get<ICommentIntakeStore>();

    public override ICommentChangeStore CommentChanges => Get<ICommentChangeStore>();

    public override ICommentUpkeepStore CommentUpkeep => Get<ICommentUpkeepStore>();

    public override IFeedbackStore Feedback => Get<IFeedbackStore>();

    public override IThreadStore Threads => Get<IThreadStore>();

    public override ISearchStore Search => Get<ISearchStore>();

    public override IModerationStore Moderation => Get<IModerationStore>();

    public override IModerationLogStore ModerationLog => Get<IModerationLogStore>();

    public override IFlagStore Flags => Get<IFlagStore>();

    public override IBanStore Bans => Get<IBanStore>();

    public override ILearningStore Learning => Get<ILearningStore>();

    public override IAutosaveStore Autosaves => Get<IAutosaveStore>();

    public override IDisplayNameStore DisplayNames => Get<IDisplayNameStore>();

    public override IChangeStore Changes => Get<IChangeStore>();

    public override IOriginStore Origins => Get<IOriginStore>();

    public override ITransferStore Transfers => Get<ITransferStore>();

    public override IRedirectStore Redirects => Get<IRedirectStore>();

    public override IStoreSchema Schema => Get<IStoreSchema>();

    public override BlogKitInstruments? Instruments => null;

    public override Task StartAsync() => Task.CompletedTask;

    public override Task RestartAsync() => throw new NotSupportedException();

    public override void DieBeforeWrite(int write) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
